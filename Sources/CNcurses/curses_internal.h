// Shared by the files of this target; not for Swift.
#pragma once
#define _GNU_SOURCE
// ncurses declares its wide-character calls only with this.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "CNcurses.h"

/// Keys are read from a pad, since reading from a window would draw it.
extern WINDOW *cn_keys;

/// Names the keys that terminals send and descriptions do not have.
void cn_define_keys(void);

/// From here on, what ncurses writes goes to a file in memory; false where there is none.
bool cn_collect(void);
/// All of it goes to the terminal, in one write.
void cn_send_collected(bool synchronized);

/// Stops the process group while the shell has the terminal; else nothing.
void cn_keep_out_of_background(void);

/// Writes as long as the kernel takes bytes; safe in a signal handler.
void cn_write_safely(int descriptor, const char *bytes, size_t count);

/// Removes control characters except line breaks from a text; returns its new length.
size_t cn_without_controls(char *text, size_t count);
