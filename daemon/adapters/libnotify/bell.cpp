// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/bell.hpp"

#include <utility>

namespace calmcalf {
namespace {

constexpr gint64 at_once = 0;
constexpr gint64 never = -1;

gboolean dispatch(GSource* source, GSourceFunc callback, gpointer bell) noexcept {
  g_source_set_ready_time(source, never);
  return callback(bell);
}

gboolean run(gpointer call) noexcept {
  (*static_cast<std::function<void()>*>(call))();
  return G_SOURCE_CONTINUE;
}

/// A source that does nothing but wait for its time.
GSource* new_source() {
  static GSourceFuncs functions{.prepare = nullptr,
                                .check = nullptr,
                                .dispatch = dispatch,
                                .finalize = nullptr,
                                .closure_callback = nullptr,
                                .closure_marshal = nullptr};
  return g_source_new(&functions, sizeof(GSource));
}

}  // namespace

Bell::Bell(GMainContext* context, std::function<void()> call) : call_{std::move(call)}, source_{new_source()} {
  g_source_set_callback(source_.get(), run, &call_, nullptr);
  g_source_attach(source_.get(), context);
}

Bell::~Bell() {
  g_source_destroy(source_.get());
}

void Bell::ring() noexcept {
  g_source_set_ready_time(source_.get(), at_once);
}

void Bell::ring_after(std::chrono::milliseconds time) noexcept {
  g_source_set_ready_time(source_.get(), g_get_monotonic_time() + std::chrono::microseconds{time}.count());
}

void Bell::silence() noexcept {
  g_source_set_ready_time(source_.get(), never);
}

}  // namespace calmcalf
