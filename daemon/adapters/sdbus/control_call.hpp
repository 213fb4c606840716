// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <systemd/sd-bus.h>

#include "domain/ledger.hpp"
#include "domain/request.hpp"
#include "ports/control.hpp"

namespace calmcalf {

/// What a program asks for over the bus. The arguments of every method are in
/// daemon/adapters/sdbus/io.github.calmcalf.Calmcalf1.xml.
struct ControlCall {
  Request request;
  Source source = Source::bus;
};

/// Reads a call of one of the methods that ask for something. Times are meant by the clock of `control`. Throws
/// BadArgument.
[[nodiscard]] ControlCall read_control_call(sd_bus_message* call, const Control& control);

}  // namespace calmcalf
