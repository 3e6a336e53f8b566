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
    case 0x00C36400:  // Ceph
    case 0x0BD00BD0:  // Lustre
    case 0x01161970:  // GFS2
    case 0x7461636F:  // OCFS2
    case 0x47504653:  // GPFS
    case 0x5346414F:  // AFS
    case 0x6B414653:  // AFS of the kernel
    case 0x73757245:  // Coda
    case 0x786F4256:  // a folder of a VirtualBox host
    case 0xBACBACBC:  // a folder of a VMware host
      return true;
    default: return false;
  }
}
