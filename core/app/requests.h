#pragma once

#include "core/protocol/http.h"
#include "core/screens/effect.h"

#include <optional>

namespace huiyin::app {

/// The request that fetches a file of a case.
protocol::Request file_request(screens::FetchFile const& order);
/// The request that carries out an order to the backend; nothing for the other orders.
std::optional<protocol::Request> request_for(screens::Effect const& effect);

} // namespace huiyin::app
