#define _XOPEN_SOURCE 700
#include "CLinux.h"

#include <sys/ioctl.h>
#include <wchar.h>

int parley_terminal_size(int terminal, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int parley_terminal_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int parley_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
