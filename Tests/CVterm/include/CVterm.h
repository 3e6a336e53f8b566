/// What the tests need from C: a terminal emulator (libvterm) behind plain functions, and a process that stands in
/// for the shell a program is started from. No part of the program itself.
#pragma once

#if !__has_include(<vterm.h>)
#error "the tests need libvterm: install the package libvterm-dev"
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

// MARK: the emulator

struct parley_screen;

/// A colour is -1 for the terminal's own, 0...255 for an entry of the palette, 0x1000000 + rgb for a true colour.
struct parley_cell {
  /// The scalars drawn here, ended by 0 when fewer than six; empty when nothing was drawn.
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  /// 1, or 2 for a wide character, or 0 for the cell such a one covers besides its own.
  int width;
  int32_t foreground, background;
  bool bold, underline, italic, blink, reverse;
};

/// What a program must have put back when it is done.
struct parley_modes {
  bool alternate_screen, cursor_visible, paste_brackets, application_cursor_keys, mouse, styled_pen;
};

struct parley_screen *parley_screen_create(int columns, int rows);
void parley_screen_free(struct parley_screen *screen);
void parley_screen_resize(struct parley_screen *screen, int columns, int rows);
/// Takes what the program wrote.
void parley_screen_feed(struct parley_screen *screen, const char *bytes, size_t count);
/// Moves what the terminal says to the program (keys, answers to questions) into `bytes`; how much that was.
size_t parley_screen_take(struct parley_screen *screen, char *bytes, size_t capacity);

void parley_screen_key(struct parley_screen *screen, int key, int modifiers);
void parley_screen_character(struct parley_screen *screen, uint32_t scalar, int modifiers);
void parley_screen_paste(struct parley_screen *screen, bool begins);
void parley_screen_click(struct parley_screen *screen, int row, int column, int button);

void parley_screen_cell(const struct parley_screen *screen, int row, int column, struct parley_cell *cell);
void parley_screen_cursor(const struct parley_screen *screen, int *row, int *column);
struct parley_modes parley_screen_modes(struct parley_screen *screen);
const char *parley_screen_title(const struct parley_screen *screen);
int parley_screen_bells(const struct parley_screen *screen);

// MARK: the stand-in shell

/// What the stand-in shell reports about the program, as records on its report pipe.
enum parley_event_kind {
  PARLEY_STARTED = 1,  ///< value: process id
  PARLEY_NOT_STARTED,  ///< value: errno
  PARLEY_EXITED,       ///< value: exit code
  PARLEY_SIGNALLED,    ///< value: signal
  PARLEY_STOPPED,      ///< value: signal
  PARLEY_CONTINUED,    ///< value: 0
};

struct parley_event {
  int32_t kind, value;
};

/// The shell writes this to the terminal once the program is gone: all the program wrote comes before it.
#define PARLEY_LAST_WORDS "\033_parley-probe-end\033\\"

/// Opens a new pseudo-terminal and returns its master side, close-on-exec and non-blocking, or -1; the path of the slave side goes into `slave`.
int parley_pty_open(int columns, int rows, char *slave, size_t capacity);

/// Starts a program in the foreground of the terminal `slave`, in a job of its own, as an interactive shell would:
/// its parent is a session leader that stays until the other end of `orders` is closed, so the terminal's settings
/// outlive the program, and a program that stops itself can be continued (one byte 'c' on `orders`).
/// Returns the process id of the shell, or -1 with errno set.
pid_t parley_spawn_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                          const char *slave, int report, int orders);

/// A descriptor that is readable once the process has ended (pidfd_open), or -1.
int parley_process_watch(pid_t pid);

// MARK: for measuring

/// Starts a program as leader of a new session whose terminal is `slave`, in one call and without the stand-in shell,
/// whose two forks would count as part of the program's start. Returns its process id, or -1 with errno set.
pid_t parley_spawn_leader_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                                 const char *slave);

/// Makes processes whose parent has ended children of this one, so that a daemon a program leaves behind can be
/// measured, and ended (PR_SET_CHILD_SUBREAPER); 0 or -1.
int parley_adopt_orphans(void);

/// The bytes that this process has allocated and not freed, once what was freed is given back to the system.
int64_t parley_memory_in_use(void);
