#define _GNU_SOURCE
#include "CVterm.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <unistd.h>

static int place(posix_spawn_file_actions_t *actions, const char *directory, const char *slave) {
  int failure = directory ? posix_spawn_file_actions_addchdir_np(actions, directory) : 0;
  // A session leader gets its controlling terminal by opening one.
  if (failure == 0) failure = posix_spawn_file_actions_addopen(actions, 0, slave, O_RDWR, 0);
  if (failure == 0) failure = posix_spawn_file_actions_adddup2(actions, 0, 1);
  if (failure == 0) failure = posix_spawn_file_actions_adddup2(actions, 0, 2);
  if (failure == 0) failure = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  return failure;
}

static int prepare(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int failure = posix_spawnattr_setsigmask(attributes, &none);
  if (failure == 0) failure = posix_spawnattr_setsigdefault(attributes, &all);
  short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  if (failure == 0) failure = posix_spawnattr_setflags(attributes, flags);
  return failure;
}

pid_t parley_spawn_leader_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                                 const char *slave) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  pid_t pid = -1;
  if ((errno = posix_spawnattr_init(&attributes)) != 0) return -1;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure == 0) {
    failure = prepare(&attributes);
    if (failure == 0) failure = place(&actions, directory, slave);
    if (failure == 0) failure = posix_spawn(&pid, path, &actions, &attributes, argv, envp);
    posix_spawn_file_actions_destroy(&actions);
  }
  posix_spawnattr_destroy(&attributes);
  if (failure == 0) return pid;
  errno = failure;
  return -1;
}

int parley_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }
