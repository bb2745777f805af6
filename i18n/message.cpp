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

/// Writes a message with what stands in its places.
class MessageWriter {
public:
    MessageWriter(icu::MessagePattern const& pattern, Message::Fillings const& fillings,
                  Numbers const& numbers)
        : m_pattern(pattern), m_fillings(fillings), m_numbers(numbers) {}

    std::string whole() {
        append_message(0, std::nullopt);
        return to_utf8(m_result);
    }

private:
    /// `counted` is what '#' stands for.
    void append_message(int32_t start, std::optional<Number> const& counted) {
        int32_t from = m_pattern.getPart(start).getLimit();
        for (int32_t part = start + 1;; ++part) {
            int32_t const end = m_pattern.getPart(part).getIndex();
            m_result.append(m_pattern.getPatternString(), from, end - from);
            UMessagePatternPartType const type = m_pattern.getPartType(part);
            if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) return;
            if (type == UMSGPAT_PART_TYPE_REPLACE_NUMBER) append(m_numbers.written(*counted));
            if (type == UMSGPAT_PART_TYPE_ARG_START) {
                append_argument(part);
                part = m_pattern.getLimitPartIndex(part);
            }
            from = m_pattern.getPart(part).getLimit();
        }
    }

    void append_argument(int32_t start) {
        Message::Filling const& filling = filling_of(start + 1);
        int32_t const first_branch = start + 2;
        switch (m_pattern.getPart(start).getArgType()) {
        case UMSGPAT_ARG_TYPE_PLURAL: return append_plural(first_branch, std::get<Number>(filling));
        case UMSGPAT_ARG_TYPE_SELECT:
            return append_message(branch_of(first_branch, std::get<std::string>(filling)), std::nullopt);
        default:
            append(match(
                filling, [&](Number const& number) { return m_numbers.written(number); },
                [](std::string const& words) { return words; }));
        }
    }

    void append_plural(int32_t part, Number const& number) {
        double const offset = m_pattern.getPluralOffset(part);
        if (has_number(part)) ++part;
        Number const counted = less(number, offset);
        auto const exact = exact_branch(part, number);
        append_message(exact ? *exact : branch_of(part, m_numbers.plural(counted)), counted);
    }

    static Number less(Number const& number, double offset) {
        return match(
            number, [&](std::int64_t value) { return Number(value - static_cast<std::int64_t>(offset)); },
            [&](double value) { return Number(value - offset); });
    }

    /// The branch "=2", if there is one.
    std::optional<int32_t> exact_branch(int32_t part, Number const& number) const {
        double const value = match(number, [](auto each) { return static_cast<double>(each); });
        for (; is_selector(part); part = m_pattern.getLimitPartIndex(message_at(part)) + 1) {
            if (!has_number(part + 1)) continue;
            if (m_pattern.getNumericValue(m_pattern.getPart(part + 1)) == value) return message_at(part);
        }
        return std::nullopt;
    }

    /// The branch of a keyword, or else "other", which every plural and select has.
    int32_t branch_of(int32_t part, std::string const& keyword) const {
        int32_t other = 0;
        for (; is_selector(part); part = m_pattern.getLimitPartIndex(message_at(part)) + 1) {
            if (has_number(part + 1)) continue;
            std::string const name = to_utf8(m_pattern.getSubstring(m_pattern.getPart(part)));
            if (name == keyword) return message_at(part);
            if (name == "other") other = message_at(part);
        }
        return other;
    }

    bool is_selector(int32_t part) const {
        return m_pattern.getPartType(part) == UMSGPAT_PART_TYPE_ARG_SELECTOR;
    }
    bool has_number(int32_t part) const {
        UMessagePatternPartType const type = m_pattern.getPartType(part);
        return type == UMSGPAT_PART_TYPE_ARG_INT || type == UMSGPAT_PART_TYPE_ARG_DOUBLE;
    }
    int32_t message_at(int32_t selector) const { return selector + (has_number(selector + 1) ? 2 : 1); }

    Message::Filling const& filling_of(int32_t name) const {
        auto const found = m_fillings.find(to_utf8(m_pattern.getSubstring(m_pattern.getPart(name))));
        VERIFY(found != m_fillings.end());
        return found->second;
    }

    void append(std::string_view words) { m_result.append(from_utf8(words)); }

    icu::MessagePattern const& m_pattern;
    Message::Fillings const& m_fillings;
    Numbers const& m_numbers;
    icu::UnicodeString m_result;
};

namespace {

std::string reason_of(UErrorCode status, int32_t place) {
    std::string const where = " at character " + std::to_string(place);
    switch (status) {
    case U_UNMATCHED_BRACES: return "a brace is missing" + where;
    case U_DEFAULT_KEYWORD_MISSING: return "the branch \"other\" is missing" + where;
    default: return "this is no message" + where;
    }
}

} // namespace

std::variant<Message, Message::Fault> Message::parse(std::string_view pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    Message message;
    message.m_pattern = std::make_unique<icu::MessagePattern>(from_utf8(pattern), &where, status);
    if (U_FAILURE(status)) return Fault{reason_of(status, where.offset)};
    if (auto fault = MessageReader(*message.m_pattern).read_into(message)) return *std::move(fault);
    return message;
}

std::string Message::fill(Fillings const& fillings, Numbers const& numbers) const {
    return MessageWriter(*m_pattern, fillings, numbers).whole();
}

} // namespace huiyin::i18n
