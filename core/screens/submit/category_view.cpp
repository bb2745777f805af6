#include "core/screens/emergency_view.h"
#include "core/screens/problem_words.h"
#include "core/screens/submit/pages.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

i18n::Text label_of(Category const& category) { return tr("category." + category.id.value + ".label"); }

std::vector<ui::RadioOption> options_of(std::vector<Category> const& categories) {
    std::vector<ui::RadioOption> options;
    for (Category const& category : categories)
        options.push_back({category.id.value, label_of(category)});
    return options;
}

i18n::Text problem(Page const& page) {
    return problem_of("category", page.model.problems, page.ui.language());
}

void tops_view(Page const& page, bool has_chosen) {
    ui::Radios const tops{.frame = {.id = "submit.top",
                                    .label = tr("submit.category.title"),
                                    .hint = tr("submit.category.hint"),
                                    .error = has_chosen ? i18n::Text{} : problem(page)},
                          .options = options_of(page.city.categories),
                          .chosen = page.model.draft.category_top,
                          .is_page_title = true};
    if (auto const chosen = ui::radios(page.ui, tops)) page.emit(TopCategoryChosen{*chosen});
}

void leaves_view(Page const& page, Category const& top) {
    ui::Radios const leaves{
        .frame = {.id = "submit.category",
                  .label = tr("submit.category.leaves", {{"top", std::vector{label_of(top)}}}),
                  .error = problem(page)},
        .options = options_of(top.children),
        .chosen = page.model.draft.category.value};
    if (auto const chosen = ui::radios(page.ui, leaves)) page.emit(CategoryChosen{CategoryId{*chosen}});
}

} // namespace

void category_view(Page const& page) {
    Category const* const top = page.city.find(CategoryId{page.model.draft.category_top});
    questions_view(page, [&] {
        tops_view(page, top != nullptr);
        if (top != nullptr) leaves_view(page, *top);
        emergency_view(page.ui, "submit.emergency", chosen_urgency(page));
    });
}

} // namespace huiyin::screens::submit
