#include "core/protocol/nothing.h"

#include "core/protocol/pieces.h"

namespace huiyin::protocol {

Read<Done> read_nothing(std::string_view json) {
    return read_strictly<Done>(json, [](json::Fields&) { return Done{}; });
}

} // namespace huiyin::protocol
