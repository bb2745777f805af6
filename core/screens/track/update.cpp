#include "core/screens/track/track.h"

#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/screens/failure_words.h"
#include "core/screens/still_wrong.h"

namespace huiyin::screens::track {

namespace {

void check(Problems& problems, std::string_view field, std::string_view typed, bool is_readable) {
    if (is_readable) return;
    problems.push_back({std::string(field), trimmed(typed).empty() ? "required" : "invalid"});
}

Problems problems_in(Model const& model) {
    Problems problems;
    check(problems, "number", model.number, CaseNumber::read(model.number).has_value());
    check(problems, "access_code", model.code, AccessCode::read(model.code).has_value());
    return problems;
}

Step<Model> edited(Model model) {
    model.problems = still_wrong(model.problems, problems_in(model));
    return {std::move(model)};
}

Step<Model> opening(Model model) {
    if (std::holds_alternative<Loading>(model.opening)) return {std::move(model)};
    model.problems = problems_in(model);
    if (!model.problems.empty()) return {std::move(model), {Focus{"errors"}}};
    model.opening = Loading{};
    CaseKey key{*CaseNumber::read(model.number), *AccessCode::read(model.code)};
    return {std::move(model), {OpenCase{std::move(key)}, Announce{i18n::tr("track.opening")}}};
}

Step<Model> failed(Model model, Failed failure) {
    Announce told{failure_words(failure), Politeness::Assertive};
    model.opening = std::move(failure);
    return {std::move(model), {std::move(told)}};
}

} // namespace

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](NumberEdited const& edit) {
            model.number = edit.text;
            return edited(std::move(model));
        },
        [&](CodeEdited const& edit) {
            model.code = edit.text;
            return edited(std::move(model));
        },
        [&](OpenPressed) { return opening(std::move(model)); },
        [&](BackFollowed) -> Step<Model> {
            return {std::move(model), {Go{HomeRoute{}}}};
        },
        [&](ErrorFollowed const& error) -> Step<Model> {
            return {std::move(model), {Focus{error.target_id}}};
        },
        [&](OpenFailed const& failure) { return failed(std::move(model), {failure.code}); },
        [&](Opened) -> Step<Model> { return {Model{}}; });
}

} // namespace huiyin::screens::track
