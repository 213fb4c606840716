// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/interruption.hpp"

#include <cerrno>
#include <system_error>

#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a signal handler may write to
volatile std::sig_atomic_t interrupted = 0;

}  // namespace

Interruption::Interruption() {
  interrupted = 0;
  struct sigaction action{};
  action.sa_handler = +[](int) noexcept { interrupted = 1; };
  if (::sigaction(SIGINT, &action, &before_) != 0)
    throw std::system_error{errno, std::generic_category(), tr("Ctrl+C cannot be caught")};
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &before_, nullptr);
}

bool Interruption::has_come() {
  if (interrupted == 0) return false;
  interrupted = 0;
  return true;
}

}  // namespace calmcalf::cli
