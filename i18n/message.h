#pragma once

#include "i18n/text.h"

#include <map>
#include <optional>
#include <span>
#include <unicode/messagepattern.h>

namespace huiyin::i18n {

/// How a language writes what stands in a message's places.
class Formats {
public:
    virtual ~Formats() = default;

    virtual std::string number(std::int64_t value) const = 0;
    virtual std::string number(double value) const = 0;
    virtual std::string plural_category(double value) const = 0;
    virtual std::string date(Instant at) const = 0;
    virtual std::string date_time(Instant at) const = 0;
    /// A moment by which something is due; midnight belongs to the day that ends.
    virtual std::string deadline(Instant at) const = 0;
    /// What comes from outside of the catalogue, kept from disturbing the direction of the text around it.
    virtual std::string isolated(std::string_view typed) const = 0;
    virtual std::string nested(Text const& text) const = 0;
};

/// A message in ICU's MessageFormat syntax, parsed by ICU. Its places are {name}, {name, plural, …},
/// {name, select, …}, {name, number}, and for moments {name, date} and {name, date, deadline}; the other
/// types of ICU are not for catalogues. A plain {name} takes any value; a moment becomes a date and time.
class Message {
public:
    /// Why a pattern is not a message, for the person who wrote it.
    struct Fault {
        std::string reason;
    };
    static std::variant<Message, Fault> parse(std::string_view pattern);

    std::string fill(std::span<Argument const> arguments, Formats const& formats) const;

    /// A place's type: "", "plural", "select", "number", "date", "deadline".
    using Places = std::map<std::string, std::string>;
    /// Every argument with its type; one that stands in several places has the most telling one.
    Places const& places() const { return m_places; }
    /// The keywords that each plural names: "one", "other", "=0".
    std::vector<std::vector<std::string>> plural_keywords() const;

private:
    friend class Filling;

    explicit Message(icu::MessagePattern pattern) : m_pattern(std::move(pattern)) {}
    std::optional<Fault> find_places();
    std::optional<Fault> note_place(int32_t start);
    std::optional<std::string> type_of(int32_t start) const;
    std::string text_of(int32_t part) const;

    icu::MessagePattern m_pattern;
    Places m_places;
};

} // namespace huiyin::i18n
