// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "adapters/libnotify/glib_handles.hpp"

namespace calmcalf {

/// Why a call to the notification server came to nothing.
struct CallFailure {
  enum class Why {
    no_server,  ///< none runs and none could be started, or there is no bus any more
    died,       ///< it left before it answered
    no_answer,  ///< it did not answer in the time that libnotify waits
    too_soon,   ///< KDE takes nothing that looks like its last popup within a second
    refused,    ///< it answered with another error
    cancelled,  ///< we did not want to know any more
  };
  Why why = Why::refused;
  std::string text;
};

[[nodiscard]] CallFailure failure_of(const GError& error);

}  // namespace calmcalf
