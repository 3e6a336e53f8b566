#define _GNU_SOURCE
#include "CVterm.h"

#include <malloc.h>

int64_t parley_memory_in_use(void) {
  malloc_trim(0);
  struct mallinfo2 all = mallinfo2();
  return (int64_t)(all.uordblks + all.hblkhd);
}
