// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

/// Plays the desktop's sound for a new message (freedesktop Sound Naming Specification: "message-new-instant"), by
/// libcanberra, and returns when it is over. Throws std::runtime_error: why there is no sound, a few words.
///
/// For a process that ends soon after. libcanberra brings a megabyte of other libraries, and its ALSA driver cannot be
/// unloaded safely, so neither it nor its connection to the sound server is ever given back.
void play_message_sound();

}  // namespace calmcalf
