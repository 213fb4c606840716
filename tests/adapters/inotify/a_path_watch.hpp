// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/inotify/path_watch.hpp"

namespace calmcalf {

/// An event loop with watches in it, and somebody who works on the files.
class APathWatch : public testing::Test {
 protected:
  APathWatch() { write("sentinel/file"); }

  void watch(const std::vector<std::string>& names) {
    std::vector<std::filesystem::path> paths;
    for (const auto& name : names) paths.push_back(root_ / name);
    watch_ =
        std::make_unique<PathWatch>(loop_.get_executor(), std::move(paths),
                                    PathWatch::Callbacks{
                                        .on_change = [this] { ++changes_; },
                                        .on_unwatched = [this](const std::string& line) { unwatched_.push_back(line); },
                                    },
                                    times_);
  }

  [[nodiscard]] bool run_until(const std::function<bool()>& is_so) {
    loop_.restart();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (!is_so() && loop_.run_one_until(end) > 0) {
    }
    return is_so();
  }

  /// Everything that happened to the files has been heard of.
  void listen() {
    loop_.restart();
    while (loop_.poll() > 0) {
    }
  }

  /// It is told of what happened since, once.
  void expect_told() {
    EXPECT_TRUE(run_until([&] { return changes_ > expected_; })) << "nothing was told of";
    EXPECT_EQ(changes_, ++expected_);
    expected_ = changes_;
  }

  /// Nothing is told of. What another watch hears of after it is told of, and that comes later.
  void expect_untold() {
    listen();
    int told = 0;
    const PathWatch sentinel{loop_.get_executor(),
                             {root_ / "sentinel/file"},
                             {.on_change = [&] { ++told; }, .on_unwatched = [](const std::string&) {}},
                             times_};
    write("sentinel/file");
    EXPECT_TRUE(run_until([&] { return told > 0; }));
    EXPECT_EQ(changes_, expected_);
    expected_ = changes_;
  }

  void make_folder(const std::string& name) const { std::filesystem::create_directories(root_ / name); }

  void write(const std::string& name, const std::string& text = "text") const {
    make_folder(std::filesystem::path{name}.parent_path().string());
    std::ofstream{root_ / name} << text;
  }

  void move(const std::string& from, const std::string& to) const { std::filesystem::rename(root_ / from, root_ / to); }
  void remove(const std::string& name) const { std::filesystem::remove_all(root_ / name); }

  void link(const std::string& name, const std::filesystem::path& target) const {
    make_folder(std::filesystem::path{name}.parent_path().string());
    std::filesystem::create_symlink(target, root_ / name);
  }

  /// As `ln -sfn` of today, stow and home-manager do it: there is no instant without a link.
  void point_elsewhere(const std::string& name, const std::filesystem::path& target) const {
    link(name + ".new", target);
    move(name + ".new", name);
  }

  boost::asio::io_context loop_;
  FreshFolder folder_;
  std::filesystem::path root_ = std::filesystem::canonical(folder_.path());
  Settling::Times times_{.quiet = std::chrono::milliseconds{20}, .at_most = std::chrono::hours{1}};
  int changes_ = 0;
  int expected_ = 0;
  std::vector<std::string> unwatched_;
  std::unique_ptr<PathWatch> watch_;
};

}  // namespace calmcalf
