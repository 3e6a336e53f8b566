// After a crash the handler can rely on nothing: it takes no memory, no lock, and does not use ncurses. Everything it
// needs is made while all is well: the string that restores the screen, the terminal's modes, the message. Swift prints
// the reason of a trap to descriptor 2 before it traps. The handler prints it too, since the screen that hid it is
// gone, but not the addresses that may follow.
#include "curses_internal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { CRASHES = sizeof crashes / sizeof *crashes, EXIT_FAULT = 70 };

static struct sigaction saved_actions[CRASHES];
static char stack[64 * 1024];
static char restore[512 + 1];
static size_t restore_length;
static char message[512];
static struct termios modes;
static bool has_modes;
static int terminal = -1;
static int report = -1;
static volatile sig_atomic_t armed;

static int collect(int byte) {
  if (restore_length < sizeof restore - 1) restore[restore_length++] = (char)byte;
  return byte;
}

static void collect_capability(const char *name) {
  const char *text = tigetstr(name);
  if (text != NULL && text != (const char *)-1) tputs(text, 1, collect);
}

// A terminal that nobody reads must not keep a crashed process alive.
static void give_up_after(unsigned seconds) {
  sigset_t set;
  signal(SIGALRM, SIG_DFL);
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  alarm(seconds);
}

static void print_reason(void) {
  static char reason[2048];
  ssize_t count = pread(report, reason, sizeof reason - 1, 0);
  if (count <= 0) return;
  reason[count] = '\0';
  char *trace = strstr(reason, "Current stack trace:");
  size_t length = trace != NULL ? (size_t)(trace - reason) : (size_t)count;
  cn_write_safely(terminal, reason, cn_without_controls(reason, length));
}

static void rescue(int signal_number) {
  (void)signal_number;
  if (!armed) _exit(EXIT_FAULT);
  armed = 0;
  give_up_after(2);
  cn_write_safely(terminal, restore, restore_length);
  if (has_modes) tcsetattr(terminal, TCSANOW, &modes);
  if (report >= 0) print_reason();
  cn_write_safely(terminal, message, strlen(message));
  cn_write_safely(terminal, "\n", 1);
  _exit(EXIT_FAULT);
}

const char *cn_restoring(void) { return restore; }

void cn_rescue_on(int output, int diagnostics, const char *extra, const char *text) {
  if (armed) return;
  restore_length = 0;
  for (const char *byte = extra; *byte != '\0'; byte++) collect(*byte);
  const char *names[] = {"sgr0", "op", "rmkx", "rmcup", "cnorm"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) collect_capability(names[i]);
  collect('\r');
  restore[restore_length] = '\0';
  strncpy(message, text, sizeof message - 1);
  has_modes = tcgetattr(output, &modes) == 0;
  terminal = output;
  report = diagnostics;

  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = rescue, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  armed = 1;
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &saved_actions[i]);
}

void cn_rescue_off(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &saved_actions[i], NULL);
}
