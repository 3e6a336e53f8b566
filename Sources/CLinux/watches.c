#define _GNU_SOURCE
#include "CLinux.h"

#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

int parley_watch_create(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int parley_watch_add(int watch, const char *path, bool content) {
  // Removing a file that is still open changes its number of links, and no more.
  uint32_t mask = IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB | (content ? IN_MODIFY : 0);
  return inotify_add_watch(watch, path, mask) < 0 ? -1 : 0;
}

bool parley_watch_drain(int watch) {
  char events[4096];
  bool any = false;
  while (read(watch, events, sizeof events) > 0) any = true;
  return any;
}

bool parley_is_shared(const char *path) {
  struct statfs found;
  if (statfs(path, &found) != 0) return false;
  switch ((uint32_t)found.f_type) {
    case 0x6969:      // NFS
    case 0xFF534D42:  // CIFS
    case 0xFE534D42:  // SMB 2
    case 0x65735546:  // FUSE
    case 0x01021997:  // 9p
      return true;
    default: return false;
  }
}
