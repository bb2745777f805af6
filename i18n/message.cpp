#include "i18n/message.h"

#include "core/base/match.h"
#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <optional>

namespace huiyin::i18n {

/// Walks the parts that ICU found in a pattern and notes what stands in them.
class MessageReader {
public:
    explicit MessageReader(icu::MessagePattern const& pattern) : m_pattern(pattern) {}

    std::optional<Message::Fault> read_into(Message& message) {
        for (int32_t part = 0; part < m_pattern.countParts(); ++part) {
            if (m_pattern.getPartType(part) != UMSGPAT_PART_TYPE_ARG_START) continue;
            if (auto fault = note_place(part, message.m_places)) return fault;
            if (argument_type(part) == UMSGPAT_ARG_TYPE_PLURAL)
                message.m_plural_keywords.push_back(keywords_of(part));
        }
        message.m_literal_text = literal_text();
        return std::nullopt;
    }

    /// The pattern with plain places for moments, whose words come finished.
    icu::UnicodeString with_plain_moments() const {
        icu::UnicodeString text = m_pattern.getPatternString();
        for (int32_t part = m_pattern.countParts() - 1; part >= 0; --part) {
            if (m_pattern.getPartType(part) != UMSGPAT_PART_TYPE_ARG_START) continue;
            if (type_of(part) != "date" && type_of(part) != "deadline") continue;
            int32_t const name_end = m_pattern.getPart(part + 1).getLimit();
            int32_t const last = m_pattern.getPart(m_pattern.getLimitPartIndex(part)).getIndex();
            text.removeBetween(name_end, last);
        }
        return text;
    }

private:
    std::optional<Message::Fault> note_place(int32_t start, Message::Places& places) const {
        if (m_pattern.getPartType(start + 1) != UMSGPAT_PART_TYPE_ARG_NAME)
            return Message::Fault{"an argument has a number, it needs a name"};
        std::string const name = text_of(start + 1);
        auto const type = type_of(start);
        if (!type)
            return Message::Fault{"the argument " + name + " has a type or style not meant for catalogues"};
        std::string& known = places[name];
        if (!known.empty() && !type->empty() && known != *type)
            return Message::Fault{"the argument " + name + " is both " + known + " and " + *type};
        if (known.empty()) known = *type;
        return std::nullopt;
    }

    std::optional<std::string> type_of(int32_t start) const {
        switch (argument_type(start)) {
        case UMSGPAT_ARG_TYPE_NONE: return "";
        case UMSGPAT_ARG_TYPE_PLURAL: return "plural";
        case UMSGPAT_ARG_TYPE_SELECT: return "select";
        case UMSGPAT_ARG_TYPE_SIMPLE: return simple_type_of(start);
        default: return std::nullopt;
        }
    }

    std::optional<std::string> simple_type_of(int32_t start) const {
        std::string const type = text_of(start + 2);
        bool const has_style = m_pattern.getPartType(start + 3) == UMSGPAT_PART_TYPE_ARG_STYLE;
        std::string style = has_style ? text_of(start + 3) : "";
        style.erase(0, style.find_first_not_of(' '));
        if (style.empty() && (type == "number" || type == "date")) return type;
        if (type == "date" && style == "deadline") return style;
        return std::nullopt;
    }

    std::vector<std::string> keywords_of(int32_t start) const {
        std::vector<std::string> keywords;
        int32_t const limit = m_pattern.getLimitPartIndex(start);
        for (int32_t part = start + 1; part < limit; ++part) {
            UMessagePatternPartType const type = m_pattern.getPartType(part);
            if (type == UMSGPAT_PART_TYPE_ARG_SELECTOR) keywords.push_back(text_of(part));
            if (type == UMSGPAT_PART_TYPE_MSG_START) part = m_pattern.getLimitPartIndex(part);
        }
        return keywords;
    }

    /// Text lies between two parts that can stand in a message itself; what else lies between parts is
    /// syntax.
    std::string literal_text() const {
        icu::UnicodeString text;
        for (int32_t part = 0; part + 1 < m_pattern.countParts(); ++part) {
            bool const is_text = ends_syntax(part) && begins_syntax(part + 1);
            int32_t const from = m_pattern.getPart(part).getLimit();
            int32_t const to = m_pattern.getPatternIndex(part + 1);
            if (is_text && from < to) text.append(m_pattern.getPatternString(), from, to - from).append(u' ');
        }
        return to_utf8(text);
    }

    bool ends_syntax(int32_t part) const {
        UMessagePatternPartType const type = m_pattern.getPartType(part);
        return type == UMSGPAT_PART_TYPE_MSG_START || type == UMSGPAT_PART_TYPE_ARG_LIMIT || is_sign(type);
    }
    bool begins_syntax(int32_t part) const {
        UMessagePatternPartType const type = m_pattern.getPartType(part);
        return type == UMSGPAT_PART_TYPE_MSG_LIMIT || type == UMSGPAT_PART_TYPE_ARG_START || is_sign(type);
    }
    static bool is_sign(UMessagePatternPartType type) {
        return type == UMSGPAT_PART_TYPE_REPLACE_NUMBER || type == UMSGPAT_PART_TYPE_SKIP_SYNTAX ||
               type == UMSGPAT_PART_TYPE_INSERT_CHAR;
    }

    UMessagePatternArgType argument_type(int32_t start) const {
        return m_pattern.getPart(start).getArgType();
    }
    std::string text_of(int32_t part) const {
        return to_utf8(m_pattern.getSubstring(m_pattern.getPart(part)));
    }

    icu::MessagePattern const& m_pattern;
};

std::variant<Message, Message::Fault> Message::parse(std::string_view pattern, icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    icu::MessagePattern const parsed(from_utf8(pattern), &where, status);
    if (U_FAILURE(status))
        return Fault{std::string(u_errorName(status)) + " at character " + std::to_string(where.offset)};
    Message message;
    MessageReader reader(parsed);
    if (auto fault = reader.read_into(message)) return *std::move(fault);
    message.m_format = std::make_unique<icu::MessageFormat>(reader.with_plain_moments(), locale, status);
    if (U_FAILURE(status)) return Fault{u_errorName(status)};
    return message;
}

std::string Message::fill(std::map<std::string, Filling> const& fillings) const {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (auto const& [name, filling] : fillings) {
        names.push_back(from_utf8(name));
        values.push_back(match(
            filling, [](std::int64_t number) { return icu::Formattable(number); },
            [](double number) { return icu::Formattable(number); },
            [](std::string const& words) { return icu::Formattable(from_utf8(words)); }));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    m_format->format(names.data(), values.data(), static_cast<int32_t>(names.size()), result, status);
    VERIFY(U_SUCCESS(status));
    return to_utf8(result);
}

} // namespace huiyin::i18n
