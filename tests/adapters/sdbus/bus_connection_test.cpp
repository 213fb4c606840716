// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/bus_connection.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/sdbus/private_bus.hpp"
#include "loop/loop.hpp"

namespace calmcalf {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

BusMethod of_bus(const char* member) {
  return {"org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member};
}

BusMethod of(const std::string& destination) {
  return {destination, "/", "org.example.Interface", "Method"};
}

std::string unique_name(const BusHandle& bus) {
  const char* name = nullptr;
  sd_bus_get_unique_name(bus.get(), &name);  // waits until there is one
  return name;
}

/// Returns when the bus has it, and has sent it on.
void emit(const BusHandle& bus, const char* member, int times = 1) {
  for (int i = 0; i < times; ++i)
    sd_bus_emit_signal(bus.get(), "/org/example", "org.example.Interface", member, "i", i);
  sd_bus_call_method(bus.get(), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId",
                     nullptr, nullptr, nullptr);
}

std::string rule(const char* member) {
  return std::string{"type='signal',path='/org/example',interface='org.example.Interface',member='"} + member + "'";
}

std::string error_name(sd_bus_message* reply) {
  const auto* error = sd_bus_message_get_error(reply);
  return error == nullptr ? "" : error->name;
}

class BusConnectionTest : public testing::Test {
 protected:
  BusConnectionTest() { connect(); }

  void connect() {
    connection_ = std::make_unique<BusConnection>(loop_.get_executor(), BusConnection::Bus::system,
                                                  [this](std::error_code why) { losses_.push_back(why); });
  }

  /// The name of the error that the call brings; empty for none.
  std::string error_of(const BusMethod& method, BusConnection::Limit limit = std::nullopt) {
    std::optional<std::string> error;
    const auto slot = connection_->call(
        connection_->prepare(method), [&](sd_bus_message* reply) { error = error_name(reply); }, limit);
    turn_until(loop_, [&] { return error.has_value(); });
    return error.value_or("no reply");
  }

  void turn_until_connected() { EXPECT_EQ(error_of(of_bus("GetId")), ""); }

  void turn_until_lost() {
    turn_until(loop_, [&] { return !losses_.empty(); });
  }

  PrivateBus bus_;
  boost::asio::io_context loop_;
  std::vector<std::error_code> losses_;
  std::unique_ptr<BusConnection> connection_;
};

TEST_F(BusConnectionTest, BringsTheReplyToACall) {
  std::optional<int> owned;
  const auto call = connection_->prepare(of_bus("NameHasOwner"));
  sd_bus_message_append(call.get(), "s", "org.freedesktop.DBus");
  const auto slot = connection_->call(call, [&](sd_bus_message* reply) {
    owned.emplace();
    EXPECT_GT(sd_bus_message_read(reply, "b", &*owned), 0);
    EXPECT_EQ(error_text(reply), "");
  });
  EXPECT_FALSE(owned);
  turn_until(loop_, [&] { return owned.has_value(); });
  EXPECT_EQ(owned, 1);
}

TEST_F(BusConnectionTest, BringsTheErrorThatACallComesTo) {
  EXPECT_EQ(error_of(of_bus("NoSuchMethod")), SD_BUS_ERROR_UNKNOWN_METHOD);
}

TEST_F(BusConnectionTest, SaysWhatAnErrorIsAbout) {
  std::string text;
  const auto slot = connection_->call(connection_->prepare(of_bus("NoSuchMethod")),
                                      [&](sd_bus_message* reply) { text = error_text(reply); });
  turn_until(loop_, [&] { return !text.empty(); });
  EXPECT_THAT(text, testing::HasSubstr("NoSuchMethod"));
}

TEST_F(BusConnectionTest, ConnectsToTheSessionBusAsToTheSystemBus) {
  const EnvironmentVariable session{"DBUS_SESSION_BUS_ADDRESS", std::getenv("DBUS_SYSTEM_BUS_ADDRESS")};
  const EnvironmentVariable no_system{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"};
  connection_ = std::make_unique<BusConnection>(loop_.get_executor(), BusConnection::Bus::session,
                                                [this](std::error_code why) { losses_.push_back(why); });
  turn_until_connected();
  EXPECT_TRUE(losses_.empty());
}

TEST_F(BusConnectionTest, StartsNoServiceThatDoesNotRun) {
  EXPECT_EQ(error_of(of("org.example.Startable")), SD_BUS_ERROR_NAME_HAS_NO_OWNER);
}

TEST_F(BusConnectionTest, WaitsForAPeerWhoNeverAnswersNoLongerThanItIsTold) {
  const auto peer = bus_.another();
  const auto name = unique_name(peer);
  turn_until_connected();
  const auto began = steady_clock::now();
  EXPECT_EQ(error_of(of(name), milliseconds{20}), SD_BUS_ERROR_NO_REPLY);
  EXPECT_GE(steady_clock::now() - began, milliseconds{20});
}

TEST_F(BusConnectionTest, HasNoTimerSetWhileItWaitsForSignalsAndForCallsWithoutALimit) {
  const auto peer = bus_.another();
  const auto name = unique_name(peer);
  const auto match = connection_->match(rule("Signal"), [](sd_bus_message* /*signal*/) {});
  const auto slot = connection_->call(connection_->prepare(of(name)), [](sd_bus_message* /*reply*/) {});
  turn_until_connected();
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(BusConnectionTest, HasATimerSetWhileACallHasALimitAndNoneAfterIt) {
  const auto peer = bus_.another();
  const auto name = unique_name(peer);
  turn_until_connected();
  auto slot =
      connection_->call(connection_->prepare(of(name)), [](sd_bus_message* /*reply*/) {}, std::chrono::hours{1});
  EXPECT_EQ(timers_set(), 1);
  slot.reset();
  turn_until_connected();
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(BusConnectionTest, SendsWhatIsMoreThanTheSocketHolds) {
  turn_until_connected();
  const auto call = connection_->prepare(of_bus("NameHasOwner"));
  std::string much;
  much.resize(30'000'000, 'x');
  sd_bus_message_append(call.get(), "s", much.c_str());
  bool replied = false;
  const auto slot = connection_->call(call, [&](sd_bus_message* reply) {
    EXPECT_EQ(error_name(reply), "");
    replied = true;
  });
  turn_until(loop_, [&] { return replied; });
}

TEST_F(BusConnectionTest, SendsWhatIsAskedForBeforeTheConnectionStandsInOrder) {
  std::vector<SlotHandle> slots;
  std::vector<int> answered;
  for (int i = 0; i < 100; ++i)
    slots.push_back(connection_->call(connection_->prepare(of_bus("GetId")), [&answered, i](sd_bus_message* reply) {
      EXPECT_EQ(error_name(reply), "");
      answered.push_back(i);
    }));
  turn_until(loop_, [&] { return answered.size() == slots.size(); });
  EXPECT_TRUE(std::ranges::is_sorted(answered));
}

TEST_F(BusConnectionTest, TellsOfASignalThatIsWaitedForAsLongAsItIs) {
  const auto peer = bus_.another();
  int signals = 0;
  int others = 0;
  auto slot = connection_->match(rule("Signal"), [&](sd_bus_message* /*signal*/) { ++signals; });
  const auto other = connection_->match(rule("Other"), [&](sd_bus_message* /*signal*/) { ++others; });
  turn_until_connected();
  emit(peer, "Signal");
  emit(peer, "Other");
  turn_until(loop_, [&] { return others == 1; });
  EXPECT_EQ(signals, 1);
  slot.reset();
  emit(peer, "Signal");
  emit(peer, "Other");
  turn_until(loop_, [&] { return others == 2; });
  EXPECT_EQ(signals, 1);
}

TEST_F(BusConnectionTest, LeavesTheLoopToOthersWhileSignalsPourIn) {
  const auto peer = bus_.another();
  int signals = 0;
  const auto slot = connection_->match(rule("Signal"), [&](sd_bus_message* /*signal*/) { ++signals; });
  turn_until_connected();
  emit(peer, "Signal", 1000);
  int most = 0;
  while (signals < 1000) {
    const int before = signals;
    ASSERT_EQ(loop_.run_one_for(std::chrono::seconds{20}), 1U);
    most = std::max(most, signals - before);
  }
  EXPECT_LE(most, 64);
}

TEST_F(BusConnectionTest, SaysOnceThatTheBusIsGoneAfterAnsweringWhatWasAsked) {
  const auto peer = bus_.another();
  std::string error;
  turn_until_connected();
  const auto slot = connection_->call(connection_->prepare(of(unique_name(peer))), [&](sd_bus_message* reply) {
    EXPECT_TRUE(losses_.empty());
    error = error_name(reply);
  });
  const auto match = connection_->match(rule("Signal"), [](sd_bus_message* /*signal*/) { FAIL(); });
  bus_.kill();
  turn_until_lost();
  EXPECT_NE(error, "");
  loop_.poll();
  EXPECT_EQ(losses_.size(), 1U);
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(BusConnectionTest, TakesWhatIsAskedOfItWhenTheBusIsGoneAndDoesNothing) {
  turn_until_connected();
  bus_.kill();
  const auto before = connection_->call(connection_->prepare(of_bus("GetId")), [](sd_bus_message* /*reply*/) {});
  turn_until_lost();
  const auto call = connection_->prepare(of_bus("GetId"));
  sd_bus_message_append(call.get(), "s", "argument");
  EXPECT_FALSE(call);
  EXPECT_FALSE(connection_->call(call, [](sd_bus_message* /*reply*/) { FAIL(); }));
  EXPECT_FALSE(connection_->match(rule("Signal"), [](sd_bus_message* /*signal*/) { FAIL(); }));
  loop_.poll();
  EXPECT_EQ(losses_.size(), 1U);
}

TEST_F(BusConnectionTest, SaysThatThereIsNoBusAndNotBeforeTheLoopTurns) {
  bus_.kill();
  const EnvironmentVariable nowhere{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"};
  connect();
  EXPECT_FALSE(connection_->match(rule("Signal"), [](sd_bus_message* /*signal*/) { FAIL(); }));
  EXPECT_FALSE(connection_->prepare(of_bus("GetId")));
  EXPECT_TRUE(losses_.empty());
  turn_until_lost();
  EXPECT_THAT(losses_, testing::ElementsAre(std::make_error_code(std::errc::no_such_file_or_directory)));
}

TEST_F(BusConnectionTest, SaysNothingOfABusThatIsNotThereOnceItIsDestroyed) {
  const EnvironmentVariable nowhere{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"};
  connect();
  connection_.reset();
  loop_.poll();
  EXPECT_TRUE(losses_.empty());
}

TEST_F(BusConnectionTest, HoldsNothingUpWhileTheBusDoesNotLetItIn) {
  bus_.stop();
  connect();
  bool called = false;
  bool posted = false;
  const auto slot =
      connection_->call(connection_->prepare(of_bus("GetId")), [&](sd_bus_message* /*reply*/) { called = true; });
  boost::asio::post(loop_, [&] { posted = true; });
  turn_until(loop_, [&] { return posted; });
  loop_.poll();
  EXPECT_FALSE(called);
  EXPECT_TRUE(losses_.empty());
}

TEST_F(BusConnectionTest, MayBeDestroyedInAReply) {
  bool replied = false;
  const auto slot = connection_->call(connection_->prepare(of_bus("GetId")), [&](sd_bus_message* reply) {
    connection_.reset();
    const char* id = nullptr;
    EXPECT_GT(sd_bus_message_read(reply, "s", &id), 0);
    replied = true;
  });
  const auto never =
      connection_->call(connection_->prepare(of_bus("GetId")), [](sd_bus_message* /*reply*/) { FAIL(); });
  turn_until(loop_, [&] { return replied; });
  loop_.poll();
}

TEST_F(BusConnectionTest, MayBeDestroyedInASignalThatOthersWaitForToo) {
  const auto peer = bus_.another();
  int signals = 0;
  const auto end = [&](sd_bus_message* /*signal*/) {
    ++signals;
    connection_.reset();
  };
  const auto one = connection_->match(rule("Signal"), end);
  const auto another = connection_->match(rule("Signal"), end);
  turn_until_connected();
  emit(peer, "Signal", 3);
  turn_until(loop_, [&] { return signals > 0; });
  loop_.poll();
  EXPECT_EQ(signals, 1);
}

TEST_F(BusConnectionTest, MayBeDestroyedAndMadeAnewWhenTheBusIsGone) {
  bool told = false;
  std::unique_ptr<BusConnection> connection;
  connection =
      std::make_unique<BusConnection>(loop_.get_executor(), BusConnection::Bus::system, [&](std::error_code /*why*/) {
        connection.reset();
        connect();
        told = true;
      });
  turn_until_connected();
  connection_.reset();
  bus_.kill();
  turn_until(loop_, [&] { return told; });
  turn_until_lost();
}

TEST_F(BusConnectionTest, LetsASlotBeDroppedAndReplacedInItsOwnCallback) {
  int replies = 0;
  SlotHandle slot;
  std::function<void()> ask = [&] {
    slot = connection_->call(connection_->prepare(of_bus("GetId")), [&, kept = std::string(100, 'x')](auto*) {
      if (++replies < 3) ask();
      EXPECT_EQ(kept, std::string(100, 'x'));
    });
  };
  ask();
  turn_until(loop_, [&] { return replies == 3; });

  const auto peer = bus_.another();
  int signals = 0;
  int marks = 0;
  slot = connection_->match(rule("Signal"), [&, kept = std::string(100, 'x')](sd_bus_message* /*signal*/) {
    ++signals;
    slot.reset();
    EXPECT_EQ(kept, std::string(100, 'x'));
  });
  const auto mark = connection_->match(rule("Mark"), [&](sd_bus_message* /*signal*/) { ++marks; });
  turn_until_connected();
  emit(peer, "Signal", 3);
  emit(peer, "Mark");
  turn_until(loop_, [&] { return marks == 1; });
  EXPECT_EQ(signals, 1);
}

TEST_F(BusConnectionTest, NeverCallsBackForACallWhoseSlotIsGone) {
  auto slot = connection_->call(connection_->prepare(of_bus("GetId")), [](sd_bus_message* /*reply*/) { FAIL(); });
  slot.reset();
  turn_until_connected();
}

TEST_F(BusConnectionTest, LetsWhatACallbackThrowsOutOfTheLoopAndGoesOn) {
  const auto slot = connection_->call(connection_->prepare(of_bus("GetId")),
                                      [](sd_bus_message* /*reply*/) { throw std::runtime_error{"the disk is full"}; });
  const auto turn = [&] { turn_until(loop_, [] { return false; }); };
  EXPECT_THROW(turn(), std::runtime_error);
  turn_until_connected();
}

TEST_F(BusConnectionTest, RefusesARuleThatIsNone) {
  EXPECT_THROW(static_cast<void>(connection_->match("colour='blue'", {})), std::system_error);
  EXPECT_THROW(static_cast<void>(connection_->prepare(of("no name"))), std::system_error);
}

}  // namespace
}  // namespace calmcalf
