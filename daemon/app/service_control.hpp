// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <utility>

#include "app/reminder_service.hpp"
#include "ports/control.hpp"

namespace calmcalf {

/// The reminder service, for whoever asks from outside.
class ServiceControl : public Control {
 public:
  /// `reload` reads the schedule again, with everything that goes with it.
  ServiceControl(ReminderService& service, std::function<void()> reload)
      : service_{service}, reload_{std::move(reload)} {}

  [[nodiscard]] Tonight tonight() const override;
  [[nodiscard]] const Zone& zone() const override { return service_.evening().schedule().zone(); }
  [[nodiscard]] Instant now() const override { return service_.now(); }
  std::optional<Refused> ask(const Request& request, Source source) override;
  Mistakes reload() override;
  void reread_history() override { service_.reread_history(); }

 private:
  ReminderService& service_;
  std::function<void()> reload_;
};

}  // namespace calmcalf
