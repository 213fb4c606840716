# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# A toolchain file: Clang, version 19 where versions have names of their own.
find_program(CMAKE_C_COMPILER NAMES clang-19 clang REQUIRED)
find_program(CMAKE_CXX_COMPILER NAMES clang++-19 clang++ REQUIRED)

# LLVM's linker takes less time than the usual one. Clang finds the one beside itself.
find_program(CALMCALF_LLD NAMES ld.lld-19 ld.lld)
if(CALMCALF_LLD)
  foreach(kind EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT -fuse-ld=lld)
  endforeach()
endif()
