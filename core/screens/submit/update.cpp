#include "core/screens/submit/submit.h"

#include "core/base/find.h"
#include "core/base/match.h"
#include "core/screens/failure_words.h"
#include "core/screens/still_wrong.h"
#include "core/screens/submit/fields.h"
#include "i18n/language.h"

#include <algorithm>
#include <array>

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

/// As on the wire.
std::string_view name_of_field(TextOf field) {
    switch (field) {
    case TextOf::Address: return "address";
    case TextOf::Description: return "description";
    case TextOf::Name: return "contact.name";
    case TextOf::Phone: return "contact.phone";
    case TextOf::Email: break;
    }
    return "contact.email";
}

/// What is wrong on a page, and what the hotline has refused there and nobody has changed since: it knows
/// more.
Problems known_problems(Model const& model, SubmitPage page, World const& world) {
    Problems known = problems_on(page, model.draft, world);
    for (Problem const& problem : model.refused) {
        bool const is_here = page == SubmitPage::Check || page_of_field(problem.field) == page;
        if (is_here && find_in(known, problem.field, &Problem::field) == known.end())
            known.push_back(problem);
    }
    return known;
}

/// What was refused of a field is past once it is changed; who stays unknown gives no contact at all.
void forget_refusal(Model& model, std::string_view field) {
    std::erase_if(model.refused, [&](Problem const& problem) {
        bool const is_contact = page_of_field(problem.field) == SubmitPage::Contact;
        return problem.field == field || (field == "visibility" && is_contact);
    });
}

void tell(Model& model, SubmitPage page, Problems const& problems) {
    std::erase_if(model.problems,
                  [&](Problem const& problem) { return page_of_field(problem.field) == page; });
    model.problems.insert(model.problems.end(), problems.begin(), problems.end());
}

/// Takes away what was put right on a page.
void settle(Model& model, SubmitPage page, World const& world) {
    if (model.problems.empty()) return;
    tell(model, page, still_wrong(model.problems, known_problems(model, page, world)));
}

Step<Model> edited(Model model, std::string_view field, World const& world) {
    forget_refusal(model, field);
    settle(model, page_of_field(field), world);
    // What is changed is not to be sent as it was.
    model.is_waiting = false;
    SaveDraft save{model.draft};
    return {std::move(model), {std::move(save)}};
}

Step<Model> choose_top(Model model, std::string const& id, World const& world) {
    if (model.draft.category_top == id) return {std::move(model)};
    Category const* const top = world.city.find(CategoryId{id});
    bool const has_one_leaf = top != nullptr && top->children.size() == 1;
    model.draft.category_top = id;
    model.draft.category = has_one_leaf ? top->children.front().id : CategoryId{};
    return edited(std::move(model), "category", world);
}

Step<Model> choose_category(Model model, CategoryId const& id, World const& world) {
    Category const* const category = world.city.find(id);
    bool const is_emergency = category != nullptr && category->urgency == Urgency::LifeSafety;
    model.draft.category = id;
    auto step = edited(std::move(model), "category", world);
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
    if (page == SubmitPage::Check) model.problems = known_problems(model, page, world);
}

/// Asks for the language of a text once, when it is shown as it will be sent.
void wonder(Model& model, Effects& effects) {
    if (model.page != SubmitPage::Check || model.draft.language) return;
    std::string text = i18n::cleaned(model.draft.description);
    if (text.empty() || text == model.guess.text) return;
    bool const is_unfit = find_in(model.problems, "description", &Problem::field) != model.problems.end();
    if (is_unfit) return;
    model.guess = {.text = text};
    effects.emplace_back(GuessLanguage{std::move(text)});
}

Step<Model> go_to(Model model, SubmitPage page, World const& world) {
    enter(model, page, world);
    Effects effects = {Go{SubmitRoute{page}}};
    wonder(model, effects);
    return {std::move(model), std::move(effects)};
}

Step<Model> change(Model model, ChangeFollowed const& followed, World const& world) {
    auto step = go_to(std::move(model), followed.page, world);
    step.model.is_changing = followed.page != SubmitPage::Check;
    if (!followed.target_id.empty()) step.effects.emplace_back(Focus{followed.target_id});
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
    return change(std::move(model), {page, target_id}, world);
}

Step<Model> visit(Model model, SubmitPage page, World const& world) {
    if (page != model.page) enter(model, page, world);
    Effects effects;
    wonder(model, effects);
    return {std::move(model), std::move(effects)};
}

