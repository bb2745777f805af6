#include "i18n/message.h"

#include "core/base/match.h"
#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <algorithm>

namespace huiyin::i18n {

std::variant<Message, Message::Fault> Message::parse(std::string_view pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    icu::MessagePattern parsed(from_utf8(pattern), &where, status);
    if (U_FAILURE(status))
        return Fault{std::string(u_errorName(status)) + " at character " + std::to_string(where.offset)};
    Message message(std::move(parsed));
    if (auto fault = message.find_places()) return *std::move(fault);
    return message;
}

std::optional<Message::Fault> Message::find_places() {
    for (int32_t part = 0; part < m_pattern.countParts(); ++part) {
        if (m_pattern.getPartType(part) != UMSGPAT_PART_TYPE_ARG_START) continue;
        if (auto fault = note_place(part)) return fault;
    }
    return std::nullopt;
}

std::optional<Message::Fault> Message::note_place(int32_t start) {
    if (m_pattern.getPartType(start + 1) != UMSGPAT_PART_TYPE_ARG_NAME)
        return Fault{"an argument has a number, it needs a name"};
    std::string const name = text_of(start + 1);
    auto const type = type_of(start);
    if (!type) return Fault{"the argument " + name + " has a type or style that catalogues do not use"};
    std::string& known = m_places[name];
    if (!known.empty() && !type->empty() && known != *type)
        return Fault{"the argument " + name + " is both " + known + " and " + *type};
    if (known.empty()) known = *type;
    return std::nullopt;
}

std::optional<std::string> Message::type_of(int32_t start) const {
    switch (m_pattern.getPart(start).getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE: return "";
    case UMSGPAT_ARG_TYPE_PLURAL: return "plural";
    case UMSGPAT_ARG_TYPE_SELECT: return "select";
    case UMSGPAT_ARG_TYPE_SIMPLE: break;
    default: return std::nullopt;
    }
    bool const has_style = m_pattern.getPartType(start + 3) == UMSGPAT_PART_TYPE_ARG_STYLE;
    std::string const type = text_of(start + 2);
    if (!has_style && (type == "number" || type == "date")) return type;
    std::string style = has_style ? text_of(start + 3) : "";
    style.erase(0, style.find_first_not_of(' '));
    if (type == "date" && style == "deadline") return style;
    return std::nullopt;
}

std::string Message::text_of(int32_t part) const {
    return to_utf8(m_pattern.getSubstring(m_pattern.getPart(part)));
}

std::vector<std::vector<std::string>> Message::plural_keywords() const {
    std::vector<std::vector<std::string>> result;
    for (int32_t start = 0; start < m_pattern.countParts(); ++start) {
        icu::MessagePattern::Part const& place = m_pattern.getPart(start);
        if (place.getType() != UMSGPAT_PART_TYPE_ARG_START || place.getArgType() != UMSGPAT_ARG_TYPE_PLURAL)
            continue;
        std::vector<std::string>& keywords = result.emplace_back();
        int32_t const limit = m_pattern.getLimitPartIndex(start);
        for (int32_t part = start + 1; part < limit; ++part) {
            if (m_pattern.getPartType(part) == UMSGPAT_PART_TYPE_ARG_SELECTOR)
                keywords.push_back(text_of(part));
            if (m_pattern.getPartType(part) == UMSGPAT_PART_TYPE_MSG_START)
                part = m_pattern.getLimitPartIndex(part);
        }
    }
    return result;
}

namespace {

double as_double(Value const& value) {
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    auto const* const real = std::get_if<double>(&value);
    VERIFY(real && "a plural needs a number");
    return *real;
}

/// The number without what a plural's "offset:" takes away; whole numbers stay whole.
Value without_offset(Value const& value, double offset) {
    if (offset == 0) return value;
    if (auto const* const whole = std::get_if<std::int64_t>(&value))
        return *whole - static_cast<std::int64_t>(offset);
    return as_double(value) - offset;
}

} // namespace

/// One filling of a message: walks ICU's parts and writes.
class Filling {
public:
    Filling(Message const& message, std::span<Argument const> arguments, Formats const& formats)
        : m_message(message), m_pattern(message.m_pattern), m_arguments(arguments), m_formats(formats) {}

