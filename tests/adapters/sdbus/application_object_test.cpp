// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/application_object.hpp"

#include <optional>
#include <stdexcept>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/sdbus/private_bus.hpp"
#include "loop/loop.hpp"

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* application_name = "org.example.Application";

/// What a call came to; of an error its name.
struct Answered {
  std::string error;
  std::string text;
};

class ApplicationObjectTest : public testing::Test {
 protected:
  ApplicationObjectTest() {
    bool is_named = false;
    const auto naming = service_.request_name(application_name, [&](sd_bus_message* /*reply*/) { is_named = true; });
    turn_until(loop_, [&] { return is_named; });
  }

  /// `append` writes the arguments.
  template <class Append>
  Answered call(const char* member, Append append) {
    const auto message =
        launcher_.prepare({application_name, "/io/github/calmcalf/Calmcalf", "org.freedesktop.Application", member});
    append(message.get());
    std::optional<Answered> answered;
    const auto slot = launcher_.call(message, [&](sd_bus_message* reply) {
      const auto* error = sd_bus_message_get_error(reply);
      answered = error == nullptr ? Answered{} : Answered{error->name, error_text(reply)};
    });
    turn_until(loop_, [&] { return answered.has_value(); });
    return answered.value_or(Answered{"no reply", ""});
  }

  Answered call_action(const char* name) {
    return call("ActivateAction", [&](sd_bus_message* to) { sd_bus_message_append(to, "sava{sv}", name, 0, 0); });
  }

  static void not_called(std::error_code why) { ADD_FAILURE() << why.message(); }

  PrivateBus bus_;
  boost::asio::io_context loop_;
  BusConnection service_{loop_.get_executor(), BusConnection::Bus::system, not_called};
  BusConnection launcher_{loop_.get_executor(), BusConnection::Bus::system, not_called};
  std::vector<std::string> done_;
  ApplicationObject application_{service_,
                                 {.on_activate = [this] { done_.emplace_back("activate"); },
                                  .named = {{"cramp", [this] { done_.emplace_back("cramp"); }},
                                            {"break", [] { throw std::runtime_error{"it broke"}; }}}}};
};

TEST_F(ApplicationObjectTest, DoesWhatAClickOnTheApplicationIsFor) {
  const auto answered = call("Activate", [](sd_bus_message* to) {
    sd_bus_message_append(to, "a{sv}", 2, "desktop-startup-id", "s", "x", "activation-token", "s", "y");
  });
  EXPECT_EQ(answered.error, "");
  EXPECT_THAT(done_, ElementsAre("activate"));
}

TEST_F(ApplicationObjectTest, DoesTheActionThatIsNamed) {
  EXPECT_EQ(call_action("cramp").error, "");
  EXPECT_THAT(done_, ElementsAre("cramp"));
}

TEST_F(ApplicationObjectTest, SaysThatAnActionIsUnknown) {
  const auto answered = call_action("dance");
  EXPECT_EQ(answered.error, SD_BUS_ERROR_INVALID_ARGS);
  EXPECT_THAT(answered.text, HasSubstr("\"dance\""));
  EXPECT_THAT(done_, IsEmpty());
}

TEST_F(ApplicationObjectTest, TakesNoParameterAndNoOtherArguments) {
  const auto with_parameter = call(
      "ActivateAction", [](sd_bus_message* to) { sd_bus_message_append(to, "sava{sv}", "cramp", 1, "s", "left", 0); });
  EXPECT_EQ(with_parameter.error, SD_BUS_ERROR_INVALID_ARGS);
  EXPECT_THAT(with_parameter.text, HasSubstr("no parameter"));
  EXPECT_EQ(call("ActivateAction", [](sd_bus_message* to) { sd_bus_message_append(to, "s", "cramp"); }).error,
            SD_BUS_ERROR_INVALID_ARGS);
  EXPECT_EQ(call("Activate", [](sd_bus_message* /*to*/) {}).error, SD_BUS_ERROR_INVALID_ARGS);
  EXPECT_THAT(done_, IsEmpty());
}

TEST_F(ApplicationObjectTest, OpensNothing) {
  const auto answered =
      call("Open", [](sd_bus_message* to) { sd_bus_message_append(to, "asa{sv}", 1, "file:///etc/hostname", 0); });
  EXPECT_EQ(answered.error, SD_BUS_ERROR_NOT_SUPPORTED);
  EXPECT_THAT(done_, IsEmpty());
}

TEST_F(ApplicationObjectTest, SaysWhatWentWrongAndGoesOn) {
  const auto answered = call_action("break");
  EXPECT_EQ(answered.error, SD_BUS_ERROR_FAILED);
  EXPECT_EQ(answered.text, "it broke");
  EXPECT_EQ(call_action("cramp").error, "");
}

}  // namespace
}  // namespace calmcalf
