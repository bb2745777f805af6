#include "core/screens/submit/submit.h"

#include "core/base/match.h"
#include "core/screens/failure_words.h"
#include "core/screens/still_wrong.h"
#include "core/screens/submit/fields.h"
#include "i18n/language.h"

#include <algorithm>

namespace huiyin::screens::submit {

namespace {

SubmitPage neighbour(SubmitPage page, int distance) {
    return static_cast<SubmitPage>(static_cast<int>(page) + distance);
}

std::string& text_in(Draft& draft, TextOf field) {
    switch (field) {
    case TextOf::Address: return draft.address;
    case TextOf::Description: return draft.description;
    case TextOf::Name: return draft.name;
    case TextOf::Phone: return draft.phone;
    case TextOf::Email: break;
    }
    return draft.email;
}

SubmitPage page_of(TextOf field) {
    if (field == TextOf::Address) return SubmitPage::Place;
    return field == TextOf::Description ? SubmitPage::Description : SubmitPage::Contact;
}

void tell(Model& model, SubmitPage page, Problems const& problems) {
    std::erase_if(model.problems,
                  [&](Problem const& problem) { return page_of_field(problem.field) == page; });
    model.problems.insert(model.problems.end(), problems.begin(), problems.end());
}

/// Takes away what was put right on a page.
void settle(Model& model, SubmitPage page, World const& world) {
    if (model.problems.empty()) return;
    tell(model, page, still_wrong(model.problems, problems_on(page, model.draft, world)));
}

Step<Model> edited(Model model, SubmitPage page, World const& world) {
    settle(model, page, world);
    SaveDraft save{model.draft};
    return {std::move(model), {std::move(save)}};
}

Step<Model> choose_top(Model model, std::string const& id, World const& world) {
    if (model.draft.category_top == id) return {std::move(model)};
    Category const* const top = world.city.find(CategoryId{id});
    bool const has_one_leaf = top != nullptr && top->children.size() == 1;
    model.draft.category_top = id;
    model.draft.category = has_one_leaf ? top->children.front().id : CategoryId{};
    return edited(std::move(model), SubmitPage::Category, world);
}

Step<Model> choose_category(Model model, CategoryId const& id, World const& world) {
    Category const* const category = world.city.find(id);
    bool const is_emergency = category != nullptr && category->urgency == Urgency::LifeSafety;
    model.draft.category = id;
    auto step = edited(std::move(model), SubmitPage::Category, world);
    if (is_emergency)
        step.effects.emplace_back(Announce{i18n::tr("urgency.life_safety.emergency"), Politeness::Assertive});
    return step;
}

Step<Model> seek_topic(Model model, TopicSought const& sought) {
    model.search = sought.search;
    if (sought.found.empty()) return {std::move(model)};
    return {std::move(model), {Announce{sought.found}}};
}

/// The topic's own radio takes focus, so that what was chosen is seen and heard where it belongs.
Step<Model> find_topic(Model model, CategoryId const& id, World const& world) {
    for (Category const& top : world.city.categories)
        for (Category const& leaf : top.children)
            if (leaf.id == id) model.draft.category_top = top.id.value;
    model.search = {};
    auto step = choose_category(std::move(model), id, world);
    step.effects.emplace_back(Focus{"submit.category." + id.value});
    return step;
}

void enter(Model& model, SubmitPage page, World const& world) {
    model.page = page;
    model.search = {};
    model.is_changing = false;
    if (std::holds_alternative<Failed>(model.sending)) model.sending = NotAsked{};
    if (page == SubmitPage::Check) model.problems = problems_on(page, model.draft, world);
}

Step<Model> go_to(Model model, SubmitPage page, World const& world) {
    enter(model, page, world);
    return {std::move(model), {Go{SubmitRoute{page}}}};
}

Step<Model> change(Model model, SubmitPage page, World const& world) {
    auto step = go_to(std::move(model), page, world);
    step.model.is_changing = page != SubmitPage::Check;
    return step;
}

Step<Model> go_on(Model model, World const& world) {
    if (model.page == SubmitPage::Check) return {std::move(model)};
    Problems const found = problems_on(model.page, model.draft, world);
    tell(model, model.page, found);
    if (!found.empty()) return {std::move(model), {Focus{"errors"}}};
    SubmitPage const next = model.is_changing ? SubmitPage::Check : neighbour(model.page, 1);
    return go_to(std::move(model), next, world);
}

Step<Model> go_back(Model model, World const& world) {
    if (model.is_changing) return go_to(std::move(model), SubmitPage::Check, world);
    if (model.page == SubmitPage::Nature) return {std::move(model), {Go{HomeRoute{}}}};
    SubmitPage const previous = neighbour(model.page, -1);
    return go_to(std::move(model), previous, world);
}

Step<Model> follow_error(Model model, std::string const& target_id, World const& world) {
    SubmitPage const page = page_of_node(target_id);
    if (page == model.page || page == SubmitPage::Check) return {std::move(model), {Focus{target_id}}};
    auto step = change(std::move(model), page, world);
    step.effects.emplace_back(Focus{target_id});
    return step;
}

Step<Model> visit(Model model, SubmitPage page, World const& world) {
    if (page != model.page) enter(model, page, world);
    return {std::move(model)};
}

/// Orders the newest text to be sent; saved before, so that a reload cannot forget that it was.
Step<Model> send_newest(Model model) {
    SaveDraft save{model.draft};
    SendCase order{model.draft.sent.back(), model.draft.idempotency_key};
    model.sending = Loading{};
    return {std::move(model), {std::move(save), std::move(order)}};
}

Step<Model> send(Model model, World const& world) {
    if (std::holds_alternative<Loading>(model.sending)) return {std::move(model)};
    model.problems = problems_on(SubmitPage::Check, model.draft, world);
    model.sending = NotAsked{};
    if (!model.problems.empty()) return {std::move(model), {Focus{"errors"}}};
    Submission submission = cleaned_submission(model.draft);
    std::erase(model.draft.sent, submission);
    model.draft.sent.push_back(std::move(submission));
    auto step = send_newest(std::move(model));
    step.effects.emplace_back(Announce{i18n::tr("submit.sending")});
    return step;
}

Step<Model> accepted(Model model, Receipt const& receipt) {
    bool const is_what_stands_here =
        model.draft.sent.empty() || model.draft.sent.back() == cleaned_submission(model.draft);
    return {Model{.page = SubmitPage::Check,
                  .sending = Ready<Receipt>{receipt},
                  .had_arrived_before = !is_what_stands_here},
            {ForgetDraft{}, Go{ReceiptRoute{}, History::Replace}}};
}

/// A refused text uses up no key, so it is not what the hotline may have received.
void take_back_newest(Model& model) {
    if (!model.draft.sent.empty()) model.draft.sent.pop_back();
}

Step<Model> refused(Model model, Problems const& problems) {
    take_back_newest(model);
    model.sending = NotAsked{};
    model.problems = problems;
    SaveDraft save{model.draft};
    return {std::move(model), {std::move(save), Focus{"errors"}}};
}

Step<Model> failed(Model model, Failed const& failure) {
    if (failure.code == "idempotency_key_reused") {
        // An earlier text has arrived and its answer was lost: asking again with that text gives its receipt.
        take_back_newest(model);
        if (!model.draft.sent.empty()) return send_newest(std::move(model));
    }
    model.sending = failure;
    return {std::move(model), {Announce{failure_words(failure), Politeness::Assertive}}};
}

Step<Model> finish(Model model, SendFinished const& finished) {
    if (auto const* const receipt = std::get_if<Receipt>(&finished.outcome)) {
        if (std::holds_alternative<Ready<Receipt>>(model.sending)) return {std::move(model)};
        return accepted(std::move(model), *receipt);
    }
    if (!std::holds_alternative<Loading>(model.sending)) return {std::move(model)};
    if (auto const* const problems = std::get_if<Problems>(&finished.outcome))
        return refused(std::move(model), *problems);
    return failed(std::move(model), std::get<Failed>(finished.outcome));
}

} // namespace

Submission cleaned_submission(Draft const& draft) {
    Draft ready = draft;
    for (std::string* text : {&ready.address, &ready.description, &ready.name, &ready.phone, &ready.email})
        *text = i18n::cleaned(*text);
    return submission_of(ready);
}

Problems problems_on(SubmitPage page, Draft const& draft, World const& world) {
    Problems problems = problems_in(cleaned_submission(draft), world.city, world.now);
    if (page != SubmitPage::Check)
        std::erase_if(problems, [&](Problem const& problem) { return page_of_field(problem.field) != page; });
    return problems;
}

Step<Model> update(Model model, Intent const& intent, World const& world) {
    return match(
        intent,
        [&](NatureChosen const& chosen) {
            model.draft.nature = chosen.nature;
            return edited(std::move(model), SubmitPage::Nature, world);
        },
        [&](TopCategoryChosen const& chosen) { return choose_top(std::move(model), chosen.id, world); },
        [&](CategoryChosen const& chosen) { return choose_category(std::move(model), chosen.id, world); },
        [&](TopicSought const& sought) { return seek_topic(std::move(model), sought); },
        [&](TopicFound const& found) { return find_topic(std::move(model), found.id, world); },
        [&](DistrictChosen const& chosen) {
            model.draft.district = chosen.id;
            return edited(std::move(model), SubmitPage::Place, world);
        },
        [&](TextEdited const& typed) {
            text_in(model.draft, typed.field) = typed.text;
            return edited(std::move(model), page_of(typed.field), world);
        },
        [&](VisibilityChosen const& chosen) {
            model.draft.visibility = chosen.visibility;
            return edited(std::move(model), SubmitPage::Contact, world);
        },
        [&](ContinuePressed) { return go_on(std::move(model), world); },
        [&](BackFollowed) { return go_back(std::move(model), world); },
        [&](ErrorFollowed const& followed) {
            return follow_error(std::move(model), followed.target_id, world);
        },
        [&](ChangeFollowed const& followed) { return change(std::move(model), followed.page, world); },
        [&](SendPressed) { return send(std::move(model), world); },
        [&](PageVisited const& visited) { return visit(std::move(model), visited.page, world); },
        [&](SendFinished const& finished) { return finish(std::move(model), finished); });
}

} // namespace huiyin::screens::submit
