#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/// A copy of a descriptor above 2, so that putting one in place never overwrites the next; /dev/null for -1.
static int lifted(int descriptor) {
  int null = -1;
  if (descriptor < 0) {
    null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0) return -1;
    descriptor = null;
  }
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  int failure = errno;
  if (null >= 0) close(null);
  errno = failure;
  return copy;
}

static int prepare(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int failure = posix_spawnattr_setsigmask(attributes, &none);
  if (failure == 0) failure = posix_spawnattr_setsigdefault(attributes, &all);
  if (failure == 0)
    failure = posix_spawnattr_setflags(attributes,
                                       POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  return failure;
}

static int place(posix_spawn_file_actions_t *actions, const char *directory, const int standard[3]) {
  int failure = directory ? posix_spawn_file_actions_addchdir_np(actions, directory) : 0;
  for (int i = 0; i < 3 && failure == 0; i++)
    failure = posix_spawn_file_actions_adddup2(actions, standard[i], i);
  if (failure == 0) failure = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  return failure;
}

static int spawn(pid_t *pid, const char *directory, const char *path, char *const argv[], char *const envp[],
                 const int standard[3], int flags) {
  posix_spawnattr_t attributes;
  int failure = posix_spawnattr_init(&attributes);
  if (failure != 0) return failure;
  posix_spawn_file_actions_t actions;
  failure = posix_spawn_file_actions_init(&actions);
  if (failure == 0) {
    failure = prepare(&attributes);
    if (failure == 0) failure = place(&actions, directory, standard);
    if (failure == 0)
      failure = (flags & PARLEY_SPAWN_SEARCH_PATH) ? posix_spawnp(pid, path, &actions, &attributes, argv, envp)
                                                   : posix_spawn(pid, path, &actions, &attributes, argv, envp);
    posix_spawn_file_actions_destroy(&actions);
  }
  posix_spawnattr_destroy(&attributes);
  return failure;
}

pid_t parley_spawn_session_in(const char *directory, const char *path, char *const argv[], char *const envp[],
                              int stdin_fd, int stdout_fd, int stderr_fd, int flags) {
  int standard[3] = {lifted(stdin_fd), -1, -1};
  if (standard[0] >= 0) standard[1] = lifted(stdout_fd);
  if (standard[1] >= 0) standard[2] = lifted(stderr_fd);
  pid_t pid = -1;
  int failure = standard[2] < 0 ? errno : spawn(&pid, directory, path, argv, envp, standard, flags);
  for (int i = 0; i < 3; i++)
    if (standard[i] >= 0) close(standard[i]);
  if (failure == 0) return pid;
  errno = failure;
  return -1;
}

pid_t parley_spawn_session(const char *path, char *const argv[], char *const envp[], int stdin_fd, int stdout_fd,
                           int stderr_fd, int flags) {
  return parley_spawn_session_in(NULL, path, argv, envp, stdin_fd, stdout_fd, stderr_fd, flags);
}

int parley_process_ending(pid_t child) { return (int)syscall(SYS_pidfd_open, child, 0); }

void parley_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

// glibc has these only since 2.41.
struct scheduling {
  uint32_t size, policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t runtime, deadline, period;
};

void parley_take_short_turns(void) {
  struct scheduling own = {0};
  if (syscall(SYS_sched_getattr, 0, &own, sizeof own, 0) != 0 || own.policy != 0) return;
  own.size = sizeof own;
  own.runtime = 100 * 1000;
  syscall(SYS_sched_setattr, 0, &own, 0);
}
