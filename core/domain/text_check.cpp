#include "core/domain/text_check.h"

#include "core/base/utf8.h"

#include <optional>

namespace huiyin {

namespace {

std::optional<std::string_view> fault_in(std::string_view text, LengthRange range) {
    if (!is_utf8(text)) return "invalid";
    std::size_t const length = count_code_points(text);
    if (length == 0 && range.min > 0) return "required";
    if (length < range.min) return "too_short";
    if (length > range.max) return "too_long";
    if (has_control_characters(text)) return "control_characters";
    return std::nullopt;
}

} // namespace

void TextCheck::add(std::string_view field, std::string_view code) {
    m_problems.push_back({std::string(field), std::string(code)});
}

bool TextCheck::text(std::string_view field, std::string_view text, LengthRange range) {
    auto const fault = fault_in(trimmed(text), range);
    if (fault) add(field, *fault);
    return !fault;
}

} // namespace huiyin
