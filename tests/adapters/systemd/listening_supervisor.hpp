// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "adapters/environment_variable.hpp"
#include "adapters/fresh_folder.hpp"

namespace calmcalf {

/// The receiving end of sd_notify, as systemd has it: a datagram socket that NOTIFY_SOCKET names.
class ListeningSupervisor {
 public:
  ListeningSupervisor() : socket_{socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)} {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) std::abort();
  }
  ListeningSupervisor(const ListeningSupervisor&) = delete;
  ListeningSupervisor& operator=(const ListeningSupervisor&) = delete;
  ~ListeningSupervisor() { close(socket_); }

  /// The next message, which must be there already.
  [[nodiscard]] std::optional<std::string> heard() const {
    std::array<char, 512> text{};
    const auto length = recv(socket_, text.data(), text.size(), MSG_DONTWAIT);
    if (length < 0) return std::nullopt;
    return std::string{text.data(), static_cast<std::size_t>(length)};
  }

 private:
  FreshFolder folder_;
  std::string path_ = folder_ / "notify";
  int socket_;
  EnvironmentVariable environment_{"NOTIFY_SOCKET", path_};
};

}  // namespace calmcalf
