// Two processes share a terminal: the child works on it, and this one, its parent, looks after it. Nothing else can
// put a terminal back after SIGKILL, and only a parent can before the shell takes the terminal for its next prompt.
//
// The child says in a page that both have what is to be put back. To write there is no call, and the caretaker sleeps
// until the child ends, stops or goes on, or a signal comes: no key waits for it. It blocks all signals, so that none
// ends or stops it alone. What was meant for the program it hands on; what the terminal sends goes to both anyway.
//
// It is copied early, before the program has touched much: a page that the child changes later becomes one of the
// caretaker's own.
#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// What the two processes have in common.
struct note {
  _Atomic int state;
  /// By the state.
  char undo[PARLEY_TERMINAL_STATES][1024];
  char message[512];
};

static struct note *note;
static pid_t child;
static struct termios before;
static bool has_before;
/// The signal that stopped the child; 0 while it runs.
static int stopped_by;

void parley_caretaker_learn(enum parley_terminal_state state, const char *undo) {
  if (note != NULL) strncpy(note->undo[state], undo, sizeof note->undo[state] - 1);
}

void parley_caretaker_say(const char *message) {
  if (note != NULL) strncpy(note->message, message, sizeof note->message - 1);
}

void parley_caretaker_note(enum parley_terminal_state state) {
  if (note != NULL) atomic_store_explicit(&note->state, (int)state, memory_order_release);
}

// MARK: putting it back

static volatile sig_atomic_t patience_is_over;

static void lose_patience(int signal) {
  (void)signal;
  patience_is_over = 1;
}

/// A terminal that nobody reads must not keep this process: a write to it waits for two seconds at most. The timer goes
/// on, for the case that it ran out just before a write.
static void start_timer(void) {
  struct sigaction action = {.sa_handler = lose_patience};
  sigaction(SIGALRM, &action, NULL);
  sigset_t alarm;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &alarm, NULL);
  const struct itimerval time = {.it_value = {.tv_sec = 2}, .it_interval = {.tv_usec = 100000}};
  setitimer(ITIMER_REAL, &time, NULL);
}

static void stop_timer(void) {
  const struct itimerval never = {0};
  setitimer(ITIMER_REAL, &never, NULL);
  sigset_t alarm;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  sigprocmask(SIG_BLOCK, &alarm, NULL);
}

static void print(int descriptor, const char *text) {
  size_t count = strlen(text);
  while (count > 0 && !patience_is_over) {
    ssize_t written = write(descriptor, text, count);
    if (written > 0) {
      text += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      poll(&room, 1, 100);
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

/// After a signal the child could not catch. The settings of a terminal that the shell has taken meanwhile are the
/// shell's.
static void put_back(void) {
  int state = atomic_load_explicit(&note->state, memory_order_acquire);
  start_timer();
  if (state != PARLEY_TERMINAL_FREE) print(STDOUT_FILENO, note->undo[state]);
  pid_t front = tcgetpgrp(STDIN_FILENO);
  if (has_before && (front < 0 || front == getpgrp())) {
    // What was typed was meant for the session. The shell would take it for commands.
    if (state == PARLEY_TERMINAL_SHOWN) tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
  }
  if (state != PARLEY_TERMINAL_FREE) print(STDERR_FILENO, note->message);
  stop_timer();
}

// MARK: waiting

static void let_through(int signal) {
  const struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  sigprocmask(SIG_BLOCK, &set, NULL);
}

static _Noreturn void end_like_child(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  int signal = WTERMSIG(status);
  put_back();
  // The child has left its core, if it was to leave one.
  prctl(PR_SET_DUMPABLE, 0);
  kill(getpid(), signal);
  let_through(signal);
  _exit(128 + signal);
}

static bool goes_on(void) {
  siginfo_t info = {0};
  return waitid(P_PID, (id_t)child, &info, WCONTINUED | WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child;
}

/// Stops as the child has stopped, so that the shell sees its job stop. The kernel drops this signal where no shell is
/// left that could continue the job, which it does not do with SIGSTOP.
static void stop_too(void) {
  int signal = stopped_by == SIGSTOP ? SIGTSTP : stopped_by;
  kill(getpid(), signal);
  // From here on SIGCONT takes it back. If the child was continued before, nobody would continue this process.
  if (goes_on()) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    const struct timespec none = {0};
    sigtimedwait(&set, NULL, &none);
    return;
  }
  let_through(signal);
}

static void hear_of_child(void) {
  int status;
  bool has_stopped = false;
  while (waitpid(child, &status, WNOHANG | WUNTRACED | WCONTINUED) == child) {
    if (WIFEXITED(status) || WIFSIGNALED(status)) end_like_child(status);
    has_stopped = WIFSTOPPED(status);
    stopped_by = has_stopped ? WSTOPSIG(status) : 0;
  }
  if (has_stopped) stop_too();
}

/// What the kernel or the child sends goes to the whole process group; only a hang-up may reach this process alone, as
/// the leader of its session.
static bool is_for_child(const siginfo_t *info) {
  switch (info->si_signo) {
    case SIGHUP: return true;
    case SIGCONT: return stopped_by != 0;
    default: return info->si_code <= 0 && info->si_pid != child;
  }
}

static _Noreturn void wait_for_child(void) {
  sigset_t all;
  sigfillset(&all);
  while (true) {
    siginfo_t info;
    int signal = sigwaitinfo(&all, &info);
    hear_of_child();
    if (signal > 0 && signal != SIGCHLD && is_for_child(&info)) kill(child, signal);
  }
}

// MARK: beginning

bool parley_leave_caretaker(void) {
  const struct sigaction standard = {.sa_handler = SIG_DFL};
  // A child whose end is ignored leaves no status.
  sigaction(SIGCHLD, &standard, NULL);
  void *page = mmap(NULL, sizeof *note, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return false;
  has_before = tcgetattr(STDIN_FILENO, &before) == 0;
  sigset_t all, mask;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &mask);
  pid_t own = getpid();
  child = fork();
  if (child > 0) {
    note = page;
    close_range(3, ~0U, 0);
    wait_for_child();
  }
  if (child == 0) {
    note = page;
    // Without the caretaker the shell believes that the program has ended: then it ends, as on a hang-up.
    prctl(PR_SET_PDEATHSIG, SIGHUP);
    if (getppid() != own) kill(getpid(), SIGHUP);
  }
  sigprocmask(SIG_SETMASK, &mask, NULL);
  return child == 0;
}
