/// SHA-256 (FIPS 180-4), by the processor's own instructions where it has them: Swift cannot name those.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has the instructions. Asking takes a while: ask once.
bool parley_sha256_has_instructions(void);
/// Writes the eight words of the digest of `count` bytes. `by_instructions` only where the processor has them.
void parley_sha256(uint32_t digest[8], const uint8_t *bytes, size_t count, bool by_instructions);
