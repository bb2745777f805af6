#include "i18n/pattern_text.h"

namespace huiyin::i18n {

std::string filled(std::string_view pattern, std::span<std::string const> values) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        bool const is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        std::size_t const index = is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : values.size();
        if (index < values.size()) {
            result += values[index];
            at += 2;
        } else {
            result.push_back(pattern[at]);
        }
    }
    return result;
}

} // namespace huiyin::i18n
