// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "ports/notifier.hpp"

namespace calmcalf {

/// What the server does with what it is sent.
struct ServerTraits {
  bool has_buttons = false;
  bool reads_markup = false;
  bool draws_default_action = false;  ///< as a button, and a click on the popup itself closes it
  bool drops_buttons_for_progress = false;
  bool plays_sounds = false;
  bool hides_buttons_unless_critical = false;  ///< until the pointer is on the popup
  bool loses_buttons_when_replaced = false;
};

/// The body as this server is to be sent it: how to answer otherwise where it has no buttons, and no character that it
/// would take for markup.
[[nodiscard]] std::string body_for(const Notice& notice, const ServerTraits& server);

/// The actions as this server is to be sent them: without the default one, a click on the popup itself, where that
/// would only be a button more.
[[nodiscard]] std::vector<Notice::Action> actions_for(const Notice& notice, const ServerTraits& server);

/// Valid UTF-8, whatever `text` is: the bus takes nothing else.
[[nodiscard]] std::string valid_utf8(const std::string& text);

}  // namespace calmcalf
