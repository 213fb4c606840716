// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Drives a LibnotifyNotifier from outside, for the desktop tests: notifier_probe [RECORD [COMMAND...]]. It does the
// commands before its loop begins to turn, then takes one a line on standard input, and writes one report a line on
// standard output.
//
//   show KEY TITLE     a popup with the buttons Done and Later; its body has characters that are markup to some
//   alarm KEY TITLE    the same, but critical, silent and staying
//   withdraw KEY
//   ping TEXT          answers "pong TEXT" from the loop that the notifier reports to
//   quit               ends in order, and says how many milliseconds that took; so does the end of the input

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <unistd.h>

#include "adapters/libnotify/libnotify_notifier.hpp"

namespace calmcalf {
namespace {

const char* name_of(report::Failed::Why why) {
  switch (why) {
    case report::Failed::Why::no_server:
      return "no-server";
    case report::Failed::Why::no_answer:
      return "no-answer";
    case report::Failed::Why::refused:
      return "refused";
  }
  return "";
}

struct Line {
  std::string operator()(const report::Shown& shown) const { return "shown " + shown.key; }
  std::string operator()(const report::Failed& failed) const {
    return "failed " + failed.key + ' ' + name_of(failed.why) + ": " + failed.text;
  }
  std::string operator()(const report::Pressed& pressed) const {
    return "pressed " + pressed.key + ' ' + pressed.action;
  }
  std::string operator()(const report::Closed& closed) const { return "closed " + closed.key; }
  std::string operator()(const report::ServerGone&) const { return "server-gone"; }
  std::string operator()(const report::ServerBack&) const { return "server-back"; }
  std::string operator()(const report::ServerAnswers&) const { return "server-answers"; }
};

Notice notice_for(const std::string& kind, std::string key, std::string title) {
  Notice notice{.key = std::move(key),
                .title = std::move(title),
                .body = "Hold for 10 s & relax.\nLeft <b>and</b> right.",
                .without_buttons = "Answer with: calmcalf done",
                .actions = {{.key = "default", .label = "Show again"},
                            {.key = "done", .label = "Done"},
                            {.key = "later", .label = "Later"}}};
  if (kind == "progress" || kind == "tick") {
    notice.tick = kind == "tick";
    notice.progress = 40;
    notice.in_use = true;
  }
  if (kind == "alarm") {
    notice.urgency = Urgency::critical;
    notice.sound = false;
    notice.stays = true;
  }
  return notice;
}

/// Tells of itself where CALMCALF_PROBE_CHIME is set.
class ProbeChime : public Chime {
 public:
  explicit ProbeChime(boost::asio::io_context& loop) : loop_{loop} {}
  void ring() noexcept override {
    if (std::getenv("CALMCALF_PROBE_CHIME") != nullptr)
      boost::asio::post(loop_, [] { std::cout << "rung\n" << std::flush; });
  }

 private:
  boost::asio::io_context& loop_;
};

class Probe {
 public:
  Probe(boost::asio::io_context& loop, const std::string& record, const std::vector<std::string>& commands)
      : input_{loop, dup(STDIN_FILENO)},
        chime_{loop},
        notifier_{std::make_unique<LibnotifyNotifier>(loop.get_executor(), record, chime_)} {
    notifier_->on_report([](const NotifierReport& report) {
      std::cout << std::visit(Line{}, report) << '\n' << std::flush;
    });
    for (const auto& command : commands) obey(std::istringstream{command});
    read_command();
  }

 private:
  void read_command() {
    boost::asio::async_read_until(input_, boost::asio::dynamic_buffer(text_), '\n',
                                  [this](boost::system::error_code error, std::size_t length) {
                                    if (error) return quit();
                                    std::istringstream command{text_.substr(0, length - 1)};
                                    text_.erase(0, length);
                                    obey(std::move(command));
                                    if (notifier_) read_command();
                                  });
  }

  void obey(std::istringstream line) {
    std::string command;
    std::string key;
    std::string rest;
    line >> command >> key >> std::ws;
    std::getline(line, rest);
    if (command == "quit") return quit();
    if (command == "show" || command == "alarm" || command == "progress" || command == "tick")
      notifier_->show(notice_for(command, key, rest));
    if (command == "withdraw") notifier_->withdraw(key);
    if (command == "ping") std::cout << "pong " << key << '\n' << std::flush;
  }

  void quit() {
    const auto began = std::chrono::steady_clock::now();
    notifier_.reset();
    const auto took = std::chrono::steady_clock::now() - began;
    std::cout << "ended " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << '\n' << std::flush;
  }

  boost::asio::posix::stream_descriptor input_;
  std::string text_;
  ProbeChime chime_;
  std::unique_ptr<LibnotifyNotifier> notifier_;
};

}  // namespace
}  // namespace calmcalf

int main(int count, char** arguments) {
  try {
    boost::asio::io_context loop{1};
    const std::vector<std::string> words{arguments, arguments + count};
    const calmcalf::Probe probe{loop, count > 1 ? words[1] : "", {words.begin() + std::min(count, 2), words.end()}};
    loop.run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
