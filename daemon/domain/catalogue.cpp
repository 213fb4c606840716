// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/catalogue.hpp"

#include <algorithm>
#include <iterator>

#include "domain/tr_noop.hpp"

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::bitset<32> every_day{0xFFFF'FFFF};
constexpr std::bitset<32> first_of_month{1U << 1};

/// The protocol of Hallegraeff and others, 2012: hold 10 s, relax 10 s, three times, both legs.
Guide stretch_guide() {
  return {3, seconds{10}, seconds{10}, {Side::left, Side::right}};
}

CatalogueStep water() {
  return {"water",
          tr_noop("A glass of water"),
          tr_noop("Drink one usual glass of water now. From here until bed, only sip."),
          BeforeBed{hours{2}},
          every_day,
          std::nullopt,
          {{Caution::fluid_limit, tr_noop("You limit what you drink: keep to the amount your doctor has set.")}},
          true};
}

CatalogueStep warm_bath() {
  return {
      "warm-bath",
      tr_noop("A warm bath"),
      tr_noop("Take a warm bath, ten minutes or longer."),
      BeforeBed{minutes{90}},
      every_day,
      std::nullopt,
      {{Caution::neuropathy,
        tr_noop("Your skin may not feel a burn: have somebody else test the water, or skip the bath.")},
       {Caution::pregnancy, tr_noop("In pregnancy do not heat up your whole body: keep the bath pleasant, never hot.")},
       {Caution::artery_disease, tr_noop("With artery disease, ask your doctor before you take warm baths.")}},
      true};
}

CatalogueStep banana() {
  return {"banana",
          tr_noop("A banana"),
          tr_noop("Eat a banana. It holds potassium and magnesium."),
          BeforeBed{minutes{60}},
          every_day,
          std::nullopt,
          {{Caution::potassium,
            tr_noop("Potassium can be too much for you: ask your doctor before you eat bananas for this.")}},
          true};
}

CatalogueStep massage() {
  return {"massage",
          tr_noop("A gentle massage"),
          tr_noop("Rub each calf gently with both hands, one minute a leg."),
          BeforeBed{minutes{30}},
          every_day,
          Guide{1, minutes{1}, Duration::zero(), {Side::left, Side::right}},
          {{Caution::clot, tr_noop("Never massage a leg that has, or may have, a blood clot.")},
           {Caution::injury, tr_noop("Leave an injured muscle alone until it has healed.")}},
          false};
}

CatalogueStep hot_water_bag() {
  return {
      "hot-water-bag",
      tr_noop("A hot water bag"),
      tr_noop(
          "Warm your calves for 20 minutes at most. Never fill in boiling water, keep the bag covered, and put it away "
          "before you sleep."),
      BeforeBed{minutes{30}},
      every_day,
      std::nullopt,
      {{Caution::neuropathy, tr_noop("Your skin may not feel a burn: better leave the hot water bag out.")},
       {Caution::pregnancy, tr_noop("In pregnancy do not heat up your body: warm the muscle alone, and only gently.")},
       {Caution::artery_disease, tr_noop("With artery disease, ask your doctor before you warm your legs.")}},
      false};
}

CatalogueStep heel_walk() {
  return {"heel-walk",
          tr_noop("Walk on your heels"),
          tr_noop("Walk about the room on your heels for one minute."),
          BeforeBed{minutes{20}},
          every_day,
          Guide{1, minutes{1}, Duration::zero(), {}},
          {{Caution::neuropathy, tr_noop("Numb feet make it easy to fall: walk beside a wall, and hold on.")},
           {Caution::balance, tr_noop("Hold on to a wall or a chair while you walk.")}},
          true};
}

CatalogueStep calf_stretch() {
  return {
      "calf-stretch",
      tr_noop("Stretch your calves"),
      tr_noop("Face a wall, arms straight, palms on it at chest height. Stretch the calf moderately: hold 10 seconds, "
              "relax 10, three times each leg. Keep breathing. Sit if standing is hard."),
      BeforeBed{minutes{15}},
      every_day,
      stretch_guide(),
      {{Caution::balance, tr_noop("Hold on to something firm, or stretch sitting down.")},
       {Caution::injury, tr_noop("Rest an injured muscle: stretch it again when it has healed.")}},
      true};
}

CatalogueStep hamstring_stretch() {
  return {
      "hamstring-stretch",
      tr_noop("Stretch the backs of your thighs"),
      tr_noop(
          "Sit and pull your toes towards you with a strap. Or stand, legs straight, and lean forward holding a chair. "
          "Hold 10 seconds, relax 10, three times each leg. Keep breathing."),
      BeforeBed{minutes{10}},
      every_day,
      stretch_guide(),
      {{Caution::balance, tr_noop("Do this one sitting down, with the strap.")},
       {Caution::injury, tr_noop("Rest an injured muscle: stretch it again when it has healed.")}},
      true};
}

CatalogueStep move() {
  return {"move",
          tr_noop("Move a little"),
          tr_noop("Sitting or standing for a while? Change over, and walk a few steps."),
          Every{hours{1}, {hours{9}}, {hours{17}}},
          every_day,
          std::nullopt,
          {},
          false};
}

CatalogueStep footwear() {
  return {"footwear",
          tr_noop("Look at your shoes"),
          tr_noop("Are your shoes still good for your feet? With flat feet, better ones may help."),
          AtTime{{hours{9}}},
          first_of_month,
          std::nullopt,
          {},
          false};
}

}  // namespace

std::span<const CatalogueStep> catalogue() {
  static const std::vector<CatalogueStep> steps{water(),         warm_bath(), banana(),       massage(),
                                                hot_water_bag(), heel_walk(), calf_stretch(), hamstring_stretch(),
                                                move(),          footwear()};
  return steps;
}

const CatalogueStep* find_in_catalogue(std::string_view id) {
  const auto steps = catalogue();
  const auto found = std::ranges::find_if(steps, [&](const CatalogueStep& step) { return step.id == id; });
  return found == steps.end() ? nullptr : &*found;
}

std::vector<CautionNote> applying(std::span<const CautionNote> notes, std::span<const Caution> cautions) {
  std::vector<CautionNote> found;
  std::ranges::copy_if(notes, std::back_inserter(found), [&](const CautionNote& note) {
    return std::ranges::find(cautions, note.caution) != cautions.end();
  });
  return found;
}

std::vector<CautionNote> notes_for(const Step& step, std::span<const Caution> cautions) {
  const CatalogueStep* known = find_in_catalogue(step.use.text);
  return known == nullptr ? std::vector<CautionNote>{} : applying(known->cautions, cautions);
}

}  // namespace calmcalf
