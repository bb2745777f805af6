#include "core/screens/submit/view.h"

#include "core/base/find.h"
#include "core/screens/problem_words.h"
#include "core/screens/submit/fields.h"
#include "core/screens/submit/pages.h"
#include "core/ui/components/button.h"
#include "core/ui/components/link.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/stepper.h"
#include "core/ui/components/text.h"

#include <array>

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

struct PageView {
    std::string_view title;
    /// What the page asks, in a word or two.
    std::string_view step;
    void (*draw)(Page const&);
};

/// In the order of SubmitPage.
constexpr std::array<PageView, 6> pages = {{
    {"submit.nature.title", "nature", nature_view},
    {"submit.category.title", "category", category_view},
    {"submit.place.title", "place", place_view},
    {"submit.description.title", "description", description_view},
    {"submit.contact.title", "contact", contact_view},
    {"submit.check.title", "check", check_view},
}};

std::string back_href(Model const& model) {
    if (model.is_changing) return url_of(SubmitRoute{SubmitPage::Check});
    if (model.page == SubmitPage::Nature) return url_of(HomeRoute{});
    return url_of(SubmitRoute{static_cast<SubmitPage>(static_cast<int>(model.page) - 1)});
}

/// A line for each problem that is told here; one that lies on another page leads there.
std::vector<ui::SummarizedError> errors_of(Page const& page) {
    std::vector<ui::SummarizedError> errors;
    for (Problem const& problem : page.model.problems) {
        SubmitPage const place = page_of_field(problem.field);
        bool const is_elsewhere = place != page.model.page;
        if (is_elsewhere && page.model.page != SubmitPage::Check) continue;
        std::string target = target_of_field(problem.field, page.model.draft, page.city);
        if (find_in(errors, target, &ui::SummarizedError::target_id) != errors.end()) continue;
        errors.push_back({.target_id = std::move(target),
                          .words = problem_words(problem, page.ui.language()),
                          .href = is_elsewhere ? url_of(SubmitRoute{place}) : ""});
    }
    return errors;
}

std::vector<ui::Step> steps() {
    std::vector<ui::Step> steps;
    for (PageView const& each : pages)
        steps.push_back(
            {.name = std::string(each.step), .label = tr("submit.step." + std::string(each.step))});
    return steps;
}

void frame_view(Page const& page) {
    if (ui::back_link(page.ui, "submit.back", tr("submit.back"), back_href(page.model)))
        page.emit(BackFollowed{});
    ui::stepper(page.ui, "submit.progress", steps(), static_cast<std::size_t>(page.model.page));
    if (auto const target = ui::error_summary(page.ui, "errors", errors_of(page)))
        page.emit(ErrorFollowed{*target});
}

} // namespace

void view(ui::Ui& ui, Model const& model, City const& city, Emit const& emit) {
    PageView const& shown = pages[static_cast<std::size_t>(model.page)];
    Page const page{ui, model, city, emit};
    ui.set_title(ui.words(tr(shown.title)));
    frame_view(page);
    shown.draw(page);
}

ui::FieldFrame field_frame(Page const& page, std::string_view field) {
    std::string const id = node_id(field);
    i18n::Text hint = page.ui.language().has(id + ".hint") ? tr(id + ".hint") : i18n::Text{};
    return {.id = id,
            .label = tr(id + ".label"),
            .hint = std::move(hint),
            .error = problem_of(field, page.model.problems, page.ui.language())};
}

void text_field_view(Page const& page, TextOf field, ui::TextField const& spec) {
    if (auto text = ui::text_field(page.ui, spec)) page.emit(TextEdited{field, *std::move(text)});
}

void questions_view(Page const& page, std::function<void()> const& questions) {
    ui::Scope const form = page.ui.open({.id = "submit.form", .role = ui::Role::Form});
    questions();
    page.ui.gap(8);
    bool const is_pressed = ui::button(page.ui, {.id = "submit.continue", .label = tr("submit.continue")});
    if (is_pressed || page.ui.is_clicked("submit.form")) page.emit(ContinuePressed{});
}

LanguageTag shown_language(Page const& page) {
    LanguageTag const of_page{std::string(page.ui.language().info().tag)};
    return language_of_text(page.model).value_or(of_page);
}

Urgency chosen_urgency(Page const& page) {
    Category const* const category = page.city.find(page.model.draft.category);
    return category == nullptr ? Urgency::General : category->urgency;
}

} // namespace huiyin::screens::submit
