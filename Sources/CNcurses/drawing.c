#include "curses_internal.h"

int cn_pair(int foreground, int background) {
  static int last;
  // A new terminal begins with no pairs; pair 0 is the default one.
  if (foreground == -2) return last = 0;
  int most = COLOR_PAIRS - 1 < 32767 ? COLOR_PAIRS - 1 : 32767;
  if (last >= most || init_extended_pair(last + 1, foreground, background) == ERR) return 0;
  return ++last;
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CN_BOLD) result |= A_BOLD;
  if (attributes & CN_DIM) result |= A_DIM;
  if (attributes & CN_ITALIC) result |= A_ITALIC;
  if (attributes & CN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CN_REVERSE) result |= A_REVERSE;
  return result;
}

void cn_put(int x, int y, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  int length = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
  cchar_t cell;
  if (setcchar(&cell, text, curses_attributes(attributes), (short)pair, NULL) == ERR) return;
  mvadd_wchnstr(y, x, &cell, 1);
}

// ncurses sends a change of the cursor at once: it waits for what was staged with it.
static bool shows_cursor;

void cn_stage(int x, int y) {
  shows_cursor = x >= 0 && y >= 0 && x < COLS && y < LINES;
  leaveok(stdscr, !shows_cursor);
  if (shows_cursor) move(y, x);
  wnoutrefresh(stdscr);
}

void cn_flush(bool synchronized) {
  cn_keep_out_of_background();
  // The first refresh after endwin() changes settings, for which ncurses must have the terminal itself.
  bool collects = !isendwin() && cn_collect();
  curs_set(shows_cursor ? 1 : 0);
  doupdate();
  if (collects) cn_send_collected(synchronized);
}

void cn_forget(void) {
  erase();
  clearok(stdscr, TRUE);
}
