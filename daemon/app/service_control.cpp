// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/service_control.hpp"

#include "app/tonight.hpp"
#include "app/wording.hpp"

namespace calmcalf {

Tonight ServiceControl::tonight() const {
  return tonight_of(service_.evening(), service_.problems(), service_.now());
}

std::optional<Refused> ServiceControl::ask(const Request& request, Source source) {
  const auto refusal = service_.request(request, source);
  if (!refusal) return std::nullopt;
  return Refused{refusal->why, put_in_words(*refusal, service_.evening())};
}

Mistakes ServiceControl::reload() {
  reload_();
  return service_.problems();
}

}  // namespace calmcalf
