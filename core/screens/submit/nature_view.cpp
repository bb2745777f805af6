#include "core/screens/problem_words.h"
#include "core/screens/submit/pages.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

ui::Radios natures(Page const& page) {
    ui::Radios radios{.frame = {.id = "submit.nature",
                                .label = tr("submit.nature.title"),
                                .error = problem_of("nature", page.model.problems, page.ui.language())},
                      .chosen = std::string(page.model.draft.nature ? name_of(*page.model.draft.nature) : ""),
                      .is_page_title = true};
    for (auto const& [nature, name] : Names<Nature>::all) {
        std::string const key = "nature." + std::string(name);
        radios.options.push_back({std::string(name), tr(key + ".label"), tr(key + ".hint")});
    }
    return radios;
}

} // namespace

void nature_view(Page const& page) {
    questions_view(page, [&] {
        auto const chosen = ui::radios(page.ui, natures(page));
        if (auto const nature = chosen ? named<Nature>(*chosen) : std::nullopt)
            page.emit(NatureChosen{*nature});
    });
}

} // namespace huiyin::screens::submit
