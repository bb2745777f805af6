#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <variant>
#include <vector>

namespace huiyin::i18n {

/// A message in ICU's MessageFormat syntax. Its places are {name}, {name, plural, …}, {name, select, …},
/// {name, number}, and for moments {name, date} and {name, date, deadline}; ICU's other types are not for
/// catalogues. A plain {name} takes any value.
class Message {
public:
    /// Why a pattern is not a message, for the person who wrote it.
    struct Fault {
        std::string reason;
    };
    static std::variant<Message, Fault> parse(std::string_view pattern, icu::Locale const& locale);

    /// Names with "", "plural", "select", "number", "date" or "deadline"; a name that stands in several
    /// places has the type that tells more.
    using Places = std::map<std::string, std::string>;
    Places const& places() const { return m_places; }
    /// The keywords of each plural: "one", "other", "=0".
    std::vector<std::vector<std::string>> const& plural_keywords() const { return m_plural_keywords; }
    /// What a translator writes: the text of all branches without places and syntax.
    std::string const& literal_text() const { return m_literal_text; }

    /// What stands in a place: a number, or words.
    using Filling = std::variant<std::int64_t, double, std::string>;
    /// Needs a filling for every place.
    std::string fill(std::map<std::string, Filling> const& fillings) const;

private:
    friend class MessageReader;

    Message() = default;

    Places m_places;
    std::vector<std::vector<std::string>> m_plural_keywords;
    std::string m_literal_text;
    std::unique_ptr<icu::MessageFormat> m_format;
};

} // namespace huiyin::i18n
