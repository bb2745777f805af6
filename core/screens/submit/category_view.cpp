#include "core/screens/emergency_view.h"
#include "core/screens/problem_words.h"
#include "core/screens/submit/pages.h"
#include "core/ui/components/search_select.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

i18n::Text label_of(Category const& category) { return tr("category." + category.id.value + ".label"); }

i18n::Text examples_of(Category const& leaf) { return tr("category." + leaf.id.value + ".examples"); }

std::string found_by(Page const& page, Category const& top, Category const& leaf) {
    return page.ui.words(examples_of(leaf)) + ' ' +
           page.ui.words(tr("category." + leaf.id.value + ".synonyms")) + ' ' +
           page.ui.words(tr("category." + top.id.value + ".synonyms"));
}

std::vector<ui::SearchOption> topics(Page const& page) {
    std::vector<ui::SearchOption> all;
    for (Category const& top : page.city.categories)
        for (Category const& leaf : top.children)
            all.push_back(
                {leaf.id.value,
                 page.ui.words(tr("case.submitted.category_of", {{"leaf", std::vector{label_of(leaf)}},
                                                                 {"top", std::vector{label_of(top)}}})),
                 found_by(page, top, leaf)});
    return all;
}

void search_view(Page const& page) {
    TopicSearch const& search = page.model.search;
    ui::SearchSelect spec{.frame = {.id = "submit.search",
                                    .label = tr("submit.category.search"),
                                    .hint = tr("submit.category.search_hint")},
                          .options = [&page] { return topics(page); },
                          .typed = search.typed,
                          .is_open = search.is_open};
    auto const event = ui::search_select(page.ui, spec);
    if (!event) return;
    using enum ui::SearchEvent::Kind;
    switch (event->kind) {
    case Typed:
        spec.typed = event->text;
        return page.emit(TopicSought{{event->text, true}, ui::search_count(page.ui, spec)});
    case Opened: return page.emit(TopicSought{{search.typed, true}});
    case Closed: return page.emit(TopicSought{{search.typed, false}});
    case Chosen: return page.emit(TopicFound{CategoryId{event->text}});
    }
}

std::vector<ui::RadioOption> tops_of(std::vector<Category> const& categories) {
    std::vector<ui::RadioOption> options;
    for (Category const& category : categories)
        options.push_back({category.id.value, label_of(category)});
    return options;
}

std::vector<ui::RadioOption> leaves_of(Category const& top) {
    std::vector<ui::RadioOption> options;
    for (Category const& leaf : top.children)
        options.push_back({leaf.id.value, label_of(leaf), examples_of(leaf)});
    return options;
}

i18n::Text problem(Page const& page) {
    return problem_of("category", page.model.problems, page.ui.language());
}

void tops_view(Page const& page, bool has_chosen) {
    ui::Radios const tops{.frame = {.id = "submit.top",
                                    .label = tr("submit.category.fields"),
                                    .hint = tr("submit.category.hint"),
                                    .error = has_chosen ? i18n::Text{} : problem(page)},
                          .options = tops_of(page.city.categories),
                          .chosen = page.model.draft.category_top};
    if (auto const chosen = ui::radios(page.ui, tops)) page.emit(TopCategoryChosen{*chosen});
}

void leaves_view(Page const& page, Category const& top) {
    ui::Radios const leaves{
        .frame = {.id = "submit.category",
                  .label = tr("submit.category.leaves", {{"top", std::vector{label_of(top)}}}),
                  .error = problem(page)},
        .options = leaves_of(top),
        .chosen = page.model.draft.category.value};
    if (auto const chosen = ui::radios(page.ui, leaves)) page.emit(CategoryChosen{CategoryId{*chosen}});
}

} // namespace

void category_view(Page const& page) {
    Category const* const top = page.city.find(CategoryId{page.model.draft.category_top});
    ui::heading(page.ui, "submit.title", 1, tr("submit.category.title"));
    questions_view(page, [&] {
        search_view(page);
        tops_view(page, top != nullptr);
        if (top != nullptr) leaves_view(page, *top);
        emergency_view(page.ui, "submit.emergency", chosen_urgency(page));
    });
}

} // namespace huiyin::screens::submit
