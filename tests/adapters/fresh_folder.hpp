// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include <unistd.h>

namespace calmcalf {

/// An empty folder of the test's own, gone with it.
class FreshFolder {
 public:
  enum class On {
    disk,
    memory,  ///< where the machine has such a place: a database flushes all that it writes, and disks take their time
  };

  explicit FreshFolder(On where = On::disk) {
    std::string name = (place(where) / "calmcalf-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error{errno, std::generic_category(), name};
    path_ = name;
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  ~FreshFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  static std::filesystem::path place(On where) {
    constexpr const char* memory = "/dev/shm";
    const bool has_memory = where == On::memory && ::access(memory, W_OK | X_OK) == 0;
    return has_memory ? memory : std::filesystem::temp_directory_path();
  }

  std::filesystem::path path_;
};

}  // namespace calmcalf
