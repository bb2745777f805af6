#pragma once

#include "core/protocol/messages.h"

namespace huiyin::protocol {

/// {}
Read<Done> read_nothing(std::string_view json);

} // namespace huiyin::protocol
