# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# How a test is added. Every test has a label: unit, story, desktop, browser, lint; threads where it starts some,
# properties where it tries what must hold in every evening.

find_package(GTest REQUIRED)
# The system's own Python: the desktop tests need its GObject bindings, which no other Python has.
find_program(CALMCALF_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
include(GoogleTest)

# What the thread sanitizer has to build: `cmake --build --preset tsan --target threads_tests`.
add_custom_target(threads_tests)

# Its first is all that gtest_discover_tests() takes of it: no list.
if(CALMCALF_SANITIZE MATCHES thread)
  set(CALMCALF_TEST_ENVIRONMENT
    TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp)
else()
  set(CALMCALF_TEST_ENVIRONMENT ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
    LSAN_OPTIONS=print_suppressions=0:suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp)
endif()

# In the tests' own sources, half of all, only addresses are looked after: that compiles sooner.
add_library(calmcalf_compiling_tests INTERFACE)
if(CALMCALF_SANITIZE MATCHES undefined)
  target_compile_options(calmcalf_compiling_tests INTERFACE
    -fno-sanitize=undefined $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=fuzzer-no-link>)
endif()

# A sanitized process takes longer to begin than most tests do.
option(CALMCALF_TEST_WHOLE_PROGRAMS "A GoogleTest executable is one of ctest's tests, instead of each that is in it" OFF)

# calmcalf_test(NAME SOURCES file... [USES layer...] [LIBRARIES target...] [LABEL label] [TIMEOUT seconds] [SHARDS n])
#
# A GoogleTest executable. It uses the layers that it tests, compiled as they are. The label is `unit` unless another is
# given. SHARDS: where whole programs are run, this one's tests are dealt out to so many of ctest's.
function(calmcalf_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT;SHARDS" "SOURCES;USES;LIBRARIES")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  add_executable(${name}_test ${arg_SOURCES})
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name}_test PRIVATE calmcalf_compiling calmcalf_compiling_tests ${arg_USES}
    ${arg_LIBRARIES} GTest::gmock_main)
  if(arg_LABEL STREQUAL threads)
    add_dependencies(threads_tests ${name}_test)
  endif()
  if(CALMCALF_TEST_WHOLE_PROGRAMS)
    calmcalf_add_whole_program(${name} "${arg_SHARDS}" "${arg_LABEL}" ${arg_TIMEOUT})
  else()
    list(GET CALMCALF_TEST_ENVIRONMENT 0 environment)
    # Asked for its tests when they run, not in the midst of the build.
    gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
      PROPERTIES LABELS ${arg_LABEL} ENVIRONMENT ${environment} TIMEOUT ${arg_TIMEOUT})
  endif()
endfunction()

function(calmcalf_add_whole_program name shards label timeout)
  if(NOT shards)
    set(shards 1)
  endif()
  math(EXPR last "${shards} - 1")
  math(EXPR timeout "${timeout} * 5")
  foreach(shard RANGE ${last})
    add_test(NAME ${name}.${shard} COMMAND ${name}_test --gtest_brief=1)
    set_tests_properties(${name}.${shard} PROPERTIES LABELS ${label} TIMEOUT ${timeout}
      ENVIRONMENT "${CALMCALF_TEST_ENVIRONMENT};GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()

# calmcalf_check(NAME COMMAND command arg... [LABELS label...] [TIMEOUT seconds])
#
# A test that is a program of its own. 77 as its exit status means that it cannot be run on this machine, and says why.
function(calmcalf_check name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "COMMAND;LABELS")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_test(NAME ${name} COMMAND ${arg_COMMAND})
  set_tests_properties(${name} PROPERTIES
    LABELS "${arg_LABELS}" ENVIRONMENT "${CALMCALF_TEST_ENVIRONMENT}" TIMEOUT ${arg_TIMEOUT} SKIP_RETURN_CODE 77)
endfunction()

# calmcalf_desktop_test(NAME KIND COMMAND command arg... [TIMEOUT seconds] [ALONE])
#
# COMMAND in a private desktop of its own, see tests/desktop/README.md. TIMEOUT (120) is for COMMAND alone. ALONE: it
# measures time, so no other test runs beside it; its label says so.
function(calmcalf_desktop_test name kind)
  cmake_parse_arguments(PARSE_ARGV 2 arg "ALONE" "TIMEOUT" "COMMAND")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  math(EXPR with_start_and_end "${arg_TIMEOUT} + 90")
  set(alone)
  if(arg_ALONE)
    set(alone alone)
  endif()
  calmcalf_check(desktop.${kind}.${name}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/desktop/desk ${kind} -- ${arg_COMMAND}
    LABELS desktop desktop-${kind} ${alone}
    TIMEOUT ${with_start_and_end})
  # desk ends what runs too long itself, and tidies up; what ctest ends is left lying about.
  set_tests_properties(desktop.${kind}.${name} PROPERTIES
    ENVIRONMENT "${CALMCALF_TEST_ENVIRONMENT};DESK_TIMEOUT=${arg_TIMEOUT}" RUN_SERIAL "${arg_ALONE}")
endfunction()
