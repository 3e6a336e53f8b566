#define _GNU_SOURCE
#include "CLinux.h"

#include <linux/magic.h>
#include <malloc.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/vfs.h>

bool parley_is_in_memory(const char *path) {
  struct statfs disk;
  if (statfs(path, &disk) != 0) return false;
  return disk.f_type == TMPFS_MAGIC || disk.f_type == RAMFS_MAGIC;
}

void parley_close_memory(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

bool parley_memory_is_closed(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0; }

void parley_give_back_freed_memory(void) { malloc_trim(0); }

void parley_wipe(void *buffer, size_t count) { explicit_bzero(buffer, count); }
