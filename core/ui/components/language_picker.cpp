#include "core/ui/components/language_picker.h"

#include "core/base/utf8.h"
#include "core/base/verify.h"

#include <algorithm>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr TextSetting setting = {.kind = TextKind::Small};

i18n::LanguageInfo const& info_of(std::string_view tag) {
    i18n::LanguageInfo const* const info = i18n::find_language(tag);
    VERIFY(info);
    return *info;
}

/// Names of more letters do not fit beside the service's name on a phone.
bool is_long(std::string_view name) {
    constexpr std::size_t letters_on_phone = 12;
    return count_code_points(name) > letters_on_phone;
}

} // namespace

float language_picker_width(Ui& ui, LanguagePicker const& spec) {
    float widest = 0;
    for (i18n::LanguageInfo const& language : i18n::languages())
        widest = std::max(widest, ui.text_width(language.name, setting));
    constexpr float before = 12;
    constexpr float behind = 32;
    // As the shell sets it: phones zoom into a field with smaller letters.
    constexpr float least_size = 16;
    float const enlarged = widest * std::max(1.0F, least_size / ui.style(setting).size);
    float const natural = std::ceil(enlarged) + before + ui.scaled(behind);
    constexpr float widest_on_phone = 132;
    bool const needs_all = ui.is_wide() || is_long(info_of(spec.chosen).name);
    return needs_all ? natural : std::min(natural, ui.scaled(widest_on_phone));
}

std::optional<std::string> language_picker(Ui& ui, LanguagePicker const& spec, Rect box) {
    i18n::LanguageInfo const& chosen = info_of(spec.chosen);
    Node node{.id = spec.id,
              .role = Role::Select,
              .label = ui.words(i18n::tr("language.choose")),
              .value = std::string(chosen.tag),
              .direction = chosen.direction,
              .bounds = box,
              .kind = is_long(chosen.name) ? "language long" : "language"};
    node.look = TextLook{.style = ui.style(setting), .line_height = ui.line_height(setting.kind)};
    for (i18n::LanguageInfo const* const language : i18n::languages_for(spec.reader))
        node.options.push_back({std::string(language->tag), std::string(language->name)});
    ui.canvas().interact(spec.id, box);
    ui.record(std::move(node));
    return ui.edited(spec.id);
}

} // namespace huiyin::ui
