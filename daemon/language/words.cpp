// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/words.hpp"

#include "language/tr.hpp"

namespace calmcalf {

std::string in_words(State state) {
  switch (state) {
    case State::waiting:
      return tr_context("state of a step", "waiting");
    case State::due:
      return tr_context("state of a step", "due");
    case State::snoozed:
      return tr_context("state of a step", "snoozed");
    case State::done:
      return tr_context("state of a step", "done");
    case State::skipped:
      return tr_context("state of a step", "skipped");
    case State::missed:
      return tr_context("state of a step", "missed");
    case State::unseen:
      return tr_context("state of a step", "unseen");
    case State::paused:
      break;
  }
  return tr_context("state of a step", "paused");
}

std::string in_words(Source source) {
  switch (source) {
    case Source::notification:
      return tr_context("where an answer was given", "notification");
    case Source::tray:
      return tr_context("where an answer was given", "tray");
    case Source::command:
      return tr_context("where an answer was given", "command");
    case Source::bus:
      return tr_context("where an answer was given", "bus");
    case Source::service:
      return tr_context("where an answer was given", "service");
    case Source::import:
      break;
  }
  return tr_context("where an answer was given", "import");
}

std::string in_words(CrampSide side) {
  switch (side) {
    case CrampSide::left:
      return tr_context("leg", "left");
    case CrampSide::right:
      return tr_context("leg", "right");
    case CrampSide::both:
      break;
  }
  return tr_context("leg", "both");
}

std::string in_words(Muscle muscle) {
  switch (muscle) {
    case Muscle::calf:
      return tr_context("where a cramp is", "calf");
    case Muscle::hamstring:
      return tr_context("where a cramp is", "hamstring");
    case Muscle::quadriceps:
      return tr_context("where a cramp is", "quadriceps");
    case Muscle::foot:
      return tr_context("where a cramp is", "foot");
    case Muscle::other:
      break;
  }
  return tr_context("where a cramp is", "other");
}

std::string in_words(Trigger trigger) {
  switch (trigger) {
    case Trigger::exercise:
      return tr_context("what came before a cramp", "exercise");
    case Trigger::sitting:
      return tr_context("what came before a cramp", "sitting");
    case Trigger::standing:
      return tr_context("what came before a cramp", "standing");
    case Trigger::sweating:
      return tr_context("what came before a cramp", "sweating");
    case Trigger::diarrhoea:
      return tr_context("what came before a cramp", "diarrhoea");
    case Trigger::alcohol:
      break;
  }
  return tr_context("what came before a cramp", "alcohol");
}

std::string in_words(Relief relief) {
  switch (relief) {
    case Relief::stretch:
      return tr_context("what was tried against a cramp", "stretch");
    case Relief::massage:
      return tr_context("what was tried against a cramp", "massage");
    case Relief::walk:
      return tr_context("what was tried against a cramp", "walk");
    case Relief::warmth:
      return tr_context("what was tried against a cramp", "warmth");
    case Relief::raise:
      return tr_context("what was tried against a cramp", "raise");
    case Relief::painkiller:
      return tr_context("what was tried against a cramp", "painkiller");
    case Relief::other:
      break;
  }
  return tr_context("what was tried against a cramp", "other");
}

}  // namespace calmcalf
