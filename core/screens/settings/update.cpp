#include "core/screens/settings/settings.h"

#include "core/base/find.h"
#include "core/base/match.h"

namespace huiyin::screens::settings {

namespace {

constexpr std::string_view plain_word = "plain";

void read_word(std::string_view word, Choices& choices) {
    if (word == plain_word) choices.is_plain = true;
    if (auto const appearance = named<Appearance>(word)) choices.appearance = *appearance;
    for (int const percent : text_percents)
        if (word == std::to_string(percent)) choices.text_percent = percent;
}

Step<Model> chosen(Model model) {
    KeepSettings keep{written(model.choices)};
    return {std::move(model), {std::move(keep)}};
}

Step<Model> choose_plain(Model model, bool is_plain) {
    model.choices.is_plain = is_plain;
    Step<Model> step = chosen(std::move(model));
    step.effects.push_back(ShowPlain{is_plain});
    return step;
}

} // namespace

std::string written(Choices const& choices) {
    std::string const words =
        std::string(name_of(choices.appearance)) + " " + std::to_string(choices.text_percent);
    return choices.is_plain ? words + " " + std::string(plain_word) : words;
}

Choices choices_in(std::string_view text) {
    Choices choices;
    while (!text.empty()) {
        std::size_t const end = text.find(' ');
        read_word(text.substr(0, end), choices);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return choices;
}

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](Opened) -> Step<Model> {
            model.is_open = true;
            return {model};
        },
        [&](Closed) -> Step<Model> {
            model.is_open = false;
            return {model, {Focus{std::string(opener)}}};
        },
        [&](AppearanceChosen const& choice) {
            model.choices.appearance = choice.appearance;
            return chosen(model);
        },
        [&](TextSizeChosen const& choice) {
            if (find_in(text_percents, choice.percent) != text_percents.end())
                model.choices.text_percent = choice.percent;
            return chosen(model);
        },
        [&](PlainChosen const& choice) { return choose_plain(model, choice.is_plain); });
}

} // namespace huiyin::screens::settings
