// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/handbook.hpp"

#include <algorithm>
#include <array>

#include "domain/tr_noop.hpp"

namespace calmcalf {
namespace {

namespace source {

/// What only describes a source is translated; a title under which it is found is not.
using Name = std::string_view;

constexpr Name article = tr_noop("The article on night leg cramps that this routine began with");
constexpr Name aafp = "AAFP, Nocturnal leg cramps";
constexpr Name is_there_any_relief = "Nocturnal leg cramps: is there any relief?";
constexpr Name nhs = "NHS, Leg cramps";
constexpr Name nhs_copy = tr_noop("NHS, Leg cramps (a copy)");
constexpr Name nocturia = "Sleep Foundation, Living with nocturia";
constexpr Name bottle_safety = "Mid and South Essex NHS, Hot water bottle safety";
constexpr Name hallegraeff = tr_noop("Hallegraeff and others, 2012, PubMed 22341378");
constexpr Name daniell = tr_noop("Daniell, 1979, and Reply, 2012");
constexpr Name coppin = tr_noop("Coppin and others, 2005, PMC1463088");
constexpr Name mayo = "Mayo Clinic, Night leg cramps";
constexpr Name cleveland = "Cleveland Clinic, Leg cramps";
constexpr Name bay_of_plenty = "Bay of Plenty DHB, Leg cramp";
constexpr Name body_heating = "Before-bedtime passive body heating, PubMed 31102877";
constexpr Name sleep_hygiene = tr_noop("Sleep hygiene leaflet");
constexpr Name cramps_handout = tr_noop("Nocturnal leg cramps handout");
constexpr Name fluid_restriction = "Fluid restriction in heart failure, PubMed 27169459";
constexpr Name high_potassium = tr_noop("High potassium, questions and answers");
constexpr Name bottles_and_diabetes = "BJGP 55:512, Hot water bottles and diabetic patients";
constexpr Name discharge = tr_noop("Discharge instructions, night leg cramps");
constexpr Name showers_in_pregnancy = "Johns Hopkins All Children's, Hot showers while pregnant";
constexpr Name massage_and_clots = tr_noop("Massage and clots");
constexpr Name calf_tears = "Plymouth Hospitals, Calf tears";
constexpr Name nsaids = tr_noop("Guides to NSAIDs, painkillers such as naproxen");
constexpr Name clots = tr_noop("UCLH, leaflets on deep vein thrombosis (DVT)");
constexpr Name statins = tr_noop("NHS warning on statins (news)");
constexpr Name merck = "Merck Manual, Muscle cramps";

}  // namespace source

struct KnownCaution {
  Caution caution;
  std::string_view in_plain_words;
  std::string_view about;
};

constexpr std::array known_cautions{
    // TRANSLATORS: what somebody lives with, in front of what to mind: "[numb feet] Walk beside a wall."
    KnownCaution{Caution::fluid_limit, tr_noop("a limit on drinking"),
                 tr_noop("You have been told to limit what you drink, as with some heart or kidney disease.")},
    KnownCaution{
        Caution::potassium, tr_noop("potassium"),
        tr_noop("Kidney disease, or one of these medicines: potassium-sparing diuretics, ACE inhibitors, ARBs.")},
    KnownCaution{Caution::neuropathy, tr_noop("numb feet"),
                 tr_noop("Your feet or legs are numb: a burn goes unfelt, and it is easy to fall.")},
    KnownCaution{Caution::pregnancy, tr_noop("pregnancy"), tr_noop("Avoid heating up your body as a whole.")},
    KnownCaution{Caution::artery_disease, tr_noop("artery disease"),
                 tr_noop("Ask your doctor before you warm your legs.")},
    KnownCaution{Caution::clot, tr_noop("a blood clot"),
                 tr_noop("A clot in a leg (DVT), known or suspected: never massage there.")},
    KnownCaution{Caution::balance, tr_noop("unsteady on your feet"),
                 tr_noop("Hold on to something, or stretch sitting down.")},
    KnownCaution{Caution::injury, tr_noop("an injured muscle"), tr_noop("A torn muscle needs rest.")},
    KnownCaution{Caution::anticoagulant, tr_noop("blood thinners"),
                 tr_noop("Ask a pharmacist or a doctor before you take naproxen.")},
    KnownCaution{Caution::stomach, tr_noop("stomach trouble"),
                 tr_noop("Ask a pharmacist or a doctor before you take naproxen.")},
    KnownCaution{Caution::kidney, tr_noop("kidney disease"),
                 tr_noop("Ask a pharmacist or a doctor before you take naproxen.")},
};

/// What the catalogue says beside a step that minds this caution.
CautionNote catalogue_note(std::string_view step, Caution caution) {
  return *std::ranges::find(find_in_catalogue(step)->cautions, caution, &CautionNote::caution);
}

std::vector<Advice> what_relieves() {
  return {
      {tr_noop("Straighten your leg"),
       tr_noop("Pull your toes towards your shin."),
       {{Caution::injury, tr_noop("Rest an injured muscle: do not pull on it.")}}},
      {tr_noop("Massage the muscle gently"),
       tr_noop("Use your hands. Do not massage a leg that is swollen, warm, red or throbbing."),
       {catalogue_note("massage", Caution::clot), catalogue_note("massage", Caution::injury)}},
      {tr_noop("Stand on the leg"),
       tr_noop("Or walk on your heels."),
       {{Caution::balance, tr_noop("Hold on to a wall or a chair, or stay seated and pull your toes up once more.")},
        catalogue_note("heel-walk", Caution::neuropathy)}},
      {tr_noop("Warm the muscle"),
       tr_noop("Take a covered hot water bag for 20 minutes at most, or a bath. Never use boiling water. Never sleep "
               "with the "
               "bag."),
       {{Caution::neuropathy, tr_noop("Your skin may not feel a burn: better leave the warmth out.")},
        catalogue_note("hot-water-bag", Caution::pregnancy),
        catalogue_note("hot-water-bag", Caution::artery_disease)}},
      {tr_noop("Then raise the leg"), tr_noop("Lie down, with the leg up.")},
      {tr_noop("Painkillers are too slow"),
       tr_noop("They do not act in time for a cramp. For intense pain some take naproxen: ask a pharmacist or a doctor "
               "first. "
               "Naproxen is itself linked with cramps."),
       {{Caution::anticoagulant,
         tr_noop("You take blood thinners: take no naproxen before a pharmacist or a doctor agrees.")},
        {Caution::stomach, tr_noop("With stomach trouble, take no naproxen before a pharmacist or a doctor agrees.")},
        {Caution::kidney, tr_noop("With kidney disease, take no naproxen before a pharmacist or a doctor agrees.")}}},
  };
}

void add_steps(std::vector<Block>& blocks, bool in_starter) {
  for (const auto& step : catalogue())
    if (step.in_starter == in_starter) blocks.emplace_back(&step);
}

Page steps_page() {
  Page page{
      .topic = "steps",
      .title = tr_noop("The steps of the routine"),
      .summary = tr_noop("what you can do in the evening and by day, and what to mind"),
      .blocks = {Paragraph{tr_noop("Your schedule says which of these steps you take, and when. Beside each stands its "
                                   "usual time: change it as you like. A routine like this may help some people.")},
                 Heading{tr_noop("On from the start")}},
      .sources = {source::article, source::nocturia, source::bottle_safety, source::hallegraeff, source::daniell,
                  source::coppin, source::bay_of_plenty, source::body_heating, source::sleep_hygiene,
                  source::cramps_handout, source::fluid_restriction, source::high_potassium,
                  source::bottles_and_diabetes, source::discharge, source::showers_in_pregnancy,
                  source::massage_and_clots, source::calf_tears, source::nsaids}};
  auto& blocks = page.blocks;
  add_steps(blocks, true);
  blocks.insert(blocks.end(),
                {Heading{tr_noop("Off until you switch them on")},
                 Paragraph{tr_noop("In the starter schedule these stand behind a #. Take it away to switch one "
                                   "on.")}});
  add_steps(blocks, false);
  blocks.insert(
      blocks.end(),
      {Heading{tr_noop("Good to know")},
       Item{tr_noop(
           "Plenty of water before bed is recommended. Earlier is better than later: in the last two hours before bed, "
           "only sip.")},
       Item{tr_noop(
           "In studies, people fell asleep sooner after a warm bath of ten minutes or longer, one to two hours before "
           "bed.")},
       Item{tr_noop("While you stretch, do not hold your breath. The guided stretches change legs during the rests.")},
       Item{tr_noop("By day, exercise, and do not sit or stand for too long.")},
       Item{tr_noop(
           "Turn screens off an hour before bed. So that you can leave them off, late reminders are short, can be "
           "heard, and need one click.")},
       Heading{tr_noop("What trials found")},
       Paragraph{tr_noop(
           "In a trial with 80 adults over 55, one group stretched calves and hamstrings every night just before "
           "sleep, for six weeks. It had 1.2 fewer cramps a night than the other group (95 % confidence "
           "interval: 0.6 to 1.8). Other trials found no benefit. So stretching may help some people, and "
           "nothing more is claimed here.")},
       Heading{tr_noop("What to mind")},
       Paragraph{
           tr_noop("Not every step is for everybody. Write what applies to you into your schedule, once, under "
                   "[profile], such as cautions = [\"balance\"]. It is then said beside each step that it touches. No "
                   "step is left out for it: what you do, you decide. The words are:")}});
  for (const auto& known : known_cautions)
    blocks.emplace_back(Advice{.title = name_of(known.caution), .text = known.about, .title_is_typed = true});
  return page;
}

Page causes_page() {
  return {
      .topic = "causes",
      .title = tr_noop("Where cramps come from"),
      .summary = tr_noop("what a night leg cramp is, and what may bring it on"),
      .blocks = {Paragraph{tr_noop(
                     "In a leg cramp a muscle contracts hard. The pain is intense, there is a knot in the muscle, "
                     "and the leg cannot be moved. It wakes you from sleep. Young and old people have cramps.")},
                 Paragraph{tr_noop(
                     "Mostly it is the calf. It can be the thigh, too: in front (the quadriceps) or at the back "
                     "(the hamstrings).")},
                 Paragraph{
                     tr_noop("What follows can bring cramps on, or make them more likely. Which of it is behind yours, "
                             "this program cannot know.")},
                 Heading{tr_noop("In the muscles, and in bed")},
                 Item{tr_noop("Weak muscle fibres")},
                 Item{tr_noop("Lack of magnesium")},
                 Item{tr_noop("Legs bent and feet pointing down in bed")},
                 Item{tr_noop("Little movement and less blood flow at night")},
                 Heading{tr_noop("During the day")},
                 Item{tr_noop("Sitting for long")},
                 Item{tr_noop("Standing for long")},
                 Item{tr_noop("Too much exercise")},
                 Item{tr_noop("Heavy sweating")},
                 Item{tr_noop("Dehydration: the body lacks water")},
                 Item{tr_noop("Diarrhoea")},
                 Paragraph{tr_noop("The diary can keep what kind of day it was: calmcalf cramp --trigger sitting")},
                 Heading{tr_noop("Times of life")},
                 Item{tr_noop("Age: tendons get shorter")},
                 Item{tr_noop("Pregnancy")},
                 Heading{tr_noop("Medicines")},
                 Item{tr_noop("Diuretics, also called water tablets")},
                 Item{tr_noop("Statins, against high cholesterol")},
                 Item{tr_noop("Oral contraceptives, the pill")},
                 Item{tr_noop("Naproxen, a painkiller, is linked with cramps, too")},
                 Paragraph{tr_noop("Have cramps come since you began a new medicine? See a doctor in the next days.")},
                 Heading{tr_noop("Illnesses")},
                 Item{tr_noop("Diabetes")},
                 Item{tr_noop("Anaemia")},
                 Item{tr_noop("Kidney failure")},
                 Item{tr_noop("Cirrhosis of the liver")},
                 Item{tr_noop("Thyroid disorders")},
                 Item{tr_noop("Osteoarthritis")},
                 Item{tr_noop("Peripheral artery disease: narrow arteries in the legs")},
                 Item{tr_noop("Spinal stenosis: a narrow spinal canal")},
                 Item{tr_noop("Neurological disorders such as Parkinson's")}},
      .sources = {source::article, source::aafp, source::is_there_any_relief, source::merck}};
}

Page relief_page() {
  Page page{
      .topic = "relief",
      .title = tr_noop("Cramp now"),
      .summary = tr_noop("what to do while the cramp is there"),
      .blocks = {Paragraph{tr_noop("One after the other, until the cramp lets go:")}},
      .sources = {source::article, source::aafp, source::is_there_any_relief, source::nhs, source::bottle_safety,
                  source::cleveland, source::bottles_and_diabetes, source::discharge, source::showers_in_pregnancy,
                  source::massage_and_clots, source::calf_tears, source::nsaids, source::clots, source::nhs_copy}};
  for (const auto& advice : relief_advice()) page.blocks.emplace_back(advice);
  page.blocks.insert(
      page.blocks.end(),
      {Heading{tr_noop("See a doctor today")},
       Item{tr_noop("The cramp does not end: it has lasted for more than ten minutes.")},
       Item{tr_noop("One leg is swollen, warm, red or throbbing. Do not massage it.")},
       Paragraph{tr_noop("If you are suddenly short of breath as well, have chest pain or cough up blood, it is "
                         "an emergency: call for help at once.")},
       Heading{tr_noop("Later")},
       Paragraph{tr_noop("calmcalf cramp writes it into the diary, with the time. The rest can wait until "
                         "morning.")}});
  return page;
}

Page doctor_page() {
  return {
      .topic = "doctor",
      .title = tr_noop("When to see a doctor"),
      .summary = tr_noop("what is an emergency, what can wait, and for how long"),
      .blocks =
          {Heading{tr_noop("Emergency: call for help at once")},
           Item{tr_noop("Signs of a blood clot (one leg is swollen, warm, red or throbbing), and suddenly you are "
                        "short of breath, have chest pain or cough up blood.")},
           Heading{tr_noop("The same day")}, Item{tr_noop("One leg is swollen, warm, red or throbbing.")},
           Item{tr_noop("A cramp does not end: it has lasted for more than ten minutes.")},
           Item{tr_noop("You take a statin, and are weak or have dark urine.")}, Heading{tr_noop("In the next days")},
           Item{tr_noop("Cramps have come since you began a new medicine.")},
           Item{tr_noop("Cramps come when you walk, and stop when you rest.")}, Heading{tr_noop("With an appointment")},
           Item{tr_noop("Cramps disturb your sleep.")},
           Item{tr_noop("Your legs are numb or weak, or their muscles get thinner.")},
           Heading{tr_noop("When the program says so")},
           Paragraph{tr_noop("Where you keep the diary, the program suggests a doctor after three nights with cramps "
                             "in seven, or when cramps woke you in each of two weeks running. This threshold is the "
                             "program's own design: no source sets it.")},
           Paragraph{tr_noop("Change the number of nights in your schedule: see_doctor_at, under [diary]. With 0 it "
                             "is never suggested. What stands above holds all the same.")}},
      .sources = {source::article, source::nhs, source::mayo, source::clots, source::nhs_copy, source::statins,
                  source::merck}};
}

Page footwear_page() {
  return {
      .topic = "footwear",
      .title = tr_noop("Shoes"),
      .summary = tr_noop("for flat feet"),
      .blocks = {Paragraph{tr_noop("With flat feet, better footwear may help.")},
                 Paragraph{tr_noop("The program can ask about your shoes once a month, in the morning. In the starter "
                                   "schedule this step stands behind a #: take it away to switch it on.")},
                 find_in_catalogue("footwear")},
      .sources = {source::article}};
}

Page about_page() {
  return {
      .topic = "about",
      .title = tr_noop("About Calmcalf"),
      .summary = tr_noop("what this program can do, what it cannot, and all of its sources"),
      .blocks =
          {Paragraph{
               tr_noop("Calmcalf reminds you of a bedtime routine against night leg cramps, and remembers what you "
                       "did. The routine began with an article on such cramps; trials and leaflets say more, "
                       "and are named below.")},
           Heading{tr_noop("What it cannot say")},
           Item{tr_noop("Whether the routine is for you. It may help some people: of stretching, one trial found fewer "
                        "cramps, others found no benefit.")},
           Item{tr_noop("What is behind your cramps. It never diagnoses.")},
           Item{tr_noop("Whether better nights came from the routine. Your diary cannot show that, and neither can "
                        "its figures.")},
           Heading{tr_noop("What it never does")},
           Item{tr_noop("Leave a step out because of what you live with. It says what to mind, beside the step.")},
           Heading{tr_noop("What no source dictates")},
           Paragraph{tr_noop("These are the program's own design. Most can be changed in the schedule.")},
           Item{tr_noop("the usual times of the steps")},
           Item{tr_noop("that the guided stretches change legs during the rests")},
           Item{tr_noop("after how many nights with cramps a doctor is suggested")},
           Item{tr_noop("that late reminders are short, can be heard, and need one click")}},
      .sources = {source::article,
                  source::aafp,
                  source::is_there_any_relief,
                  source::nhs,
                  source::nocturia,
                  source::bottle_safety,
                  source::hallegraeff,
                  source::daniell,
                  source::coppin,
                  source::mayo,
                  source::cleveland,
                  source::bay_of_plenty,
                  source::body_heating,
                  source::sleep_hygiene,
                  source::cramps_handout,
                  source::fluid_restriction,
                  source::high_potassium,
                  source::bottles_and_diabetes,
                  source::discharge,
                  source::showers_in_pregnancy,
                  source::massage_and_clots,
                  source::calf_tears,
                  source::nsaids,
                  source::clots,
                  source::nhs_copy,
                  source::statins,
                  source::merck}};
}

}  // namespace

std::span<const Page> handbook() {
  static const std::vector<Page> pages{steps_page(),  causes_page(),   relief_page(),
                                       doctor_page(), footwear_page(), about_page()};
  return pages;
}

const Page* find_page(std::string_view topic) {
  const auto pages = handbook();
  const auto found = std::ranges::find(pages, topic, &Page::topic);
  return found == pages.end() ? nullptr : &*found;
}

std::span<const Advice> relief_advice() {
  static const std::vector<Advice> advice = what_relieves();
  return advice;
}

std::string_view in_plain_words(Caution caution) {
  return std::ranges::find(known_cautions, caution, &KnownCaution::caution)->in_plain_words;
}

}  // namespace calmcalf
