#include "CVterm.h"

#include <stdlib.h>
#include <string.h>

struct parley_screen {
  VTerm *terminal;
  VTermScreen *screen;
  char *said;
  size_t said_count, said_capacity;
  char title[256];
  int bells;
  bool alternate_screen, cursor_visible, mouse;
};

static void say(const char *bytes, size_t count, void *user) {
  struct parley_screen *screen = user;
  if (screen->said_count + count > screen->said_capacity) {
    size_t capacity = (screen->said_count + count) * 2;
    char *grown = realloc(screen->said, capacity);
    if (!grown) abort();
    screen->said = grown;
    screen->said_capacity = capacity;
  }
  memcpy(screen->said + screen->said_count, bytes, count);
  screen->said_count += count;
}

static int on_property(VTermProp property, VTermValue *value, void *user) {
  struct parley_screen *screen = user;
  switch (property) {
  case VTERM_PROP_ALTSCREEN: screen->alternate_screen = value->boolean; break;
  case VTERM_PROP_CURSORVISIBLE: screen->cursor_visible = value->boolean; break;
  case VTERM_PROP_MOUSE: screen->mouse = value->number != VTERM_PROP_MOUSE_NONE; break;
  case VTERM_PROP_TITLE:
    strncpy(screen->title, value->string, sizeof screen->title - 1);
    break;
  default: break;
  }
  return 1;
}

static int on_bell(void *user) {
  ((struct parley_screen *)user)->bells++;
  return 1;
}

struct parley_screen *parley_screen_create(int columns, int rows) {
  static const VTermScreenCallbacks callbacks = {.settermprop = on_property, .bell = on_bell};
  struct parley_screen *screen = calloc(1, sizeof *screen);
  if (!screen) abort();
  screen->terminal = vterm_new(rows, columns);
  vterm_set_utf8(screen->terminal, 1);
  vterm_output_set_callback(screen->terminal, say, screen);
  screen->screen = vterm_obtain_screen(screen->terminal);
  vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
  vterm_screen_enable_altscreen(screen->screen, 1);
  vterm_screen_reset(screen->screen, 1);
  return screen;
}

void parley_screen_free(struct parley_screen *screen) {
  vterm_free(screen->terminal);
  free(screen->said);
  free(screen);
}

void parley_screen_resize(struct parley_screen *screen, int columns, int rows) {
  vterm_set_size(screen->terminal, rows, columns);
}

void parley_screen_feed(struct parley_screen *screen, const char *bytes, size_t count) {
  vterm_input_write(screen->terminal, bytes, count);
  vterm_screen_flush_damage(screen->screen);
}

size_t parley_screen_take(struct parley_screen *screen, char *bytes, size_t capacity) {
  size_t count = screen->said_count < capacity ? screen->said_count : capacity;
  memcpy(bytes, screen->said, count);
  memmove(screen->said, screen->said + count, screen->said_count - count);
  screen->said_count -= count;
  return count;
}

void parley_screen_key(struct parley_screen *screen, int key, int modifiers) {
  vterm_keyboard_key(screen->terminal, (VTermKey)key, (VTermModifier)modifiers);
}

void parley_screen_character(struct parley_screen *screen, uint32_t scalar, int modifiers) {
  vterm_keyboard_unichar(screen->terminal, scalar, (VTermModifier)modifiers);
}

void parley_screen_paste(struct parley_screen *screen, bool begins) {
  if (begins)
    vterm_keyboard_start_paste(screen->terminal);
  else
    vterm_keyboard_end_paste(screen->terminal);
}

void parley_screen_click(struct parley_screen *screen, int row, int column, int button) {
  vterm_mouse_move(screen->terminal, row, column, VTERM_MOD_NONE);
  vterm_mouse_button(screen->terminal, button, true, VTERM_MOD_NONE);
  vterm_mouse_button(screen->terminal, button, false, VTERM_MOD_NONE);
}

static int32_t plain(const VTermColor *colour) {
  if (colour->type & VTERM_COLOR_DEFAULT_MASK) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return 0x1000000 + (colour->rgb.red << 16) + (colour->rgb.green << 8) + colour->rgb.blue;
}

void parley_screen_cell(const struct parley_screen *screen, int row, int column, struct parley_cell *cell) {
  VTermScreenCell found = {0};
  memset(cell, 0, sizeof *cell);
  vterm_screen_get_cell(screen->screen, (VTermPos){.row = row, .col = column}, &found);
  bool covered = found.chars[0] == (uint32_t)-1;
  if (!covered) memcpy(cell->scalars, found.chars, sizeof cell->scalars);
  cell->width = covered ? 0 : found.width;
  cell->foreground = plain(&found.fg);
  cell->background = plain(&found.bg);
  cell->bold = found.attrs.bold;
  cell->underline = found.attrs.underline != VTERM_UNDERLINE_OFF;
  cell->italic = found.attrs.italic;
  cell->blink = found.attrs.blink;
  cell->reverse = found.attrs.reverse;
}

void parley_screen_cursor(const struct parley_screen *screen, int *row, int *column) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(screen->terminal), &position);
  *row = position.row;
  *column = position.col;
}

/// libvterm keeps these modes to itself; what it would say to the program tells them.
static bool says_something(struct parley_screen *screen, void (*act)(VTerm *), const char *expected) {
  size_t before = screen->said_count;
  act(screen->terminal);
  size_t length = strlen(expected);
  bool found = screen->said_count - before == length && memcmp(screen->said + before, expected, length) == 0;
  screen->said_count = before;
  return found;
}

static void press_up(VTerm *terminal) { vterm_keyboard_key(terminal, VTERM_KEY_UP, VTERM_MOD_NONE); }

static bool has_styled_pen(const struct parley_screen *screen) {
  static const VTermAttr switches[] = {VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC, VTERM_ATTR_BLINK,
                                       VTERM_ATTR_REVERSE};
  const VTermState *state = vterm_obtain_state(screen->terminal);
  VTermValue value = {0};
  for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
    memset(&value, 0, sizeof value);
    if (vterm_state_get_penattr(state, switches[i], &value) && value.number != 0) return true;
  }
  vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value);
  if (plain(&value.color) != -1) return true;
  vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &value);
  return plain(&value.color) != -1;
}

struct parley_modes parley_screen_modes(struct parley_screen *screen) {
  return (struct parley_modes){
      .alternate_screen = screen->alternate_screen,
      .cursor_visible = screen->cursor_visible,
      .paste_brackets = says_something(screen, vterm_keyboard_start_paste, "\033[200~"),
      .application_cursor_keys = says_something(screen, press_up, "\033OA"),
      .mouse = screen->mouse,
      .styled_pen = has_styled_pen(screen),
  };
}

const char *parley_screen_title(const struct parley_screen *screen) { return screen->title; }

int parley_screen_bells(const struct parley_screen *screen) { return screen->bells; }
