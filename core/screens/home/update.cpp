#include "core/screens/home/home.h"

#include "core/base/match.h"

namespace huiyin::screens::home {

namespace {

Announce deleted() { return {i18n::tr("drafts.deleted")}; }

Step<Model> ask(Model model) {
    model.is_asked = true;
    return {std::move(model), {Focus{"home.drafts.question"}}};
}

Step<Model> answer(Model model, bool is_sure) {
    model.is_asked = false;
    if (!is_sure) return {std::move(model), {Focus{"home.drafts.delete_all"}}};
    return {std::move(model), {DeleteAllDrafts{}, deleted(), Focus{"main"}}};
}

} // namespace

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](SubmitFollowed) -> Step<Model> {
            return {model, {BeginDraft{}, Go{SubmitRoute{}}}};
        },
        [&](TrackFollowed) -> Step<Model> {
            return {model, {Go{TrackRoute{}}}};
        },
        [&](DraftContinued const& continued) -> Step<Model> {
            return {model, {OpenDraft{continued.id}}};
        },
        [&](DraftDeleted const& dropped) -> Step<Model> {
            return {model, {DeleteDraft{dropped.id}, deleted(), Focus{"main"}}};
        },
        [&](DeleteAllPressed) { return ask(std::move(model)); },
        [&](DeleteAllAnswered const& answered) { return answer(std::move(model), answered.is_sure); },
        [&](ReceiptFollowed const& followed) -> Step<Model> {
            return {model, {ShowReceipt{followed.id}}};
        },
        [&](SendNowPressed) -> Step<Model> {
            return {model, {TrySending{}}};
        },
        [&](SharedChosen const& chosen) -> Step<Model> {
            return {model, {KeepNothing{chosen.is_shared}}};
        });
}

} // namespace huiyin::screens::home
