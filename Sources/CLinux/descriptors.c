#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int parley_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int parley_peer_of(int socket, struct parley_peer *peer) {
  // glibc's `struct ucred` has the kernel's layout: pid, uid, gid.
  struct ucred found;
  socklen_t size = sizeof found;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &found, &size) != 0) return -1;
  *peer = (struct parley_peer){.pid = found.pid, .uid = found.uid, .gid = found.gid};
  return 0;
}

int64_t parley_boottime_ms(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int parley_timer_create(void) { return timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK); }

int parley_timer_arm(int timer, int64_t boottime_ms) {
  struct itimerspec when = {0};
  if (boottime_ms > 0) {
    when.it_value.tv_sec = boottime_ms / 1000;
    when.it_value.tv_nsec = boottime_ms % 1000 * 1000000;
  } else {
    // All zeros would disarm.
    when.it_value.tv_nsec = 1;
  }
  return timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
}

int parley_timer_disarm(int timer) {
  struct itimerspec never = {0};
  return timerfd_settime(timer, 0, &never, NULL);
}

int parley_signals_create(const int *signals, size_t count) {
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < count; i++)
    if (sigaddset(&set, signals[i]) != 0) return -1;
  int failure = pthread_sigmask(SIG_BLOCK, &set, NULL);
  if (failure != 0) {
    errno = failure;
    return -1;
  }
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int parley_signals_next(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t got;
  do got = read(descriptor, &info, sizeof info);
  while (got < 0 && errno == EINTR);
  if (got == (ssize_t)sizeof info) return (int)info.ssi_signo;
  return got < 0 && errno != EAGAIN ? -1 : 0;
}

void parley_ignore_write_signals(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, NULL);
  sigaction(SIGXFSZ, &ignore, NULL);
}

int parley_event_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int parley_random(void *buffer, size_t count) {
  unsigned char *next = buffer;
  while (count > 0) {
    ssize_t got = getrandom(next, count, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    next += got;
    count -= (size_t)got;
  }
  return 0;
}
