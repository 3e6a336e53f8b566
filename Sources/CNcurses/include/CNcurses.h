// What Swift needs of ncurses, as functions of our own: Swift sees neither its macros nor, without
// NCURSES_WIDECHAR, its wide-character calls. Nothing else in Parley includes <curses.h>.
#pragma once

#if !__has_include(<ncurses.h>)
#error "ncurses.h is missing: install ncurses' development files, on Debian and Ubuntu libncursesw5-dev"
#endif

#include <stdbool.h>
#include <stdint.h>

/// Columns of a scalar by the system's tables, whatever the process's locale: 0 for a mark, -1 when unknown.
int cn_width(uint32_t scalar);
