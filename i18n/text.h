#pragma once

#include "core/base/strong_id.h"
#include "core/base/time.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace huiyin::i18n {

class Text;

/// A value for a named argument of a message. A moment is a date and time of the city in {at}, a date in
/// {at, date}, and in {at, date, deadline} a time by which something is due, where midnight is the end of the
/// day before; a nested Text is formatted in the same language; a string is isolated from the text around it
/// when it could disturb its direction, and keeps no directional control that reaches beyond it.
using Value = std::variant<std::int64_t, double, std::string, Instant, std::vector<Text>>;

struct Argument;

/// Something to be shown: a message of the catalogue with its arguments, or what a person typed.
/// There is no way from a plain string to a Text but verbatim(), so an untranslated label does not compile.
class Text {
public:
    /// Nothing to show.
    Text() = default;

    std::string const& key() const { return m_key; }
    std::string const& verbatim() const { return m_verbatim; }
    std::vector<Argument> const& arguments() const { return m_arguments; }
    /// The language of verbatim text; empty when it is the page's or unknown.
    std::string const& lang() const { return m_lang; }
    bool is_verbatim() const { return m_key.empty(); }
    bool empty() const { return m_key.empty() && m_verbatim.empty(); }

    bool operator==(Text const&) const;

private:
    friend Text tr(std::string_view key, std::vector<Argument> arguments);
    friend Text verbatim(std::string_view typed, std::string_view lang);
    std::string m_key;
    std::string m_verbatim;
    std::string m_lang;
    std::vector<Argument> m_arguments;
};

struct Argument {
    std::string name;
    Value value;

    bool operator==(Argument const&) const = default;
};

/// A message of the catalogue.
Text tr(std::string_view key, std::vector<Argument> arguments = {});
/// What a citizen or a unit wrote, a number or a code: shown as it is.
Text verbatim(std::string_view typed, std::string_view lang = {});

std::ostream& operator<<(std::ostream& out, Text const& text);

} // namespace huiyin::i18n
