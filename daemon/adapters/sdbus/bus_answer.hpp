// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <exception>

#include <systemd/sd-bus.h>

#include "adapters/sdbus/bus_arguments.hpp"

namespace calmcalf {

/// For the functions of a vtable: does `what`, which returns what such a function returns; what it throws becomes the
/// reply.
template <class What>
int answer_call(sd_bus_error* error, What what) noexcept {
  try {
    return what();
  } catch (const BadArgument& bad) {
    return sd_bus_error_set(error, SD_BUS_ERROR_INVALID_ARGS, bad.what());
  } catch (const std::exception& failure) {
    return sd_bus_error_set(error, SD_BUS_ERROR_FAILED, failure.what());
  }
}

}  // namespace calmcalf
