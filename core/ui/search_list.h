#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::ui {

struct SearchOption {
    std::string value;
    std::string label;
    /// More words that it is found by; its own come first.
    std::string more_words = {};
};

/// Very many options, each with its words folded for the search (i18n::search_key) once and for all.
class SearchList {
public:
    explicit SearchList(std::vector<SearchOption> options);

    std::vector<SearchOption> const& options() const { return m_options; }
    /// Those that hold what was typed in their labels, then those that hold it in their other words.
    std::vector<SearchOption const*> matches(std::string_view typed) const;

private:
    struct Folded {
        std::string label;
        std::string more_words;
    };
    std::vector<SearchOption> m_options;
    /// In the order of the options.
    std::vector<Folded> m_folded;
};

} // namespace huiyin::ui
