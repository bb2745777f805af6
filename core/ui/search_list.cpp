#include "core/ui/search_list.h"

#include "i18n/language.h"

#include <utility>

namespace huiyin::ui {

SearchList::SearchList(std::vector<SearchOption> options) : m_options(std::move(options)) {
    m_folded.reserve(m_options.size());
    for (SearchOption const& option : m_options)
        m_folded.push_back({i18n::search_key(option.label), i18n::search_key(option.more_words)});
}

std::vector<SearchOption const*> SearchList::matches(std::string_view typed) const {
    std::string const wanted = i18n::search_key(typed);
    std::vector<SearchOption const*> matches, by_more_words;
    for (std::size_t at = 0; at < m_options.size(); ++at) {
        if (m_folded[at].label.find(wanted) != std::string::npos)
            matches.push_back(&m_options[at]);
        else if (m_folded[at].more_words.find(wanted) != std::string::npos)
            by_more_words.push_back(&m_options[at]);
    }
    matches.insert(matches.end(), by_more_words.begin(), by_more_words.end());
    return matches;
}

} // namespace huiyin::ui
