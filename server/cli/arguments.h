#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// The words of a command line: plain ones in their order, `--name value` (or `--name=value`) and `--flag`.
class Arguments {
public:
    Arguments(int count, char const* const* words);
    explicit Arguments(std::vector<std::string> words) : m_words(std::move(words)) {}

    /// The next word that does not begin with "--".
    std::optional<std::string> next_word();
    /// Takes an option out; the last one counts.
    std::optional<std::string> option(std::string_view name);
    bool flag(std::string_view name);

    /// What nobody asked for, in plain words: nothing when every word was understood.
    std::optional<std::string> complaint() const;

private:
    std::vector<std::string> m_words;
    std::vector<std::string> m_complaints;
};

} // namespace huiyin::server
