// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tray_desk.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "app/tray_choice.hpp"
#include "app/tray_face.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

struct OwnItem {
  const char* key;
  std::string_view label;
  std::function<void()> TrayDesk::Callbacks::* callback;
};

constexpr std::array own_items{
    // TRANSLATORS: an item of a menu, which opens the page with the diary and its figures
    OwnItem{choice::report, tr_noop("Report"), &TrayDesk::Callbacks::on_report},
    OwnItem{choice::edit, tr_noop("Edit the schedule"), &TrayDesk::Callbacks::on_edit},
    OwnItem{choice::quit, tr_noop("Quit Calmcalf"), &TrayDesk::Callbacks::on_quit},
};

}  // namespace

TrayDesk::TrayDesk(Control& control, Tray& tray, Callbacks callbacks)
    : control_{control}, tray_{tray}, callbacks_{std::move(callbacks)} {
  tray_.on_choice([this](const std::string& key) { choose(key, Source::tray); });
}

void TrayDesk::refresh() {
  auto face = tray_face_of(control_.tonight(), control_.now());
  add_own_items(face.menu);
  tray_.show(std::move(face));
}

void TrayDesk::add_own_items(std::vector<MenuItem>& menu) const {
  std::vector<MenuItem> items;
  for (const auto& [key, label, callback] : own_items)
    if (callbacks_.*callback) items.push_back({key, tr(label)});
  if (items.empty()) return;
  MenuItem separator{"before the program's own", ""};
  separator.separator = true;
  menu.push_back(std::move(separator));
  menu.insert(menu.end(), items.begin(), items.end());
}

void TrayDesk::choose(const std::string& key, Source source) {
  for (const auto& [own_key, label, callback] : own_items)
    if (key == own_key && callbacks_.*callback) return (callbacks_.*callback)();
  const auto request = request_chosen(key, control_.now());
  if (!request) return;
  if (const auto refused = control_.ask(*request, source)) callbacks_.on_refused(*refused);
}

}  // namespace calmcalf
