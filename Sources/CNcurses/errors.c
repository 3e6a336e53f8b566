#include "curses_internal.h"

#include <sys/mman.h>
#include <unistd.h>

int cn_memory_file(void) { return memfd_create("diagnostics", MFD_CLOEXEC); }

// It is printed to a terminal, and may quote what people typed.
size_t cn_without_controls(char *text, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if ((unsigned char)text[i] >= 0x20 || text[i] == '\n') text[kept++] = text[i];
  return kept;
}

void cn_print_file(int file, int output) {
  char part[512];
  const off_t most = 16 * 1024;
  for (off_t place = 0; place < most;) {
    ssize_t count = pread(file, part, sizeof part, place);
    if (count <= 0) break;
    place += count;
    cn_write_safely(output, part, cn_without_controls(part, (size_t)count));
  }
  if (ftruncate(file, 0) == 0) lseek(file, 0, SEEK_SET);
}
