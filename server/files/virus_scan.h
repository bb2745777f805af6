#pragma once

#include "core/base/result.h"

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>

namespace huiyin::server {

enum class Verdict { Clean, Harmful };

/// Asks a scanner that speaks clamd's protocol (INSTREAM). The address is "HOST:PORT" with a numeric host, or
/// the path of a socket. Error: scan_failed; nothing is known of the file then,
/// also when it was stopped.
Result<Verdict> scanned(std::string const& address, std::string_view content,
                        std::chrono::milliseconds patience, std::stop_token const& stop = {});

/// That an address can be one.
bool is_scanner_address(std::string const& address);

} // namespace huiyin::server
