// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

namespace calmcalf {

/// Another program that has the database open.
class OtherProgram {
 public:
  explicit OtherProgram(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(handle_)};
  }
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;
  ~OtherProgram() { sqlite3_close(handle_); }

  void run(const std::string& statements) {
    if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error{sqlite3_errmsg(handle_)};
    }
  }

  /// All columns of all rows, each followed by a '|'.
  [[nodiscard]] std::string ask(const std::string& query) {
    std::string answer;
    const auto take = [](void* into, int columns, char** values, char**) {
      for (int i = 0; i < columns; ++i) {
        *static_cast<std::string*>(into) += std::string{values[i] != nullptr ? values[i] : "null"} + '|';
      }
      return 0;
    };
    if (sqlite3_exec(handle_, query.c_str(), take, &answer, nullptr) != SQLITE_OK) {
      throw std::runtime_error{sqlite3_errmsg(handle_)};
    }
    return answer;
  }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace calmcalf
