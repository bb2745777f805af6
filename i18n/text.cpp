#include "i18n/text.h"

#include "core/base/match.h"

#include <ostream>

namespace huiyin::i18n {

bool Text::operator==(Text const&) const = default;

Text tr(std::string_view key, std::vector<Argument> arguments) {
    Text text;
    text.m_key = key;
    text.m_arguments = std::move(arguments);
    return text;
}

Text verbatim(std::string_view typed, std::string_view lang) {
    Text text;
    text.m_verbatim = typed;
    text.m_lang = lang;
    return text;
}

namespace {

void print(std::ostream& out, Value const& value) {
    match(
        value, [&](std::string const& typed) { out << '"' << typed << '"'; },
        [&](std::vector<Text> const& nested) {
            for (Text const& text : nested)
                out << text;
        },
        [&](auto const& plain) { out << plain; });
}

} // namespace

std::ostream& operator<<(std::ostream& out, Text const& text) {
    if (text.is_verbatim()) return out << '"' << text.verbatim() << '"';
    out << text.key();
    if (text.arguments().empty()) return out;
    char const* separator = "{";
    for (Argument const& argument : text.arguments()) {
        out << separator << argument.name << ": ";
        print(out, argument.value);
        separator = ", ";
    }
    return out << '}';
}

} // namespace huiyin::i18n
