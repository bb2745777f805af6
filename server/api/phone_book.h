#pragma once

#include "core/base/result.h"
#include "core/domain/phone.h"

#include <memory>
#include <optional>
#include <string>

namespace huiyin::server {

/// How telephone numbers are made all over the world, as one city dials them.
class PhoneBook {
public:
    /// Error: unknown_country_code.
    static Result<PhoneBook> make(Telephony const& home);
    PhoneBook(PhoneBook&&) noexcept;
    ~PhoneBook();

    /// The number as it is dialled from anywhere, "+861065123456" (E.164), an extension behind it as RFC 3966
    /// writes it, ";ext=801". Without a country code it is one of the city's own. Nothing when there can be
    /// no such number; whether it is in service nobody asks.
    std::optional<std::string> international(TypedPhone const& typed) const;

private:
    struct Home;
    explicit PhoneBook(std::unique_ptr<Home const> home);

    std::unique_ptr<Home const> m_home;
};

} // namespace huiyin::server
