// The ncurses calls that Swift needs, as functions of our own. Swift sees neither its macros nor, without
// NCURSES_WIDECHAR, its wide-character calls. Nothing else in Parley includes <curses.h>. One terminal at a time, one
// thread.
#pragma once

#if !__has_include(<ncurses.h>)
#error "ncurses.h is missing: install ncurses' development files, on Debian and Ubuntu libncursesw5-dev"
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- Text

/// Columns of a scalar by the system's tables, whatever the process's locale: 0 for a mark, -1 when unknown.
int cn_width(uint32_t scalar);

/// Takes over the user's locale for characters, or C.UTF-8 when it is not UTF-8 or not installed.
/// - Returns: whether the user's own locale can show Unicode; true when none is set.
bool cn_take_locale(void);

// --- Starting and ending

/// Whether a terminal is described on this system, and can place its cursor.
enum cn_terminal { CN_USABLE, CN_UNKNOWN, CN_NO_CURSOR };
enum cn_terminal cn_look_up(const char *term, int output);

/// Starts ncurses, in raw mode without echo, and leaves the screen to the shell until `cn_flush`.
/// The signals that ncurses would handle are blocked first.
/// - Parameter description: what ncurses finds in TERMINFO while it starts; NULL for what is there.
/// - Returns: 0, or the errno of what failed.
int cn_start(const char *term, const char *description, int input, int output);

/// Gives the screen back to the shell; `cn_flush` takes it again.
void cn_pause(void);

/// Whether another program changed the line settings meanwhile, as a shell does after SIGSTOP.
bool cn_lost_settings(void);

/// As `cn_pause`, for good.
void cn_end(void);

/// Stops the process group as Control-Z does, and returns when it goes on.
void cn_stop_process(void);

/// Colours of the terminal; 0 when it has none.
int cn_colors(void);

/// Whether the terminal speaks the usual escape sequences (its cursor movement begins with CSI).
bool cn_is_ansi(void);

/// Makes ncurses' screen that large; all of it will be painted anew.
void cn_resize(int width, int height);

/// Writes all bytes, past interruptions; gives up on an error.
void cn_write(int descriptor, const char *bytes, size_t count);

// --- Drawing

enum cn_attribute { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };

/// Makes a colour pair; -1 is the terminal's default.
/// - Returns: its number, or 0 when there are no more.
int cn_pair(int foreground, int background);

/// Puts one spacing scalar and its marks (five scalars at most).
void cn_put(int x, int y, const uint32_t *scalars, int count, unsigned attributes, int pair);

/// Makes what was put ready to be sent. The cursor will be shown at that place, or hidden when x is negative;
/// hidden, it stays where the last change ended.
void cn_stage(int x, int y);

/// Sends what changed and was staged, in one write; `synchronized`, the terminal shows it as a whole (DEC mode 2026).
void cn_flush(bool synchronized);

/// Forgets what the terminal shows: `cn_flush` will clear it and send all.
void cn_forget(void);

// --- Keys

/// What `cn_read` gives. From CN_F on: the function keys, F1 being CN_F + 1.
enum cn_key {
  CN_NONE, CN_BYTE, CN_OTHER, CN_UP, CN_DOWN, CN_LEFT, CN_RIGHT, CN_HOME, CN_END, CN_PAGE_UP,
  CN_PAGE_DOWN, CN_INSERT, CN_DELETE, CN_BACKSPACE, CN_ENTER, CN_BACK_TAB, CN_PASTE_BEGINS,
  CN_PASTE_ENDS, CN_F = 100
};

/// Reads a key without waiting (but up to 25 ms after an Escape, to see whether it begins a sequence).
/// - Returns: an `enum cn_key`; with CN_BYTE, `byte` is one of a character in UTF-8.
int cn_read(uint8_t *byte);

enum cn_input { CN_QUIET, CN_READABLE, CN_GONE };

/// Whether there is anything to read, or the terminal is gone.
enum cn_input cn_input_state(int input);

// --- Rescue

/// From now on a crash (SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, a stack overflow too) puts
/// the terminal back, prints the reason that `diagnostics` holds and the message, and exits with 70.
/// To be called after `cn_start`. `extra` is sent before anything else; `diagnostics` may be -1.
void cn_rescue_on(int output, int diagnostics, const char *extra, const char *message);

/// What a crash writes to put the terminal back, from `cn_rescue_on` on.
const char *cn_restoring(void);

/// Crashes are the system's again.
void cn_rescue_off(void);

// --- Standard error

/// A file in memory, without a name; -1 when there is none to be had.
int cn_memory_file(void);

/// Prints what such a file holds, controls left out, and empties it.
void cn_print_file(int file, int output);
