// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/session_start.hpp"

#include <system_error>

#include <fmt/format.h>

#include "cli/printable.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {

using Verdict = Finding::Verdict;

/// An autostart file starts the unit whether it is enabled or not. What else the session runs, nobody here can tell.
Finding SessionStart::finding_without_target(const std::string& says) const {
  if (autostart && autostart->is_on)
    return {tr_noop("unit"), Verdict::good, tr("{}; the desktop's autostart starts it", says), {}};
  if (autostart)
    return {tr_noop("unit"), Verdict::limited, tr("{}; it is switched off in the desktop's autostart", says),
            tr("switch it on there, or remove {}", printable(autostart->file.string()))};
  std::error_code ignored;
  const bool can_copy = std::filesystem::is_regular_file(installed, ignored);
  return {tr_noop("unit"), Verdict::limited, tr("{}; nothing was found that starts it with a session like this", says),
          can_copy ? fmt::format("install -Dm644 -t ~/.config/autostart {}", printable(installed.string()))
                   : tr("have your session run this as it begins: calmcalf autostart")};
}

Finding SessionStart::finding() const {
  if (!unit) return finding_without_target(tr("there is no systemd for your session"));
  if (unit->load == "masked")
    return {tr_noop("unit"), Verdict::limited, tr("it is masked, so nothing starts it"),
            "systemctl --user unmask calmcalf"};
  if (unit->load != "loaded")
    return {tr_noop("unit"), Verdict::limited, tr("systemd knows no {} ({})", "calmcalf.service", unit->load),
            tr("install Calmcalf, or start calmcalfd with your session")};
  const auto says = fmt::format("{}, {}", unit->active, unit->enabled);
  if (unit->active == "failed")
    return {tr_noop("unit"), Verdict::bad, says, tr("see why: journalctl --user -u calmcalf -e")};
  if (!has_graphical_target) return finding_without_target(says);
  if (unit->enabled != "enabled")
    return {tr_noop("unit"), Verdict::limited, tr("{}: it does not start with your session", says),
            "systemctl --user enable --now calmcalf"};
  return {tr_noop("unit"), Verdict::good, says, {}};
}

std::string SessionStart::how_to_start() const {
  if (!unit) return "calmcalf autostart";  // the session bus starts it
  if (unit->load == "masked") return "systemctl --user unmask calmcalf && systemctl --user start calmcalf";
  if (unit->load != "loaded") return tr("install Calmcalf, or start calmcalfd with your session");
  return "systemctl --user start calmcalf";
}

}  // namespace calmcalf::cli
