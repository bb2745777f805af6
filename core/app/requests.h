#pragma once

#include "core/protocol/http.h"
#include "core/screens/effect.h"

#include <optional>

namespace huiyin::app {

/// The request that carries out an order to the backend; nothing for the other orders.
std::optional<protocol::Request> request_for(screens::Effect const& effect);

} // namespace huiyin::app
