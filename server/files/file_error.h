#pragma once

#include "core/base/result.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace huiyin::server {

/// file_unusable, with what errno says of it.
inline Error unusable(std::string const& what) {
    return {"file_unusable", what + ": " + std::strerror(errno)};
}

} // namespace huiyin::server
