#include "core/screens/home/home.h"

#include "core/base/match.h"

namespace huiyin::screens::home {

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](SubmitFollowed) -> Step<Model> {
            return {model, {Go{SubmitRoute{}}}};
        },
        [&](TrackFollowed) -> Step<Model> {
            return {model, {Go{TrackRoute{}}}};
        },
        [&](DraftDiscarded) -> Step<Model> {
            return {Model{.has_draft = false}, {ForgetDraft{}, Go{SubmitRoute{}}}};
        });
}

} // namespace huiyin::screens::home
