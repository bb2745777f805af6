#pragma once

#include <string>

namespace huiyin::server::tests {

/// The head of a PNG of this size with as many bytes behind it as are wanted; nothing of it is a picture.
std::string png(std::size_t bytes, unsigned width = 40, unsigned height = 30);

} // namespace huiyin::server::tests
