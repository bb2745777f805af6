#pragma once

#include "core/domain/problem.h"

#include <cstddef>
#include <string_view>

namespace huiyin {

/// How many code points a text has; a `min` above 0 makes it required.
struct LengthRange {
    std::size_t min = 0;
    std::size_t max = 0;
};

/// Collects the problems of a form, in its order.
class TextCheck {
public:
    void add(std::string_view field, std::string_view code);
    /// True when the text is fine. Codes: required, too_short, too_long, control_characters, invalid (UTF-8).
    bool text(std::string_view field, std::string_view text, LengthRange range);

    Problems problems() && { return std::move(m_problems); }

private:
    Problems m_problems;
};

} // namespace huiyin
