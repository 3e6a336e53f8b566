#include "curses_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

WINDOW *cn_keys;
static SCREEN *screen;
static FILE *to_terminal;
static FILE *from_terminal;
// A frame on its way: its bytes, and the terminal that they are for.
static int frame = -1;
static int terminal = -1;
static struct termios before;
static bool has_before;

enum cn_terminal cn_look_up(const char *term, int output) {
  int found = 0;
  if (setupterm(term, output, &found) != OK || cur_term == NULL) return CN_UNKNOWN;
  const char *cursor = tigetstr("cup");
  bool usable = cursor != NULL && cursor != (const char *)-1;
  del_curterm(cur_term);
  return usable ? CN_USABLE : CN_NO_CURSOR;
}

// ncurses' own handlers draw and exit from inside a signal. They never run while the signals are blocked, and the owner
// of a signalfd reads the signals instead.
static void block_signals(void) {
  const int signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaddset(&set, signals[i]);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static int open_streams(int input, int output) {
  int out = dup(output), in = dup(input);
  to_terminal = out < 0 ? NULL : fdopen(out, "w");
  from_terminal = in < 0 ? NULL : fdopen(in, "r");
  frame = cn_memory_file();
  terminal = fcntl(output, F_DUPFD_CLOEXEC, 0);
  return to_terminal != NULL && from_terminal != NULL ? 0 : errno;
}

static void close_streams(void) {
  if (to_terminal != NULL) fclose(to_terminal);
  if (from_terminal != NULL) fclose(from_terminal);
  to_terminal = from_terminal = NULL;
  if (frame >= 0) close(frame);
  if (terminal >= 0) close(terminal);
  frame = terminal = -1;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  set_escdelay(25);
  cn_keys = newpad(1, 1);
  keypad(cn_keys, TRUE);
  nodelay(cn_keys, TRUE);
  cn_define_keys();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  leaveok(stdscr, TRUE);
  curs_set(0);
  // The loop has taken the keys before it draws, so looking for more would only cost time.
  typeahead(-1);
}

// Children must find the variable as it was.
static SCREEN *new_screen(const char *term, const char *description) {
  const char *value = getenv("TERMINFO");
  char *saved = value != NULL ? strdup(value) : NULL;
  if (description != NULL) setenv("TERMINFO", description, 1);
  SCREEN *made = newterm(term, to_terminal, from_terminal);
  if (description != NULL && saved == NULL) unsetenv("TERMINFO");
  if (description != NULL && saved != NULL) setenv("TERMINFO", saved, 1);
  free(saved);
  return made;
}

int cn_start(const char *term, const char *description, int input, int output) {
  block_signals();
  has_before = tcgetattr(input, &before) == 0;
  int fault = open_streams(input, output);
  if (fault == 0) {
    // LINES and COLUMNS of the environment may be older than the kernel's size.
    use_env(FALSE);
    use_tioctl(TRUE);
    screen = new_screen(term, description);
    if (screen == NULL) screen = new_screen(term, NULL);
    if (screen == NULL) fault = errno != 0 ? errno : EIO;
  }
  if (fault != 0) {
    close_streams();
    return fault;
  }
  set_modes();
  // Before its first endwin(), ncurses 6.4 writes at every cursor movement instead of once for each refresh.
  endwin();
  return 0;
}

// ncurses shows the cursor before it leaves the alternate screen. A terminal that saves visibility with the cursor's
// place, as libvterm does, hides it again on leaving, if ncurses has scrolled with a hidden cursor.
static void show_cursor_again(void) {
  const char *shown = tigetstr("cnorm");
  if (shown == NULL || shown == (const char *)-1) return;
  fputs(shown, to_terminal);
  fflush(to_terminal);
}

void cn_pause(void) {
  if (screen == NULL || isendwin()) return;
  endwin();
  show_cursor_again();
}

bool cn_lost_settings(void) {
  struct termios now;
  if (isendwin() || tcgetattr(fileno(from_terminal), &now) != 0) return false;
  return (now.c_lflag & (ICANON | ECHO)) != 0;
}

// In the background, as after the end of its caretaker, a process may not change the settings. It must all the same
// where the shell leaves them as it finds them; a shell that edits lines has settings of its own by then, or soon.
static void put_settings_back(int input) {
  struct termios now;
  tcsetattr(input, TCSADRAIN, &before);
  if (tcgetattr(input, &now) != 0 || (now.c_lflag & (ICANON | ECHO | ISIG)) != 0) return;
  sigset_t output;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, NULL);
  tcsetattr(input, TCSANOW, &before);
}

