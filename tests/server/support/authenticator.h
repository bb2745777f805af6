#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huiyin::server::tests {

/// The app on a member's telephone.
class Authenticator {
public:
    /// Of what `huiyin staff totp` has shown.
    explicit Authenticator(std::string_view shown);

    /// One that was not used yet; one of the next step counts already.
    std::string next_code();

private:
    std::string m_factor;
    std::int64_t m_step = 0;
};

} // namespace huiyin::server::tests
