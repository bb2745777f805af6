#include "core/base/verify.h"

#include <cstdio>
#include <cstdlib>

namespace huiyin {

void verification_failed(char const* condition, char const* file, int line) {
    std::fprintf(stderr, "VERIFY failed: %s at %s:%d\n", condition, file, line);
    std::abort();
}

} // namespace huiyin
