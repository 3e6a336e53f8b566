#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A function of a library, and where its address goes.
struct parley_function {
  const char *name;
  void *place;
};

/// Loads the first of the libraries that is there, and finds all the functions in it.
bool parley_find(const char *const *libraries, const struct parley_function *functions, size_t count);
