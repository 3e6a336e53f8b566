#define _GNU_SOURCE
#define _XOPEN_SOURCE 700
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
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

int parley_pty_open(int columns, int rows, char *slave, size_t capacity) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  int failure = 0;
  if (grantpt(master) != 0 || unlockpt(master) != 0) failure = errno;
  if (failure == 0) failure = ptsname_r(master, slave, capacity);
  if (failure == 0 && parley_terminal_resize(master, columns, rows) != 0) failure = errno;
  if (failure == 0) return master;
  close(master);
  errno = failure;
  return -1;
}

int parley_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
