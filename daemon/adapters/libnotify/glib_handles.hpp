// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include <gio/gio.h>

namespace calmcalf {

/// Gives a GLib handle back with the function that GLib has for it.
template <auto give_back>
struct GiveBack {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    give_back(handle);
  }
};

template <class Object>
using ObjectHandle = std::unique_ptr<Object, GiveBack<g_object_unref>>;
using ContextHandle = std::unique_ptr<GMainContext, GiveBack<g_main_context_unref>>;
using LoopHandle = std::unique_ptr<GMainLoop, GiveBack<g_main_loop_unref>>;
using SourceHandle = std::unique_ptr<GSource, GiveBack<g_source_unref>>;
using VariantHandle = std::unique_ptr<GVariant, GiveBack<g_variant_unref>>;
using ErrorHandle = std::unique_ptr<GError, GiveBack<g_error_free>>;
using TextHandle = std::unique_ptr<gchar, GiveBack<g_free>>;

}  // namespace calmcalf
