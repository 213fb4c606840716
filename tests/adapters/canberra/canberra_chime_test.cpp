// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/canberra/canberra_chime.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// The real libcanberra on the real ALSA, whose sound card is a file.
class CanberraChimeTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream{configuration_} << "pcm.nobody { type null }\n"
                                  << "pcm.!default { type file slave.pcm nobody format raw file \"" << sound_.string()
                                  << "\" }\n";
    ::setenv("ALSA_CONFIG_PATH", configuration_.c_str(), 1);
    ::setenv("CANBERRA_DRIVER", "alsa", 1);
  }

  /// Whether its sound came to an end.
  static bool fell_silent() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (std::chrono::steady_clock::now() < deadline) {
      const std::filesystem::directory_iterator threads{"/proc/self/task"};
      if (std::distance(begin(threads), end(threads)) == 1) return true;
      std::this_thread::yield();
    }
    return false;
  }

  /// How much was played, once it is something.
  [[nodiscard]] std::uintmax_t played() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (std::chrono::steady_clock::now() < deadline) {
      std::error_code missing;
      const auto size = std::filesystem::file_size(sound_, missing);
      if (!missing && size > 0) return size;
      std::this_thread::yield();
    }
    return 0;
  }

  FreshFolder folder_;
  const std::filesystem::path configuration_ = folder_.path() / "asoundrc";
  const std::filesystem::path sound_ = folder_.path() / "sound";
  std::vector<std::string> complaints_;
  CanberraChime chime_{[this](const std::string& line) { complaints_.push_back(line); }};
};

TEST_F(CanberraChimeTest, RingsAgainAfterARest) {
  chime_.ring();
  EXPECT_GT(played(), 0U);
  ASSERT_TRUE(fell_silent());
  chime_.rest();
  std::filesystem::remove(sound_);
  chime_.ring();
  EXPECT_GT(played(), 0U);
  ASSERT_TRUE(fell_silent());
  EXPECT_THAT(complaints_, IsEmpty());
}

TEST_F(CanberraChimeTest, SaysOnceWhyThereIsNoSound) {
  ::setenv("CANBERRA_DRIVER", "none-such", 1);
  chime_.ring();
  chime_.ring();
  EXPECT_THAT(complaints_, ElementsAre(StartsWith("Reminders make no sound: ")));
}

TEST_F(CanberraChimeTest, NeedsNothingWhileItIsSilent) {
  chime_.rest();
  EXPECT_THAT(complaints_, IsEmpty());
}

}  // namespace
}  // namespace calmcalf
