#include "core/screens/receipt/receipt.h"

#include "core/base/match.h"

namespace huiyin::screens::receipt {

namespace {

Step<Model> copy(Model model, Line line) {
    if (!model.receipt) return {std::move(model)};
    Copy order{line == Line::Number ? model.receipt->number.text() : model.receipt->access_code};
    model.copying = Copying{line, Copying::State::Asked};
    return {std::move(model), {std::move(order)}};
}

i18n::Text outcome_words(Line line, bool went_well) {
    if (!went_well) return i18n::tr("receipt.copy_refused");
    return i18n::tr(line == Line::Number ? "receipt.number.copied" : "receipt.code.copied");
}

Step<Model> finish_copy(Model model, bool went_well) {
    if (!model.copying) return {std::move(model)};
    model.copying->state = went_well ? Copying::State::Copied : Copying::State::Refused;
    Announce const announce{outcome_words(model.copying->line, went_well)};
    return {std::move(model), {announce}};
}

Step<Model> track(Model model) {
    auto const code =
        model.receipt ? AccessCode::read(model.receipt->access_code) : std::optional<AccessCode>{};
    if (!code) return {std::move(model), {Go{TrackRoute{}}}};
    OpenCase open{{model.receipt->number, *code}};
    return {std::move(model), {std::move(open), Go{CaseRoute{}}}};
}

} // namespace

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent, [&](NumberCopyPressed) { return copy(std::move(model), Line::Number); },
        [&](CodeCopyPressed) { return copy(std::move(model), Line::Code); },
        [&](TrackPressed) { return track(std::move(model)); },
        [&](HomeFollowed) -> Step<Model> {
            return {std::move(model), {Go{HomeRoute{}}}};
        },
        [&](CopyFinished const& finished) { return finish_copy(std::move(model), finished.went_well); });
}

} // namespace huiyin::screens::receipt
