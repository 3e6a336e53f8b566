#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "CMail.h"

char *parley_mail_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *length) {
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return NULL;
  // No charset makes more than four bytes of one, and one that has no meaning makes three.
  size_t room = count * 4 + 16;
  char *text = malloc(room), *end = text;
  char *next = (char *)bytes;
  size_t left = count, space = room;
  while (text && left) {
    if (iconv(converter, &next, &left, &end, &space) != (size_t)-1) break;
    if (errno == E2BIG || space < 3) break;
    memcpy(end, "\xEF\xBF\xBD", 3);
    end += 3;
    space -= 3;
    if (errno == EINVAL) break;
    next++;
    left--;
    iconv(converter, NULL, NULL, NULL, NULL);
  }
  if (text) iconv(converter, NULL, NULL, &end, &space);
  iconv_close(converter);
  if (text) *length = (size_t)(end - text);
  return text;
}
