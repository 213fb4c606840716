// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/popup_text.hpp"

#include "adapters/libnotify/glib_handles.hpp"

namespace calmcalf {

std::string valid_utf8(const std::string& text) {
  return TextHandle{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()))}.get();
}

std::string body_for(const Notice& notice, const ServerTraits& server) {
  std::string body = notice.body;
  if (!server.has_buttons && !notice.without_buttons.empty()) {
    if (!body.empty()) body += '\n';
    body += notice.without_buttons;
  }
  body = valid_utf8(body);
  return server.reads_markup ? TextHandle{g_markup_escape_text(body.data(), static_cast<gssize>(body.size()))}.get()
                             : body;
}

std::vector<Notice::Action> actions_for(const Notice& notice, const ServerTraits& server) {
  std::vector<Notice::Action> actions;
  for (const auto& [key, label] : notice.actions) {
    if (key == "default" && server.draws_default_action) continue;
    actions.push_back({.key = valid_utf8(key), .label = valid_utf8(label)});
  }
  return actions;
}

}  // namespace calmcalf
