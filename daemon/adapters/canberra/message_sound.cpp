// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/canberra/message_sound.hpp"

#include <cstdint>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>

#include <canberra.h>
#include <dlfcn.h>

namespace calmcalf {

namespace {

/// libcanberra's functions, in a library that need not be there.
class Canberra {
 public:
  Canberra() : handle_{::dlopen("libcanberra.so.0", RTLD_NOW | RTLD_LOCAL)} {
    if (handle_ == nullptr) throw std::runtime_error{"libcanberra is not installed"};
    find(create, "ca_context_create");
    find(destroy, "ca_context_destroy");
    find(change_properties, "ca_context_change_props");
    find(create_properties, "ca_proplist_create");
    find(destroy_properties, "ca_proplist_destroy");
    find(set_property, "ca_proplist_sets");
    find(play, "ca_context_play_full");
    find(in_words, "ca_strerror");
  }

  decltype(&ca_context_create) create = nullptr;
  decltype(&ca_context_destroy) destroy = nullptr;
  decltype(&ca_context_change_props) change_properties = nullptr;
  decltype(&ca_proplist_create) create_properties = nullptr;
  decltype(&ca_proplist_destroy) destroy_properties = nullptr;
  decltype(&ca_proplist_sets) set_property = nullptr;
  decltype(&ca_context_play_full) play = nullptr;
  decltype(&ca_strerror) in_words = nullptr;

  /// Of what the functions return.
  void need(int result) const {
    if (result != CA_SUCCESS) throw std::runtime_error{in_words(result)};
  }

 private:
  template <class Function>
  void find(Function& function, const char* name) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what POSIX says dlsym() is for
    function = reinterpret_cast<Function>(::dlsym(handle_, name));
    if (function == nullptr) throw std::runtime_error{std::string{"libcanberra has no "} + name};
  }

  void* handle_;
};

void tell_end(ca_context* /*context*/, std::uint32_t /*id*/, int result, void* end) {
  static_cast<std::promise<int>*>(end)->set_value(result);
}

}  // namespace

void play_message_sound() {
  const Canberra canberra;
  ca_context* new_context = nullptr;
  canberra.need(canberra.create(&new_context));
  std::unique_ptr<ca_context, decltype(canberra.destroy)> context{new_context, canberra.destroy};
  canberra.need(canberra.change_properties(context.get(), CA_PROP_APPLICATION_NAME, "Calmcalf", CA_PROP_APPLICATION_ID,
                                           "io.github.calmcalf.Calmcalf", CA_PROP_APPLICATION_ICON_NAME,
                                           "io.github.calmcalf.Calmcalf", nullptr));
  ca_proplist* new_sound = nullptr;
  canberra.need(canberra.create_properties(&new_sound));
  const std::unique_ptr<ca_proplist, decltype(canberra.destroy_properties)> sound{new_sound,
                                                                                  canberra.destroy_properties};
  canberra.need(canberra.set_property(sound.get(), CA_PROP_EVENT_ID, "message-new-instant"));
  canberra.need(canberra.set_property(sound.get(), CA_PROP_EVENT_DESCRIPTION, "A reminder"));
  canberra.need(canberra.set_property(sound.get(), CA_PROP_MEDIA_ROLE, "event"));
  canberra.need(canberra.set_property(sound.get(), CA_PROP_CANBERRA_CACHE_CONTROL, "volatile"));
  static std::promise<int> end;
  canberra.need(canberra.play(context.get(), 1, sound.get(), tell_end, &end));
  // The driver's thread is on its way out when it has told the end: what it uses is never destroyed.
  [[maybe_unused]] static const auto* const kept = context.release();
  canberra.need(end.get_future().get());
}

}  // namespace calmcalf
