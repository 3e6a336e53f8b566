#include "curses_internal.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

// Codes of our own, above those that ncurses gives to the keys of a description.
enum { PASTE_BEGINS = KEY_MAX + 4000, PASTE_ENDS };

static void define(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

// A terminal may send the cursor keys of the mode it is not in, or be taken for another one.
void cn_define_keys(void) {
  // What a mouse sends is read as bytes: ncurses would take its first for a key, and leave the rest.
  define_key(NULL, KEY_MOUSE);
  define_key("\033[200~", PASTE_BEGINS);
  define_key("\033[201~", PASTE_ENDS);
  const struct { const char *sequence; int code; } usual[] = {
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
    {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB}, {"\033OM", KEY_ENTER},
    {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
  };
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) define(usual[i].sequence, usual[i].code);
}

// Keys with Shift, Alt or Control have names (kLFT5) but no fixed codes; they count as the bare key.
static int named_key(int code) {
  const struct { const char *prefix; int key; } names[] = {
    {"kUP", CN_UP}, {"kDN", CN_DOWN}, {"kLFT", CN_LEFT}, {"kRIT", CN_RIGHT}, {"kHOM", CN_HOME},
    {"kEND", CN_END}, {"kPRV", CN_PAGE_UP}, {"kNXT", CN_PAGE_DOWN}, {"kIC", CN_INSERT},
    {"kDC", CN_DELETE},
  };
  const char *name = keyname(code);
  if (name == NULL) return CN_OTHER;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strncmp(name, names[i].prefix, strlen(names[i].prefix)) == 0) return names[i].key;
  return CN_OTHER;
}

static int translated(int code) {
  if (code > KEY_F0 && code <= KEY_F(63)) return CN_F + (code - KEY_F0);
  switch (code) {
  case KEY_UP: case KEY_SR: return CN_UP;
  case KEY_DOWN: case KEY_SF: return CN_DOWN;
  case KEY_LEFT: case KEY_SLEFT: return CN_LEFT;
  case KEY_RIGHT: case KEY_SRIGHT: return CN_RIGHT;
  case KEY_HOME: case KEY_SHOME: case KEY_A1: return CN_HOME;
  case KEY_END: case KEY_SEND: case KEY_C1: return CN_END;
  case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CN_PAGE_UP;
  case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CN_PAGE_DOWN;
  case KEY_IC: case KEY_SIC: return CN_INSERT;
  case KEY_DC: case KEY_SDC: return CN_DELETE;
  case KEY_BACKSPACE: return CN_BACKSPACE;
  case KEY_ENTER: return CN_ENTER;
  case KEY_BTAB: return CN_BACK_TAB;
  case PASTE_BEGINS: return CN_PASTE_BEGINS;
  case PASTE_ENDS: return CN_PASTE_ENDS;
  // The size comes with SIGWINCH; resizeterm() sends this besides.
  case KEY_RESIZE: return CN_OTHER;
  default: return named_key(code);
  }
}

// Bytes, since wget_wch() loses a character that comes in two pieces.
int cn_read(uint8_t *byte) {
  int code = wgetch(cn_keys);
  *byte = 0;
  if (code == ERR) return CN_NONE;
  if (code > 255) return translated(code);
  *byte = (uint8_t)code;
  return CN_BYTE;
}

enum cn_input cn_input_state(int input) {
  cn_keep_out_of_background();
  struct pollfd state = {.fd = input, .events = POLLIN};
  if (poll(&state, 1, 0) <= 0) return CN_QUIET;
  if (state.revents & (POLLERR | POLLNVAL)) return CN_GONE;
  int waiting = 0;
  bool readable = ioctl(input, FIONREAD, &waiting) == 0 && waiting > 0;
  return readable ? CN_READABLE : CN_GONE;
}