/// Orders the newest text to be sent; saved before, so that a reload cannot forget that it was.
Step<Model> send_newest(Model model) {
    SaveDraft save{model.draft, Sending::AsSoonAsPossible};
    SendCase order{model.draft.sent.back(), model.draft.idempotency_key};
    model.sending = Loading{};
    return {std::move(model), {std::move(save), std::move(order)}};
}

/// What was sent before goes again as it went, though its files have come meanwhile: a key has one body.
void put_newest(std::vector<Submission>& sent, Submission submission) {
    auto const before = std::find_if(sent.begin(), sent.end(),
                                     [&](Submission const& each) { return says_the_same(each, submission); });
    if (before != sent.end())
        std::rotate(before, before + 1, sent.end());
    else
        sent.push_back(std::move(submission));
}

Step<Model> send(Model model, World const& world) {
    if (std::holds_alternative<Loading>(model.sending) || model.is_waiting) return {std::move(model)};
    model.problems = problems_on(SubmitPage::Check, model.draft, world);
    model.sending = NotAsked{};
    if (!model.problems.empty()) return {std::move(model), {Focus{"errors"}}};
    put_newest(model.draft.sent, cleaned_submission(model.draft));
    auto step = send_newest(std::move(model));
    step.effects.emplace_back(Announce{i18n::tr("submit.sending")});
    return step;
}

Step<Model> accepted(Model model, Receipt const& receipt) {
    model.sending = Ready<Receipt>{receipt};
    return {std::move(model), {TakeReceipt{receipt}}};
}

/// A refused text uses up no key, so it is not what the hotline may have received.
void take_back_newest(Model& model) {
    if (!model.draft.sent.empty()) model.draft.sent.pop_back();
}

/// The hotline has a file no longer, or does not want it, though it had come.
void take_files_back(Model& model, Problems const& problems) {
    for (Attachment& each : model.draft.attachments) {
        auto const problem = find_in(problems, field_of(each.id), &Problem::field);
        if (problem == problems.end()) continue;
        each.state = AttachmentState::Waiting;
        bool const is_harmful = problem->code == "refused";
        model.files[each.id].status = is_harmful ? FileStatus::Refused : FileStatus::Failed;
    }
}

Step<Model> refused(Model model, Problems const& problems) {
    take_back_newest(model);
    take_files_back(model, problems);
    model.sending = NotAsked{};
    model.problems = problems;
    model.refused = problems;
    SaveDraft save{model.draft};
    return {std::move(model), {std::move(save), Focus{"errors"}}};
}

/// The hotline has spoken, and says the same when asked again. All else (no answer, a page of some network in
/// between, too much work) may be otherwise in a moment; web/outbox.js goes on trying for the same reasons.
bool is_final(Failed const& failure) {
    constexpr std::array<std::string_view, 4> refusals = {"unreadable", "too_large", "not_found",
                                                          "idempotency_key_reused"};
    return find_in(refusals, failure.code) != refusals.end();
}

/// Whoever keeps it tries again.
Step<Model> wait(Model model) {
    model.sending = NotAsked{};
    model.is_waiting = true;
    SaveDraft save = saved_beside(model);
    return {std::move(model), {std::move(save), Announce{i18n::tr("outbox.waiting")}}};
}

Step<Model> failed(Model model, Failed const& failure, bool is_given_up) {
    if (failure.code == "idempotency_key_reused") {
        // An earlier text has arrived and its answer was lost: asking again with that text gives its receipt.
        take_back_newest(model);
        if (!model.draft.sent.empty()) return send_newest(std::move(model));
    }
    bool const can_wait = model.keeping == Keeping::Kept && stands_as_sent(model.draft);
    if (can_wait && !is_given_up && !is_final(failure)) return wait(std::move(model));
    model.sending = failure;
    SaveDraft save{model.draft};
    return {std::move(model), {std::move(save), Announce{failure_words(failure), Politeness::Assertive}}};
}

Step<Model> finish(Model model, SendFinished const& finished) {
    if (auto const* const receipt = std::get_if<Receipt>(&finished.outcome)) {
        if (std::holds_alternative<Ready<Receipt>>(model.sending)) return {std::move(model)};
        return accepted(std::move(model), *receipt);
    }
    if (!std::holds_alternative<Loading>(model.sending)) return {std::move(model)};
    if (auto const* const problems = std::get_if<Problems>(&finished.outcome))
        return refused(std::move(model), *problems);
    return failed(std::move(model), std::get<Failed>(finished.outcome), finished.is_given_up);
}

} // namespace

