// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/canberra/canberra_chime.hpp"

#include <stdexcept>
#include <utility>

#include <canberra.h>
#include <dlfcn.h>

namespace calmcalf {

/// libcanberra's functions, in a library that need not be there. It stays loaded: what it loads in its turn is not made
/// to be unloaded.
class CanberraChime::Library {
 public:
  Library() : handle_{::dlopen("libcanberra.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)} {
    if (!handle_) throw std::runtime_error{"libcanberra is not installed"};
    find(create, "ca_context_create");
    find(change_properties, "ca_context_change_props");
    find(play, "ca_context_play");
    find(playing, "ca_context_playing");
    find(destroy, "ca_context_destroy");
    find(in_words, "ca_strerror");
  }

  decltype(&ca_context_create) create = nullptr;
  decltype(&ca_context_change_props) change_properties = nullptr;
  decltype(&ca_context_play) play = nullptr;
  decltype(&ca_context_playing) playing = nullptr;
  decltype(&ca_context_destroy) destroy = nullptr;
  decltype(&ca_strerror) in_words = nullptr;

  /// Of what the functions return.
  void need(int result) const {
    if (result != CA_SUCCESS) throw std::runtime_error{in_words(result)};
  }

 private:
  struct Close {
    void operator()(void* handle) const noexcept { ::dlclose(handle); }
  };

  template <class Function>
  void find(Function& function, const char* name) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what POSIX says dlsym() is for
    function = reinterpret_cast<Function>(::dlsym(handle_.get(), name));
    if (function == nullptr) throw std::runtime_error{std::string{"libcanberra has no "} + name};
  }

  std::unique_ptr<void, Close> handle_;
};

/// A connection to the sound server.
class CanberraChime::Context {
 public:
  explicit Context(const Library& library) : library_{library} {
    library_.need(library_.create(&context_));
    library_.change_properties(context_, CA_PROP_APPLICATION_NAME, "Calmcalf", CA_PROP_APPLICATION_ID,
                               "io.github.calmcalf.Calmcalf", CA_PROP_APPLICATION_ICON_NAME,
                               "io.github.calmcalf.Calmcalf", nullptr);
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { library_.destroy(context_); }

  void play() {
    const auto result =
        library_.play(context_, id, CA_PROP_EVENT_ID, "message-new-instant", CA_PROP_EVENT_DESCRIPTION, "A reminder",
                      CA_PROP_MEDIA_ROLE, "event", CA_PROP_CANBERRA_CACHE_CONTROL, "volatile", nullptr);
    keep_alsa(result);
    library_.need(result);
  }

  [[nodiscard]] bool is_playing() const {
    int playing = 0;
    return library_.playing(context_, id, &playing) == CA_SUCCESS && playing != 0;
  }

 private:
  static constexpr std::uint32_t id = 1;

  /// libcanberra unloads its drivers, and each time ALSA loses the memory that it holds: so it stays, once it is there.
  /// After a failure it is gone already.
  static void keep_alsa(int result) {
    ::dlopen("libasound.so.2", RTLD_NOW | RTLD_NODELETE | (result == CA_SUCCESS ? RTLD_NOLOAD : 0));
  }

  const Library& library_;
  ca_context* context_ = nullptr;
};

CanberraChime::CanberraChime(Complaint complaint) : complaint_{std::move(complaint)} {}

/// A sound in the middle is left to the process's end: libcanberra's ALSA driver unloads itself from under its own
/// thread where it is stopped.
CanberraChime::~CanberraChime() {
  if (context_ && context_->is_playing()) context_.release();  // NOLINT(bugprone-unused-return-value): that is meant
}

void CanberraChime::ring() noexcept {
  try {
    if (!library_) library_ = std::make_unique<const Library>();
    if (!context_) context_ = std::make_unique<Context>(*library_);
    context_->play();
  } catch (const std::exception& failure) {
    context_.reset();
    complain(failure.what());
  }
}

void CanberraChime::rest() noexcept {
  if (context_ && !context_->is_playing()) context_.reset();
}

void CanberraChime::complain(const std::string& why) noexcept {
  if (std::exchange(has_complained_, true)) return;
  complaint_("Reminders make no sound: the notification server plays none, and " + why + ".");
}

}  // namespace calmcalf
