// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>

namespace calmcalf::language {

/// The name of our catalogues.
inline constexpr const char* domain = "calmcalf";

/// From here on this process speaks as its environment asks: texts by LANGUAGE, LC_ALL, LC_MESSAGES or LANG, times and
/// dates by LC_TIME, the decimal sign by LC_NUMERIC. Numbers stay as they are read and written in files: only what
/// asks for the sign has it. Texts are UTF-8 whatever the locale's characters are. `catalogues` is the folder that has
/// de/LC_MESSAGES/calmcalf.mo. To be called before there are threads; a process that never calls it speaks English.
void follow_environment(const std::filesystem::path& catalogues);

/// What the user's locale puts between ones and tenths; a point where follow_environment() was never called.
[[nodiscard]] const std::string& decimal_sign();

}  // namespace calmcalf::language
