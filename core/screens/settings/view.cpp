#include "core/screens/settings/view.h"

#include "core/ui/components/dialog.h"
#include "core/ui/components/field.h"

#include <cstdlib>

namespace huiyin::screens::settings {

namespace {

using i18n::tr;

void appearance_view(ui::Ui& ui, Choices const& choices, Emit const& emit) {
    ui::Radios radios{.frame = {.id = "settings.theme", .label = tr("settings.theme.label")},
                      .chosen = std::string(name_of(choices.appearance))};
    for (auto const& [appearance, name] : Names<Appearance>::all)
        radios.options.push_back({std::string(name), tr("settings.theme." + std::string(name))});
    auto const chosen = ui::radios(ui, radios);
    if (auto const appearance = chosen ? named<Appearance>(*chosen) : std::nullopt)
        emit(AppearanceChosen{*appearance});
}

void text_size_view(ui::Ui& ui, Choices const& choices, Emit const& emit) {
    ui::Select select{.frame = {.id = "settings.text", .label = tr("settings.text.label")},
                      .chosen = std::to_string(choices.text_percent)};
    for (int const percent : text_percents)
        select.options.push_back(
            {std::to_string(percent),
             ui.words(tr("settings.text.percent", {{"percent", static_cast<std::int64_t>(percent)}}))});
    if (auto const chosen = ui::select(ui, select)) emit(TextSizeChosen{std::atoi(chosen->c_str())});
}

void plain_view(ui::Ui& ui, Choices const& choices, Emit const& emit) {
    ui::Radios const radios{.frame = {.id = "settings.page", .label = tr("settings.page.label")},
                            .options = {{"full", tr("settings.page.full")},
                                        {"plain", tr("settings.page.plain"), tr("settings.page.plain_hint")}},
                            .chosen = choices.is_plain ? "plain" : "full"};
    if (auto const chosen = ui::radios(ui, radios)) emit(PlainChosen{*chosen == "plain"});
}

} // namespace

void view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (!model.is_open) return;
    bool const is_left =
        ui::dialog(ui, {.id = "settings", .title = tr("settings.title"), .close = tr("settings.close")}, [&] {
            appearance_view(ui, model.choices, emit);
            text_size_view(ui, model.choices, emit);
            plain_view(ui, model.choices, emit);
        });
    if (is_left) emit(Closed{});
}

} // namespace huiyin::screens::settings
