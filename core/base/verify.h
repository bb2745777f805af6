#pragma once

namespace huiyin {

/// Ends the program after printing what did not hold; in the browser the shell then shows a calm page.
[[noreturn]] void verification_failed(char const* condition, char const* file, int line);

} // namespace huiyin

/// A bug if it does not hold; checked in every build.
#define VERIFY(condition)                                                                                    \
    (static_cast<bool>(condition) ? void(0) : ::huiyin::verification_failed(#condition, __FILE__, __LINE__))
