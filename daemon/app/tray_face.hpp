// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "ports/tray.hpp"

namespace calmcalf {

/// The evening at hand as the tray shows it at `now`, in short calm words. A step is done by a click on it, and taken
/// back by another; hosts open a submenu where there is one and never tell of a click on it, so the other answers stand
/// in one of their own.
[[nodiscard]] TrayFace tray_face_of(const Tonight& tonight, Instant now);

}  // namespace calmcalf
