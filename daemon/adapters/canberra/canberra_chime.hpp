// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "ports/chime.hpp"

namespace calmcalf {

/// The desktop's sound for a new message (freedesktop Sound Naming Specification: "message-new-instant"), by
/// libcanberra. The library is loaded when it first rings, and its connection to the sound server closed in between: a
/// service that is silent for hours costs nothing for it.
class CanberraChime : public Chime {
 public:
  /// Told once, in a line, why there is no sound. Called on the thread that rings.
  using Complaint = std::function<void(const std::string&)>;

  explicit CanberraChime(Complaint complaint);
  CanberraChime(const CanberraChime&) = delete;
  CanberraChime& operator=(const CanberraChime&) = delete;
  ~CanberraChime() override;

  void ring() noexcept override;
  void rest() noexcept override;

 private:
  class Library;
  class Context;

  void complain(const std::string& why) noexcept;

  Complaint complaint_;
  bool has_complained_ = false;
  std::unique_ptr<const Library> library_;
  std::unique_ptr<Context> context_;  ///< while it rings, and a little longer
};

}  // namespace calmcalf
