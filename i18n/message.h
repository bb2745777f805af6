#pragma once

#include "i18n/numbers.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/messagepattern.h>
#include <variant>
#include <vector>

namespace huiyin::i18n {

/// A message in ICU's MessageFormat syntax. Its places are {name}, {name, plural, …}, {name, select, …},
/// {name, number}, and for moments {name, date} and {name, date, deadline}; ICU's other types are not for
/// catalogues. A plain {name} takes any value. ICU reads the pattern; we fill it, for ICU's own MessageFormat
/// brings every format that ICU has.
class Message {
public:
    /// Why a pattern is not a message, for the person who wrote it.
    struct Fault {
        std::string reason;
    };
    static std::variant<Message, Fault> parse(std::string_view pattern);

    /// Names with "", "plural", "select", "number", "date" or "deadline"; a name that stands in several
    /// places has the type that tells more.
    using Places = std::map<std::string, std::string>;
    Places const& places() const { return m_places; }
    /// The keywords of each plural: "one", "other", "=0".
    std::vector<std::vector<std::string>> const& plural_keywords() const { return m_plural_keywords; }
    /// What a translator writes: the text of all branches without places and syntax.
    std::string const& literal_text() const { return m_literal_text; }

    /// What stands in a place: a number, or words.
    using Filling = std::variant<Number, std::string>;
    using Fillings = std::map<std::string, Filling>;
    /// Needs a filling for every place.
    std::string fill(Fillings const& fillings, Numbers const& numbers) const;

private:
    friend class MessageReader;

    Message() = default;

    Places m_places;
    std::vector<std::vector<std::string>> m_plural_keywords;
    std::string m_literal_text;
    std::unique_ptr<icu::MessagePattern const> m_pattern;
};

} // namespace huiyin::i18n
