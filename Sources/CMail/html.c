// libxml2's functions as its headers declare them, with void * for its objects. The reader that walks a document is all
// functions, so that nothing here hangs on how a version lays out its structures.
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "CMail.h"
#include "libraries.h"

static struct {
  void *(*read)(const char *, int, const char *, const char *, int);
  void *(*walker)(void *);
  int (*next)(void *);
  int (*kind)(void *);
  int (*is_empty)(void *);
  const char *(*name)(void *);
  const char *(*value)(void *);
  int (*to_attribute)(void *, const char *);
  int (*to_element)(void *);
  void (*free_walker)(void *);
  void (*free_document)(void *);
} xml;

static const struct parley_function functions[] = {
  {"htmlReadMemory", &xml.read},
  {"xmlReaderWalker", &xml.walker},
  {"xmlTextReaderRead", &xml.next},
  {"xmlTextReaderNodeType", &xml.kind},
  {"xmlTextReaderIsEmptyElement", &xml.is_empty},
  {"xmlTextReaderConstName", &xml.name},
  {"xmlTextReaderConstValue", &xml.value},
  {"xmlTextReaderMoveToAttribute", &xml.to_attribute},
  {"xmlTextReaderMoveToElement", &xml.to_element},
  {"xmlFreeTextReader", &xml.free_walker},
  {"xmlFreeDoc", &xml.free_document},
};

// The numbers of libxml2's enumerations.
enum {
  READ_RECOVER = 1, READ_NO_ERRORS = 1 << 5, READ_NO_WARNINGS = 1 << 6, READ_NO_NET = 1 << 11,
  READ_HUGE = 1 << 19, READ_NO_META_CHARSET = 1 << 21,
  NODE_ELEMENT = 1, NODE_TEXT = 3, NODE_CDATA = 4, NODE_BLANK = 13, NODE_SIGNIFICANT_BLANK = 14, NODE_END = 15
};

static bool loaded = false;

static void load(void) {
  const char *const libraries[] = {"libxml2.so.2", "libxml2.so.16", NULL};
  loaded = parley_find(libraries, functions, sizeof functions / sizeof *functions);
}

// Mails may be read on several threads; none may find a library that another one has begun to set up.
bool parley_html_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}

/// The attributes that tell a quotation, parted by U+001F.
static void attributes(void *walker, char *text, size_t size) {
  static const char *const told[] = {"style", "class", "id", "type"};
  size_t used = 0;
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
    const char *value = NULL;
    if (xml.to_attribute(walker, told[i]) == 1) value = xml.value(walker);
    int wrote = snprintf(text + used, size - used, "%s\037", value ? value : "");
    if (wrote < 0 || (size_t)wrote >= size - used) used = size - 1;
    else used += (size_t)wrote;
  }
  xml.to_element(walker);
}

bool parley_html_walk(const char *text, size_t length, void *context, parley_html_visitor visit) {
  if (length > INT_MAX) return false;
  int options =
    READ_RECOVER | READ_NO_ERRORS | READ_NO_WARNINGS | READ_NO_NET | READ_HUGE | READ_NO_META_CHARSET;
  void *document = xml.read(text, (int)length, NULL, "UTF-8", options);
  if (!document) return false;
  void *walker = xml.walker(document);
  char told[2048];
  while (walker && xml.next(walker) == 1) {
    switch (xml.kind(walker)) {
    case NODE_ELEMENT:
      attributes(walker, told, sizeof told);
      visit(context, PARLEY_HTML_OPEN, xml.name(walker), told);
      if (xml.is_empty(walker)) visit(context, PARLEY_HTML_CLOSE, xml.name(walker), "");
      break;
    case NODE_END: visit(context, PARLEY_HTML_CLOSE, xml.name(walker), ""); break;
    case NODE_TEXT: case NODE_CDATA: case NODE_BLANK: case NODE_SIGNIFICANT_BLANK:
      visit(context, PARLEY_HTML_TEXT, xml.value(walker), "");
      break;
    default: break;
    }
  }
  if (walker) xml.free_walker(walker);
  xml.free_document(document);
  return true;
}
