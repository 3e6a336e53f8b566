#include "libraries.h"

#include <dlfcn.h>
#include <string.h>

bool parley_find(const char *const *libraries, const struct parley_function *functions, size_t count) {
  void *library = NULL;
  for (; *libraries && !library; libraries++) library = dlopen(*libraries, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  for (size_t i = 0; i < count; i++) {
    void *found = dlsym(library, functions[i].name);
    if (!found) return false;
    memcpy(functions[i].place, &found, sizeof found);
  }
  return true;
}
