#include "core/ui/components/language_picker.h"
#include "core/ui/gallery/examples.h"

#include <algorithm>
#include <array>

namespace huiyin::ui {

namespace {

void picker_in(Stand const& stand, std::string_view tag) {
    Ui& ui = stand.ui;
    std::string const chosen = stand.held.get(stand.id, tag);
    LanguagePicker const spec{.id = stand.id, .chosen = chosen, .reader = ui.language().info().tag};
    float const width = std::min(language_picker_width(ui, spec), ui.column().width);
    float const height = std::max(measure::target, ui.line_height(TextKind::Small) + 16);
    stand.held.take(stand.id, language_picker(ui, spec, {ui.part(0, width).left, ui.y(), width, height}));
    ui.advance(height);
    ui.gap(20);
}

constexpr auto examples = std::to_array<Example>({
    {"own", [](Stand const& stand) { picker_in(stand, stand.ui.language().info().tag); }},
    {"longest name", [](Stand const& stand) { picker_in(stand, "id"); }},
    {"right to left", [](Stand const& stand) { picker_in(stand, "ar"); }},
});

} // namespace

std::span<Example const> language_picker_examples() { return examples; }

} // namespace huiyin::ui
