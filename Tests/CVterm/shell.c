/// The stand-in shell. Three processes: the test, the shell (a session leader that owns the terminal) and the
/// program (a job of its own in the foreground). If the program led the session itself, the kernel would reset the
/// terminal's settings the moment it ended, hiding what it left behind, and it could never be stopped with ^Z.
///
/// The test runner has threads, so between `fork` and `execve` only async-signal-safe calls are made.
#define _GNU_SOURCE
#include "CVterm.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT = 3, ORDERS = 4, FIRST_OTHER = 5, OUT_OF_THE_WAY = 64 };

struct program {
  const char *path, *directory;
  char *const *argv, *const *envp;
};

static void report(int kind, int value) {
  struct parley_event event = {.kind = kind, .value = value};
  if (write(REPORT, &event, sizeof event) < 0) return;
}

static void reset_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < 65; signal++) sigaction(signal, &standard, NULL);
}

/// Like a shell: not stopped for using the terminal from the background, not ended by its keys.
static void ignore_terminal_signals(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  const int signals[] = {SIGTTOU, SIGTTIN, SIGTSTP, SIGINT, SIGQUIT, SIGPIPE};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &ignore, NULL);
}

static void take_descriptors(const char *slave, int report_end, int orders_end) {
  int high_report = fcntl(report_end, F_DUPFD, OUT_OF_THE_WAY);
  int high_orders = fcntl(orders_end, F_DUPFD, OUT_OF_THE_WAY);
  int terminal = open(slave, O_RDWR);
  int high_terminal = fcntl(terminal, F_DUPFD, OUT_OF_THE_WAY);
  for (int i = 0; i < 3; i++) dup2(high_terminal, i);
  dup2(high_report, REPORT);
  dup2(high_orders, ORDERS);
  close_range(FIRST_OTHER, ~0U, 0);
  fcntl(REPORT, F_SETFD, FD_CLOEXEC);
  fcntl(ORDERS, F_SETFD, FD_CLOEXEC);
  // A session leader gets its controlling terminal by opening one; said again in case that was not the first.
  ioctl(0, TIOCSCTTY, 0);
}

static void become(const struct program *program, int failure_end) {
  setpgid(0, 0);
  tcsetpgrp(0, getpid());
  reset_signals();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int failure = program->directory && chdir(program->directory) != 0 ? errno : 0;
  if (failure == 0) {
    execve(program->path, program->argv, program->envp);
    failure = errno;
  }
  if (write(failure_end, &failure, sizeof failure) < 0) _exit(126);
  _exit(127);
}

static pid_t start(const struct program *program) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t pid = fork();
  if (pid == 0) become(program, ends[1]);
  if (pid > 0) {
    setpgid(pid, pid);
    tcsetpgrp(0, pid);
  }
  int failure = pid < 0 ? errno : 0;
  close(ends[1]);
  // Empty when the program was started: its end of the pipe closed itself.
  if (read(ends[0], &failure, sizeof failure) > 0 || failure != 0) {
    report(PARLEY_NOT_STARTED, failure);
    _exit(0);
  }
  close(ends[0]);
  report(PARLEY_STARTED, pid);
  return pid;
}

/// True while there is still a program.
static bool hear_of(pid_t pid) {
  int status;
  while (waitpid(pid, &status, WNOHANG | WUNTRACED | WCONTINUED) == pid) {
    if (WIFSTOPPED(status)) report(PARLEY_STOPPED, WSTOPSIG(status));
    if (WIFCONTINUED(status)) report(PARLEY_CONTINUED, 0);
    if (WIFSTOPPED(status)) tcsetpgrp(0, getpgrp());
    if (!WIFEXITED(status) && !WIFSIGNALED(status)) continue;
    tcsetpgrp(0, getpgrp());
    if (WIFEXITED(status))
      report(PARLEY_EXITED, WEXITSTATUS(status));
    else
      report(PARLEY_SIGNALLED, WTERMSIG(status));
    if (write(1, PARLEY_LAST_WORDS, sizeof PARLEY_LAST_WORDS - 1) < 0) return false;
    return false;
  }
  return true;
}

static void attend(pid_t pid, int signals) {
  bool alive = true;
  struct pollfd waiting[] = {{.fd = signals, .events = POLLIN}, {.fd = ORDERS, .events = POLLIN}};
  while (poll(waiting, 2, -1) > 0 || errno == EINTR) {
    struct signalfd_siginfo info;
    char order = 0;
    if (waiting[0].revents & POLLIN && read(signals, &info, sizeof info) > 0 && alive) {
      // The kernel tells a hang-up to the session's leader alone; passing it on is the shell's duty.
      if (info.ssi_signo == SIGHUP) kill(-pid, SIGHUP);
      alive = hear_of(pid);
    }
    if (waiting[1].revents == 0) continue;
    if (read(ORDERS, &order, 1) <= 0) break;
    if (!alive) continue;
    tcsetpgrp(0, pid);
    kill(-pid, SIGCONT);
  }
  if (alive) kill(-pid, SIGKILL);
}

static void serve(const struct program *program, const char *slave, int report_end, int orders_end) {
  setsid();
  reset_signals();
  ignore_terminal_signals();
  take_descriptors(slave, report_end, orders_end);
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGHUP);
  sigprocmask(SIG_SETMASK, &watched, NULL);
  int signals = signalfd(-1, &watched, SFD_CLOEXEC);
  attend(start(program), signals);
  _exit(0);
}

int parley_pty_open(int columns, int rows, char *slave, size_t capacity) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  int failure = 0;
  if (grantpt(master) != 0 || unlockpt(master) != 0) failure = errno;
  if (failure == 0) failure = ptsname_r(master, slave, capacity);
  if (failure == 0 && ioctl(master, TIOCSWINSZ, &size) != 0) failure = errno;
  if (failure == 0) return master;
  close(master);
  errno = failure;
  return -1;
}

pid_t parley_spawn_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                          const char *slave, int report_end, int orders_end) {
  struct program program = {.path = path, .directory = directory, .argv = argv, .envp = envp};
  sigset_t all, before;
  sigfillset(&all);
  // No handler of the test runner may run in the copy.
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = fork();
  if (pid == 0) serve(&program, slave, report_end, orders_end);
  int failure = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return pid;
}

int parley_process_watch(pid_t pid) { return pidfd_open(pid, 0); }
