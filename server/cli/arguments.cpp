#include "server/cli/arguments.h"

#include <algorithm>

namespace huiyin::server {

Arguments::Arguments(int count, char const* const* words)
    : m_words(words + std::min(count, 1), words + count) {}

std::optional<std::string> Arguments::next_word() {
    if (m_words.empty() || m_words.front().starts_with("--")) return std::nullopt;
    std::string word = std::move(m_words.front());
    m_words.erase(m_words.begin());
    return word;
}

std::optional<std::string> Arguments::option(std::string_view name) {
    std::optional<std::string> value;
    std::string const with_equals = std::string(name) + "=";
    for (auto word = m_words.begin(); word != m_words.end();) {
        bool const has_next = word + 1 != m_words.end();
        if (word->starts_with(with_equals)) {
            value = word->substr(with_equals.size());
            word = m_words.erase(word);
        } else if (*word == name && has_next) {
            value = *(word + 1);
            word = m_words.erase(word, word + 2);
        } else if (*word == name) {
            m_complaints.push_back(std::string(name) + " needs a value behind it.");
            word = m_words.erase(word);
        } else {
            ++word;
        }
    }
    return value;
}

bool Arguments::flag(std::string_view name) { return std::erase(m_words, name) > 0; }

std::optional<std::string> Arguments::complaint() const {
    if (!m_complaints.empty()) return m_complaints.front();
    if (m_words.empty()) return std::nullopt;
    return "\"" + m_words.front() + "\" is not understood here.";
}

} // namespace huiyin::server
