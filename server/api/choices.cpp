#include "server/api/choices.h"

#include "core/domain/written_language.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t most_choices = 32;

/// qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )
double weight_in(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
    double weight = text[0] - '0';
    if (text.size() > 1 && text[1] != '.') return 0;
    double place = 0.1;
    for (char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (digit < '0' || digit > '9') return 0;
        weight += place * (digit - '0');
        place /= 10;
    }
    return std::min(weight, 1.0);
}

Choice choice_in(std::string_view item) {
    auto const semicolon = item.find(';');
    Choice choice{std::string(without_space(item.substr(0, semicolon)))};
    if (semicolon == std::string_view::npos) return choice;
    std::string_view const parameter = without_space(item.substr(semicolon + 1));
    bool const is_weight = parameter.starts_with("q=") || parameter.starts_with("Q=");
    if (is_weight) choice.weight = weight_in(parameter.substr(2));
    return choice;
}

} // namespace

std::string_view without_space(std::string_view text) {
    auto const start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

std::vector<Choice> choices_in(std::string_view header) {
    std::vector<Choice> choices;
    while (!header.empty() && choices.size() < most_choices) {
        auto const comma = header.find(',');
        Choice choice = choice_in(header.substr(0, comma));
        if (!choice.value.empty()) choices.push_back(std::move(choice));
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
    }
    return choices;
}

std::vector<std::string> wished_languages(std::string_view accept_language) {
    std::vector<Choice> choices = choices_in(accept_language);
    std::erase_if(choices,
                  [](Choice const& choice) { return choice.weight <= 0 || !is_language_tag(choice.value); });
    std::stable_sort(choices.begin(), choices.end(),
                     [](Choice const& left, Choice const& right) { return left.weight > right.weight; });
    std::vector<std::string> tags;
    for (Choice& choice : choices)
        tags.push_back(std::move(choice.value));
    return tags;
}

} // namespace huiyin::server
