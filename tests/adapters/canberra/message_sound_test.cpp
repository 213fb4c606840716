// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/canberra/message_sound.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gmock/gmock.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

using testing::Not;
using testing::StrEq;
using testing::ThrowsMessage;

/// The real libcanberra on the real ALSA, whose sound card is a file. It is meant for a process that ends with its
/// sound, so that no test plays two.
class MessageSoundTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream{configuration_} << "pcm.nobody { type null }\n"
                                  << "pcm.!default { type file slave.pcm nobody format raw file \"" << sound_.string()
                                  << "\" }\n";
    ::setenv("ALSA_CONFIG_PATH", configuration_.c_str(), 1);
    ::setenv("CANBERRA_DRIVER", "alsa", 1);
  }

  FreshFolder folder_;
  const std::filesystem::path configuration_ = folder_.path() / "asoundrc";
  const std::filesystem::path sound_ = folder_.path() / "sound";
};

TEST_F(MessageSoundTest, IsOverWhenAllOfItWasPlayed) {
  play_message_sound();
  EXPECT_GT(std::filesystem::file_size(sound_), 100'000U);
}

TEST_F(MessageSoundTest, SaysWhyThereIsNone) {
  ::setenv("CANBERRA_DRIVER", "none-such", 1);
  EXPECT_THAT(play_message_sound, ThrowsMessage<std::runtime_error>(Not(StrEq(""))));
}

}  // namespace
}  // namespace calmcalf
