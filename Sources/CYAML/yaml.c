// A target of Swift's package manager needs a source; the library has all there is.
#include "CYAML.h"