    /// Writes the message that starts at a part; `hash` is what "#" stands for.
    void write_message(int32_t start, Value const* hash) {
        int32_t written = m_pattern.getPart(start).getLimit();
        int32_t const limit = m_pattern.getLimitPartIndex(start);
        for (int32_t at = start + 1; at <= limit; ++at) {
            icu::MessagePattern::Part const& part = m_pattern.getPart(at);
            write_literal(written, part.getIndex());
            written = part.getLimit();
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) write_plain(*hash, {});
            if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
            write_place(at, part.getArgType());
            at = m_pattern.getLimitPartIndex(at);
            written = m_pattern.getPart(at).getLimit();
        }
    }

    std::string take() { return std::move(m_result); }

private:
    void write_literal(int32_t from, int32_t to) {
        if (from < to) m_pattern.getPatternString().tempSubStringBetween(from, to).toUTF8String(m_result);
    }

    void write_place(int32_t start, UMessagePatternArgType type) {
        Value const& value = value_of(m_message.text_of(start + 1));
        if (type == UMSGPAT_ARG_TYPE_PLURAL) return write_plural(start + 2, value);
        if (type == UMSGPAT_ARG_TYPE_SELECT) return write_select(start + 2, value);
        write_plain(value, m_message.type_of(start).value_or(""));
    }

    Value const& value_of(std::string const& name) const {
        auto const found = std::find_if(m_arguments.begin(), m_arguments.end(),
                                        [&](Argument const& each) { return each.name == name; });
        VERIFY(found != m_arguments.end() && "an argument of the message was not given");
        return found->value;
    }

    void write_plain(Value const& value, std::string_view type) {
        match(
            value, [&](std::int64_t number) { m_result += m_formats.number(number); },
            [&](double number) { m_result += m_formats.number(number); },
            [&](std::string const& typed) { m_result += m_formats.isolated(typed); },
            [&](Instant at) { m_result += moment(at, type); },
            [&](std::vector<Text> const& texts) {
                for (Text const& text : texts)
                    m_result += m_formats.nested(text);
            });
    }

    std::string moment(Instant at, std::string_view type) const {
        if (type == "date") return m_formats.date(at);
        return type == "deadline" ? m_formats.deadline(at) : m_formats.date_time(at);
    }

    void write_plural(int32_t first, Value const& value) {
        double const offset = m_pattern.getPluralOffset(first);
        Value const shown = without_offset(value, offset);
        if (auto const exact = find_exact(first, as_double(value))) return write_message(*exact, &shown);
        write_message(find_branch(first, m_formats.plural_category(as_double(shown))), &shown);
    }

    void write_select(int32_t first, Value const& value) {
        auto const* const choice = std::get_if<std::string>(&value);
        VERIFY(choice && "a select needs a string");
        write_message(find_branch(first, *choice), nullptr);
    }

    /// The branch of a plural that names the number itself, "=0".
    std::optional<int32_t> find_exact(int32_t first, double number) const {
        for (int32_t at = first; m_pattern.getPartType(at) != UMSGPAT_PART_TYPE_ARG_LIMIT; ++at) {
            if (m_pattern.getPartType(at) == UMSGPAT_PART_TYPE_MSG_START)
                at = m_pattern.getLimitPartIndex(at);
            if (m_pattern.getPartType(at) != UMSGPAT_PART_TYPE_ARG_SELECTOR) continue;
            bool const names_number =
                icu::MessagePattern::Part::hasNumericValue(m_pattern.getPartType(at + 1));
            if (names_number && m_pattern.getNumericValue(m_pattern.getPart(at + 1)) == number) return at + 2;
        }
        return std::nullopt;
    }

    /// The branch of that keyword, else "other", which ICU's parser insists on.
    int32_t find_branch(int32_t first, std::string const& keyword) const {
        int32_t other = 0;
        for (int32_t at = first; m_pattern.getPartType(at) != UMSGPAT_PART_TYPE_ARG_LIMIT; ++at) {
            if (m_pattern.getPartType(at) == UMSGPAT_PART_TYPE_MSG_START)
                at = m_pattern.getLimitPartIndex(at);
            if (m_pattern.getPartType(at) != UMSGPAT_PART_TYPE_ARG_SELECTOR) continue;
            std::string const name = m_message.text_of(at);
            if (name == keyword) return at + 1;
            if (name == "other") other = at + 1;
        }
        return other;
    }

    Message const& m_message;
    icu::MessagePattern const& m_pattern;
    std::span<Argument const> m_arguments;
    Formats const& m_formats;
    std::string m_result;
};

std::string Message::fill(std::span<Argument const> arguments, Formats const& formats) const {
    Filling filling(*this, arguments, formats);
    filling.write_message(0, nullptr);
    return filling.take();
}

} // namespace huiyin::i18n
