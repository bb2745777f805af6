#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unicode/messagepattern.h>

namespace huiyin::catalogues {

/// A message that parses, as its writer sees it: words, and the syntax between them.
class Pattern {
public:
    explicit Pattern(std::string_view message);

    /// The words of the longest branch of each plural and select; '#' where a number stands.
    std::string longest() const;
    /// The message with every stretch of words replaced; syntax stays as it is.
    std::string with_words(std::function<std::string(std::string const&)> const& replaced) const;

private:
    icu::UnicodeString longest_message(int32_t start) const;
    icu::UnicodeString longest_branch(int32_t start) const;
    bool ends_syntax(int32_t part) const;
    bool begins_syntax(int32_t part) const;

    icu::MessagePattern m_pattern;
};

/// Widths of half a Han letter; marks have none.
int columns(std::string_view text);

} // namespace huiyin::catalogues
