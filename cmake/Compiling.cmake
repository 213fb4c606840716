# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# How everything of ours is compiled. Warnings are errors in every preset; a packager who builds with a compiler that we
# have not met says -DCALMCALF_WERROR=OFF.

option(CALMCALF_WERROR "Treat warnings in our own code as errors" ON)
option(CALMCALF_SMALL "Optimize the service for size where anything is optimized, whatever the build type says" ON)
set(CALMCALF_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=: address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE_PROGRAM ccache)
  if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  endif()
endif()

add_library(calmcalf_compiling INTERFACE)
target_compile_options(calmcalf_compiling INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  # In a moved std::variant or std::optional, optimized or sanitized, GCC 12 and GCC 14 see what is not there.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # libstdc++'s stable_sort uses what it deprecates, which Clang takes for our doing.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  $<$<BOOL:${CALMCALF_WERROR}>:-Werror>)
if(CALMCALF_SANITIZE)
  target_compile_options(calmcalf_compiling INTERFACE
    -fsanitize=${CALMCALF_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_definitions(calmcalf_compiling INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(calmcalf_compiling INTERFACE -fsanitize=${CALMCALF_SANITIZE})
else()
  target_compile_definitions(calmcalf_compiling INTERFACE
    $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2> $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
  target_compile_options(calmcalf_compiling INTERFACE -ffunction-sections -fdata-sections)
  target_link_options(calmcalf_compiling INTERFACE -Wl,--gc-sections,--as-needed)
endif()

# A service that does nothing for hours is weighed by what it keeps in memory, a command by how long it takes: see FAST.
add_library(calmcalf_small INTERFACE)
if(CALMCALF_SMALL AND NOT CALMCALF_SANITIZE)
  target_compile_options(calmcalf_small INTERFACE $<$<NOT:$<CONFIG:Debug>>:-Os>)
endif()

if(CMAKE_UNITY_BUILD)
  # Of sources that are compiled as one these say what is not so. Nor may two of them use a name for two things.
  target_compile_options(calmcalf_compiling INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# What is not worth an optimizer's time in a sanitized build, where it takes half of a check: the sources of the calling
# folder and of those below it.
macro(calmcalf_compile_quickly)
  if(CALMCALF_SANITIZE)
    add_compile_options(-O0)
  endif()
endmacro()

# calmcalf_layer(NAME [FAST] [SOURCES file...] [USES layer...] [LIBRARIES target...])
#
# One layer or one adapter of the program: a static library of its own that can include its own folder's files, from
# daemon/, and link only what it names. tests/layers says which layer may use which. FAST: as fast as the build type
# makes it, where it is the time that is waited for; others are small.
function(calmcalf_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "FAST" "" "SOURCES;USES;LIBRARIES")
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/daemon)
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE calmcalf_compiling ${arg_LIBRARIES})
  if(NOT arg_FAST)
    target_link_libraries(${name} PRIVATE calmcalf_small)
  endif()
endfunction()
