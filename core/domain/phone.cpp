#include "core/domain/phone.h"

#include "core/base/utf8.h"
#include "core/domain/typed.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr std::string_view scheme = "tel:";
/// E.164 allows 15; "00" may stand before them, and more only by mistake.
constexpr std::size_t most_digits = 20;
constexpr std::size_t most_extension_digits = 8;

bool is_digit(char32_t character) { return character >= '0' && character <= '9'; }

bool divides(char32_t character) {
    constexpr std::u32string_view punctuation = U"()[]./~·\u30FB";
    return is_space(character) || is_dash(character) || is_direction_mark(character) ||
           punctuation.find(character) != std::u32string_view::npos;
}

/// "ext.", "extn", ";ext=", "x", "#" or ",", and what they are in Chinese: 转 (transfer), 分机 (extension).
bool announces_extension(char32_t character) {
    constexpr std::u32string_view marks = U"eExXtTnN#,;=转轉分机機";
    return marks.find(character) != std::u32string_view::npos;
}

class PhoneReader {
public:
    bool takes(char32_t character) {
        if (divides(character)) return true;
        if (is_digit(character)) return takes_digit(static_cast<char>(character));
        if (character == '+') return takes_plus();
        if (!announces_extension(character) || m_phone.digits.empty()) return false;
        m_is_in_extension = true;
        return m_phone.extension.empty();
    }

    std::optional<TypedPhone> finish() && {
        bool const is_fit =
            m_phone.digits.size() <= most_digits && m_phone.extension.size() <= most_extension_digits;
        if (!is_fit || m_is_in_extension == m_phone.extension.empty()) return std::nullopt;
        if (!m_phone.is_international && m_phone.digits.starts_with("00")) {
            m_phone.is_international = true;
            m_phone.digits.erase(0, 2);
        }
        return std::move(m_phone);
    }

private:
    bool takes_digit(char digit) {
        (m_is_in_extension ? m_phone.extension : m_phone.digits).push_back(digit);
        return true;
    }
    bool takes_plus() {
        bool const is_first = m_phone.digits.empty() && !m_phone.is_international;
        m_phone.is_international = true;
        return is_first;
    }

    TypedPhone m_phone;
    bool m_is_in_extension = false;
};

} // namespace

std::optional<TypedPhone> typed_phone(std::string_view typed) {
    if (typed.starts_with(scheme)) typed.remove_prefix(scheme.size());
    PhoneReader reader;
    for (std::size_t at = 0; at < typed.size();)
        if (!reader.takes(narrow(next_code_point(typed, at)))) return std::nullopt;
    return std::move(reader).finish();
}

} // namespace huiyin