SaveDraft saved_beside(Model const& model) {
    bool const is_on_its_way = std::holds_alternative<Loading>(model.sending) && stands_as_sent(model.draft);
    bool const is_sent = model.is_waiting || is_on_its_way;
    return {model.draft, is_sent ? Sending::AsSoonAsPossible : Sending::Later};
}

bool stands_as_sent(Draft const& draft) {
    if (draft.sent.empty()) return false;
    Submission here = cleaned_submission(draft);
    Submission const& sent = draft.sent.back();
    bool const has_same_files = std::equal(
        here.attachments.begin(), here.attachments.end(), sent.attachments.begin(), sent.attachments.end(),
        [](auto const& one, auto const& other) { return one.id == other.id; });
    here.attachments = sent.attachments;
    return has_same_files && here == sent;
}

Submission cleaned_submission(Draft const& draft) {
    Draft ready = draft;
    for (std::string* text : {&ready.address, &ready.description, &ready.name, &ready.phone, &ready.email})
        *text = i18n::cleaned(*text);
    return submission_of(ready);
}

std::optional<LanguageTag> language_of_text(Model const& model) {
    if (model.draft.language) return model.draft.language;
    bool const is_known = model.guess.language && model.guess.language->value != "und";
    return is_known ? model.guess.language : std::nullopt;
}

Problems problems_on(SubmitPage page, Draft const& draft, World const& world) {
    Problems problems = problems_in(cleaned_submission(draft), world.city, world.now);
    if (page != SubmitPage::Check)
        std::erase_if(problems, [&](Problem const& problem) { return page_of_field(problem.field) != page; });
    return problems;
}

Step<Model> update(Model model, Intent const& intent, World const& world) {
    if (auto step = update_files(model, intent, world)) return *std::move(step);
    return match(
        intent,
        [&](NatureChosen const& chosen) {
            model.draft.nature = chosen.nature;
            return edited(std::move(model), "nature", world);
        },
        [&](TopCategoryChosen const& chosen) { return choose_top(std::move(model), chosen.id, world); },
        [&](CategoryChosen const& chosen) { return choose_category(std::move(model), chosen.id, world); },
        [&](TopicSought const& sought) { return seek_topic(std::move(model), sought); },
        [&](TopicFound const& found) { return find_topic(std::move(model), found.id, world); },
        [&](DistrictChosen const& chosen) {
            model.draft.district = chosen.id;
            return edited(std::move(model), "district", world);
        },
        [&](TextEdited const& typed) {
            text_in(model.draft, typed.field) = typed.text;
            return edited(std::move(model), name_of_field(typed.field), world);
        },
        [&](LanguageSaid const& said) {
            model.draft.language = said.language;
            return edited(std::move(model), "language", world);
        },
        [&](VisibilityChosen const& chosen) {
            model.draft.visibility = chosen.visibility;
            return edited(std::move(model), "visibility", world);
        },
        [&](ContactKeepingChosen const& chosen) -> Step<Model> {
            model.draft.keeps_contact = chosen.is_kept;
            SaveDraft save = saved_beside(model);
            return {std::move(model), {std::move(save)}};
        },
        [&](SharedChosen const& chosen) -> Step<Model> {
            return {std::move(model), {KeepNothing{chosen.is_shared}}};
        },
        [&](TryNowPressed) -> Step<Model> {
            return {std::move(model), {TrySending{}}};
        },
        [&](ContinuePressed) { return go_on(std::move(model), world); },
        [&](BackFollowed) { return go_back(std::move(model), world); },
        [&](ErrorFollowed const& followed) {
            return follow_error(std::move(model), followed.target_id, world);
        },
        [&](ChangeFollowed const& followed) { return change(std::move(model), followed, world); },
        [&](SendPressed) { return send(std::move(model), world); },
        [&](LanguageGuessed const& guessed) -> Step<Model> {
            if (guessed.text == model.guess.text) model.guess.language = guessed.language;
            return {std::move(model)};
        },
        [&](PageVisited const& visited) { return visit(std::move(model), visited.page, world); },
        [&](SendFinished const& finished) { return finish(std::move(model), finished); },
        [&](auto const&) { return Step<Model>{std::move(model)}; });
}

} // namespace huiyin::screens::submit
