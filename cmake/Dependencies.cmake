# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# Every library that the program uses, each as one target. ARCHITECTURE.md says what each is for.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.66 gio-2.0)
pkg_check_modules(LIBNOTIFY REQUIRED IMPORTED_TARGET libnotify>=0.8)
pkg_check_modules(LIBSYSTEMD REQUIRED IMPORTED_TARGET libsystemd>=247)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.37)

# Boost.Asio alone, headers only: no compiled Boost library is looked for or linked.
find_path(BOOST_INCLUDE_DIR boost/asio.hpp REQUIRED)
file(STRINGS ${BOOST_INCLUDE_DIR}/boost/version.hpp BOOST_VERSION_LINE REGEX "#define BOOST_VERSION ")
string(REGEX REPLACE "[^0-9]" "" BOOST_VERSION_NUMBER "${BOOST_VERSION_LINE}")
if(BOOST_VERSION_NUMBER LESS 108100)
  message(FATAL_ERROR "Boost 1.81 or newer is needed (libboost1.81-dev on Debian 12); ${BOOST_INCLUDE_DIR} has "
                      "${BOOST_VERSION_NUMBER}")
endif()
add_library(calmcalf_asio INTERFACE)
target_include_directories(calmcalf_asio SYSTEM INTERFACE ${BOOST_INCLUDE_DIR})
target_compile_definitions(calmcalf_asio INTERFACE BOOST_ASIO_NO_DEPRECATED)
if(CALMCALF_SANITIZE STREQUAL thread)
  # The thread sanitizer knows no fences; Asio's locks order what is handed over in any case.
  target_compile_definitions(calmcalf_asio INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
endif()
target_link_libraries(calmcalf_asio INTERFACE Threads::Threads)

# libcanberra is loaded when there is a sound to play: only its header takes part in the build.
find_path(CANBERRA_INCLUDE_DIR canberra.h REQUIRED)
add_library(calmcalf_canberra_headers INTERFACE)
target_include_directories(calmcalf_canberra_headers SYSTEM INTERFACE ${CANBERRA_INCLUDE_DIR})

# toml++, headers only: distributions disagree on whether they ship it compiled.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(calmcalf_tomlplusplus INTERFACE)
target_include_directories(calmcalf_tomlplusplus SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})
target_compile_definitions(calmcalf_tomlplusplus INTERFACE TOML_HEADER_ONLY=1 TOML_EXCEPTIONS=0 TOML_ENABLE_FORMATTERS=0)