void cn_end(void) {
  if (screen == NULL) return;
  cn_pause();
  if (has_before) put_settings_back(fileno(from_terminal));
  delwin(cn_keys);
  cn_keys = NULL;
  delscreen(screen);
  screen = NULL;
  close_streams();
}

void cn_stop_process(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, saved;
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &saved);
  // The group, as the terminal does: a wrapper that waits for this process has to stop too. It is sent while it is
  // blocked here, so that it becomes one with others that have come meanwhile, and the process stops once.
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &saved, NULL);
  cn_keep_out_of_background();
}

// A caretaker may be stopped without this process, and a shell continues a job in the background too. The kernel stops
// only those that read or change settings there, and a read would then block in the shell's settings. This call
// changes nothing, and stops a process until it is in the foreground again.
void cn_keep_out_of_background(void) {
  if (from_terminal != NULL) tcflow(fileno(from_terminal), TCOON);
}

// ncurses has a buffer of one size, and writes whenever it is full. So its descriptor is another file meanwhile.
bool cn_collect(void) {
  return frame >= 0 && terminal >= 0 && dup2(frame, fileno(to_terminal)) >= 0;
}

static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
enum {
  MARK = sizeof begin - 1,
  // Fewer bytes arrive whole as they are: a countdown need not cost three times as many.
  FEW = 128,
};

void cn_send_collected(bool synchronized) {
  static char *bytes;
  static size_t room;
  dup2(terminal, fileno(to_terminal));
  off_t length = lseek(frame, 0, SEEK_CUR);
  size_t count = length > 0 ? (size_t)length : 0;
  if (count + 2 * MARK > room) {
    char *larger = realloc(bytes, 2 * count + 2 * MARK);
    if (larger != NULL) {
      bytes = larger;
      room = 2 * count + 2 * MARK;
    } else if (room <= 2 * MARK) {
      return;
    }
  }
  // Without more memory it goes in parts.
  for (size_t sent = 0; sent < count;) {
    size_t part = count - sent < room - 2 * MARK ? count - sent : room - 2 * MARK;
    ssize_t got = pread(frame, bytes + MARK, part, (off_t)sent);
    if (got <= 0) break;
    bool marks = synchronized && count > FEW;
    memcpy(bytes, begin, MARK);
    memcpy(bytes + MARK + got, end, MARK);
    cn_write_safely(terminal, marks ? bytes : bytes + MARK, (size_t)got + (marks ? 2 * MARK : 0));
    sent += (size_t)got;
  }
  if (ftruncate(frame, 0) == 0) lseek(frame, 0, SEEK_SET);
}

int cn_colors(void) { return has_colors() ? COLORS : 0; }

bool cn_is_ansi(void) {
  const char *cursor = tigetstr("cup");
  return cursor != NULL && cursor != (const char *)-1 && strncmp(cursor, "\033[", 2) == 0;
}

void cn_resize(int width, int height) {
  if (width != COLS || height != LINES) resizeterm(height, width);
  cn_forget();
}

void cn_write_safely(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
      if (poll(&wait, 1, 1000) <= 0) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

void cn_write(int descriptor, const char *bytes, size_t count) { cn_write_safely(descriptor, bytes, count); }
