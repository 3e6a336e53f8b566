/// SHA-256 by the processor's own instructions, which Swift cannot name.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has them.
bool parley_sha256_is_there(void);
/// Takes so many blocks of 64 bytes into the eight words of a digest on its way (FIPS 180-4, 6.2.2). Only where
/// `parley_sha256_is_there`.
void parley_sha256_compress(uint32_t state[8], const uint8_t *blocks, size_t count);
