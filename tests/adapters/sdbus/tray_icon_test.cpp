// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/tray_icon.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using Mood = Tonight::Mood;
using Pixel = std::array<int, 4>;

constexpr std::array moods{Mood::resting, Mood::waiting, Mood::due, Mood::paused, Mood::problem};
constexpr std::array sizes{16, 22, 32, 48};
constexpr double sixteenths = 16;

/// The pixel at a place in sixteenths of the side: alpha, red, green, blue.
Pixel pixel(const Pixmap& picture, double x, double y) {
  const auto index = [&](double place) { return static_cast<std::size_t>(place / sixteenths * picture.size); };
  const auto at = 4 * (index(y) * static_cast<std::size_t>(picture.size) + index(x));
  return {picture.bytes.at(at), picture.bytes.at(at + 1), picture.bytes.at(at + 2), picture.bytes.at(at + 3)};
}

std::string svg_of(Mood mood) {
  std::ifstream file{std::string{CALMCALF_ICONS} + "/" + tray_icon_name(mood) + ".svg"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

Pixel opaque(const std::string& colour) {
  const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  return {255, part(0), part(2), part(4)};
}

TEST(TrayIcon, IsASquareOfWholePixels) {
  for (const int size : sizes) {
    const auto picture = draw_tray_icon(Mood::due, size);
    EXPECT_EQ(picture.size, size);
    EXPECT_EQ(picture.bytes.size(), static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4);
  }
}

TEST(TrayIcon, DiffersByMoodAtEverySize) {
  for (const int size : sizes) {
    std::set<std::vector<std::uint8_t>> pictures;
    std::set<std::vector<std::uint8_t>> shapes;
    for (const auto mood : moods) {
      auto bytes = draw_tray_icon(mood, size).bytes;
      pictures.insert(bytes);
      for (std::size_t i = 0; i < bytes.size(); ++i)
        if (i % 4 != 0) bytes[i] = 0;
      shapes.insert(bytes);
    }
    EXPECT_EQ(pictures.size(), moods.size());
    EXPECT_EQ(shapes.size(), moods.size());
  }
}

TEST(TrayIcon, IsACrescentThatIsClearAroundAndSoftAtTheEdge) {
  const auto picture = draw_tray_icon(Mood::resting, 48);
  EXPECT_EQ(pixel(picture, 0.1, 0.1), Pixel{});
  EXPECT_EQ(pixel(picture, 10.4, 5.6), Pixel{});  // where the bite is
  EXPECT_EQ(pixel(picture, 4, 10), opaque("6a80dc"));
  bool is_soft = false;
  for (std::size_t i = 0; i < picture.bytes.size(); i += 4) {
    const int alpha = picture.bytes[i];
    is_soft = is_soft || (alpha > 0 && alpha < 255);
    EXPECT_EQ(picture.bytes.at(i + 1), alpha > 0 ? 0x6a : 0) << "colours are not multiplied with alpha";
  }
  EXPECT_TRUE(is_soft);
}

/// A disc or a bar of a file: its middle, half its width and its colour.
struct Mark {
  double x, y, reach;
  std::string colour;
};

std::vector<Mark> marks_in(const std::string& svg) {
  const std::regex disc{R"re(<circle cx="([0-9.]+)" cy="([0-9.]+)" r="([0-9.]+)" fill="#([0-9a-f]{6})")re"};
  const std::regex bar{
      R"re(<rect x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" rx="[0-9.]+" fill="#([0-9a-f]{6})")re"};
  std::vector<Mark> marks;
  for (std::sregex_iterator each{svg.begin(), svg.end(), disc}, end; each != end; ++each)
    marks.push_back({std::stod((*each)[1]), std::stod((*each)[2]), std::stod((*each)[3]), (*each)[4]});
  for (std::sregex_iterator each{svg.begin(), svg.end(), bar}, end; each != end; ++each) {
    const double half_width = std::stod((*each)[3]) / 2;
    const double half_height = std::stod((*each)[4]) / 2;
    marks.push_back({std::stod((*each)[1]) + half_width, std::stod((*each)[2]) + half_height, half_width, (*each)[5]});
  }
  return marks;
}

TEST(TrayIcon, IsOneWithTheInstalledFiles) {
  const std::regex moon{R"re(<path fill="#([0-9a-f]{6})")re"};
  std::size_t marks = 0;
  for (const auto mood : moods) {
    const auto picture = draw_tray_icon(mood, 96);
    const auto svg = svg_of(mood);
    std::smatch found;
    ASSERT_TRUE(std::regex_search(svg, found, moon)) << tray_icon_name(mood);
    EXPECT_EQ(pixel(picture, 4, 10), opaque(found[1]));
    for (const auto& mark : marks_in(svg)) {
      ++marks;
      for (const double side : {-1.0, 1.0}) {
        const auto within = pixel(picture, mark.x + side * (mark.reach - 0.35), mark.y);
        const auto beyond = pixel(picture, mark.x + side * (mark.reach + 0.35), mark.y);
        EXPECT_EQ(within, opaque(mark.colour)) << tray_icon_name(mood);
        EXPECT_NE(beyond, opaque(mark.colour)) << tray_icon_name(mood);
      }
    }
  }
  EXPECT_EQ(marks, 6);
}

}  // namespace
}  // namespace calmcalf
