// What the files of this target share; not for Swift.
#pragma once
#define _GNU_SOURCE
// Without it the wide-character calls are not declared.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "CNcurses.h"

/// Keys are read from a pad, since reading from a window draws it.
extern WINDOW *cn_keys;

/// Names the keys that terminals send and descriptions do not have.
void cn_define_keys(void);

/// Writes while the kernel takes it; safe in a signal handler.
void cn_write_safely(int descriptor, const char *bytes, size_t count);

/// Takes control characters but line breaks out of a text; returns what is left of its length.
size_t cn_without_controls(char *text, size_t count);
