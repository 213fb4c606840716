// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/memory/unneeded_memory.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace calmcalf {

namespace {

std::span<const ElfW(Phdr)> segments_of(const dl_phdr_info& object) {
  return {object.dlpi_phdr, object.dlpi_phnum};
}

/// Whether the linker had to write into what is otherwise as it is in the file: such pages are nowhere else.
bool has_written_to_its_code(const dl_phdr_info& object) {
  for (const auto& segment : segments_of(object)) {
    if (segment.p_type != PT_DYNAMIC) continue;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): addresses are numbers in ELF
    const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(object.dlpi_addr + segment.p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry)
      if (entry->d_tag == DT_TEXTREL || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0))
        return true;
  }
  return false;
}

/// Of the program or a library. What cannot be given back stays.
int give_back(dl_phdr_info* object, std::size_t /*size*/, void* /*unused*/) noexcept {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  if (has_written_to_its_code(*object)) return 0;
  for (const auto& segment : segments_of(*object)) {
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const auto begin = (object->dlpi_addr + segment.p_vaddr) / page * page;
    const auto end = object->dlpi_addr + segment.p_vaddr + segment.p_memsz;
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
  }
  return 0;
}

}  // namespace

void give_back_unneeded_memory() noexcept {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
  dl_iterate_phdr(give_back, nullptr);
}

}  // namespace calmcalf
