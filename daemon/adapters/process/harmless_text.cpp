// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/harmless_text.hpp"

#include <algorithm>
#include <memory>

#include <glib.h>

namespace calmcalf {
namespace {

constexpr int longest_line = 400;  ///< in characters
constexpr std::string_view replacement = "\uFFFD";

struct Free {
  void operator()(gchar* text) const noexcept { g_free(text); }
};
using Text = std::unique_ptr<gchar, Free>;

}  // namespace

std::string harmless_line(std::string_view text) {
  const Text valid{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()))};
  std::string line;
  int length = 0;
  const gchar* next = nullptr;
  for (const gchar* at = valid.get(); *at != '\0'; at = next) {
    if (++length > longest_line) return line + " [...]";
    next = g_utf8_next_char(at);
    if (*at != '\t' && g_unichar_iscntrl(g_utf8_get_char(at)))
      line += replacement;
    else
      line.append(at, next);
  }
  return line;
}

std::vector<std::string> harmless_lines(std::string_view output) {
  std::vector<std::string> lines;
  while (!output.empty()) {
    const auto line = output.substr(0, output.find('\n'));
    output.remove_prefix(std::min(line.size() + 1, output.size()));
    const auto text = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    if (!text.empty()) lines.push_back(harmless_line(text));
  }
  return lines;
}

}  // namespace calmcalf
