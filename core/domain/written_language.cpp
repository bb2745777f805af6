#include "core/domain/written_language.h"

namespace huiyin {

namespace {

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

WrittenLanguage written_language(std::optional<LanguageTag> const& said, WrittenLanguage const& detected) {
    if (!said) return detected;
    return {.tag = *said, .confidence = 1, .source = LanguageSource::Person};
}

bool is_language_tag(std::string_view tag) {
    std::size_t length = 0;
    bool is_first = true;
    for (char c : tag) {
        if (c == '-') {
            if (length == 0 || (is_first && length < 2)) return false;
            length = 0, is_first = false;
        } else if (!is_alphanumeric(c) || ++length > 8) {
            return false;
        }
    }
    return length > (is_first ? 1U : 0U) && tag.size() <= 35;
}

} // namespace huiyin
