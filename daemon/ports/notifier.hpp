// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/routine.hpp"

namespace calmcalf {

/// A popup in words, ready to be shown.
struct Notice {
  /// A button: what comes back when it is pressed, and what stands on it.
  struct Action {
    std::string key;
    std::string label;

    friend bool operator==(const Action&, const Action&) = default;
  };

  std::string key;  ///< names the popup: showing another with the same key replaces it
  std::string title;
  std::string body;             ///< plain text, lines separated by '\n'
  std::string without_buttons;  ///< added to the body where the server draws no buttons: how to answer otherwise
  std::vector<Action> actions;  ///< "default" is a click on the popup itself
  Urgency urgency = Urgency::normal;
  bool sound = true;
  std::optional<int> progress{};  ///< percent of something that goes on, 0 to 100
  bool stays = false;             ///< until it is answered, not for the server's usual time
  bool in_use = false;            ///< somebody is at it now: its buttons are to be seen at once
  bool tick = false;              ///< only the time left is another than in the one before: may be left out
  std::string category = "calmcalf.step";

  friend bool operator==(const Notice&, const Notice&) = default;
};

namespace report {

/// The server has the popup.
struct Shown {
  std::string key;
};

struct Failed {
  enum class Why {
    no_server,  ///< none runs and none could be started: ServerBack will tell
    no_answer,  ///< it did not answer in time: it may later
    refused,    ///< it answered with an error, or did not take the popup
  };
  std::string key;
  Why why = Why::refused;
  std::string text;
};

/// A button was pressed. May come twice, or for a popup long gone.
struct Pressed {
  std::string key;
  std::string action;
};

/// The popup is no longer on the screen, whoever closed it. May come twice, or never.
struct Closed {
  std::string key;
};

/// The server left; its popups are gone without a Closed.
struct ServerGone {};

/// A server is there, maybe another one: it knows of no popup of ours.
struct ServerBack {};

/// A server that let a request fail with no_answer answers again. It still has the popups it had.
struct ServerAnswers {};

}  // namespace report

using NotifierReport = std::variant<report::Shown, report::Failed, report::Pressed, report::Closed, report::ServerGone,
                                    report::ServerBack, report::ServerAnswers>;

/// Shows popups. Nothing here waits: requests are taken in order, and what became of them is reported later, on the
/// service's thread, in order. A server that hangs delays reports, never the caller.
class Notifier {
 public:
  using Listener = std::function<void(const NotifierReport&)>;

  Notifier() = default;
  Notifier(const Notifier&) = delete;
  Notifier& operator=(const Notifier&) = delete;
  virtual ~Notifier() = default;

  /// Must be called once, before anything is shown.
  virtual void on_report(Listener listener) = 0;

  /// Reported as Shown or Failed, unless a later request for the same key overtakes it.
  virtual void show(Notice notice) = 0;

  /// No report follows. Unknown keys are ignored.
  virtual void withdraw(const std::string& key) = 0;
};

}  // namespace calmcalf
