# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# A toolchain file: Clang, version 19 where versions have names of their own.
find_program(CMAKE_C_COMPILER NAMES clang-19 clang REQUIRED)
find_program(CMAKE_CXX_COMPILER NAMES clang++-19 clang++ REQUIRED)
