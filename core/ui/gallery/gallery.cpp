#include "core/ui/gallery/gallery.h"

#include "core/ui/components/field.h"
#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

constexpr auto all = std::to_array<Component>({
    {"accordion", "accordion.h", accordion_examples},
    {"banner", "announcement.h", announcement_examples},
    {"button", "button.h", button_examples},
    {"card list", "card_list.h", card_list_examples},
    {"chart", "chart.h", chart_examples},
    {"checkboxes", "field.h", checkboxes_examples},
    {"clock", "clock.h", clock_examples},
    {"code line", "code_line.h", code_line_examples},
    {"date", "field.h", date_field_examples},
    {"dialog", "dialog.h", dialog_examples},
    {"file list", "file_list.h", file_list_examples},
    {"inset", "inset.h", inset_examples},
    {"language picker", "language_picker.h", language_picker_examples},
    {"link", "link.h", link_examples},
    {"notice", "notice.h", notice_examples},
    {"notification", "notification.h", notification_examples},
    {"pagination", "pagination.h", pagination_examples},
    {"progress", "progress.h", progress_examples},
    {"QR code", "qr_code.h", qr_code_examples},
    {"radios", "field.h", radios_examples},
    {"rating", "rating.h", rating_examples},
    {"search select", "search_select.h", search_select_examples},
    {"select", "field.h", select_examples},
    {"skeleton", "skeleton.h", skeleton_examples},
    {"stepper", "stepper.h", stepper_examples},
    {"summary list", "summary_list.h", summary_list_examples},
    {"table", "table.h", table_examples},
    {"tabs", "tabs.h", tabs_examples},
    {"tag", "tag.h", tag_examples},
    {"text", "text.h", text_examples},
    {"text area", "field.h", text_area_examples},
    {"text field", "field.h", text_field_examples},
    {"timeline", "timeline.h", timeline_examples},
    {"ways", "ways.h", ways_examples},
});

std::string id_of(Component const& component, Example const& example) {
    std::string id = std::string(component.name) + "." + std::string(example.name);
    for (char& letter : id)
        if (letter == ' ') letter = '_';
    return id;
}

/// The names are the developers' own.
i18n::Text name_of(std::string_view name) { return i18n::verbatim(name, "en"); }

void example_view(Ui& ui, Component const& component, Example const& example, Held& held) {
    Stand const stand{ui, held, id_of(component, example)};
    heading(ui, stand.id + ".name", 3, name_of(example.name));
    example.draw(stand);
    ui.gap(24);
}

struct NamedTheme {
    std::string_view name;
    ThemeName theme;
};
constexpr auto themes = std::to_array<NamedTheme>({{"light", ThemeName::Light},
                                                   {"dark", ThemeName::Dark},
                                                   {"high contrast", ThemeName::HighContrast},
                                                   {"high contrast, dark", ThemeName::HighContrastDark}});
static_assert(themes.size() == own_themes.size());

constexpr std::string_view theme_id = "gallery.theme";
constexpr std::string_view text_size_id = "gallery.text_size";

void choice_view(Ui& ui, Held& held, std::string_view id, std::string_view label,
                 std::vector<Option> const& options) {
    Select const spec{.frame = {.id = std::string(id), .label = name_of(label)},
                      .options = options,
                      .chosen = held.get(id, options.front().value)};
    held.take(id, select(ui, spec));
}

void choices_view(Ui& ui, Held& held) {
    std::vector<Option> options;
    for (NamedTheme const& each : themes)
        options.push_back({std::string(each.name), std::string(each.name)});
    choice_view(ui, held, theme_id, "Theme", options);
    choice_view(ui, held, text_size_id, "Text size", {{"1", "100 %"}, {"1.5", "150 %"}, {"2", "200 %"}});
}

} // namespace

std::span<Component const> components() { return all; }

FrameInput chosen_look(Held const& held, FrameInput input) {
    std::string const name = held.get(theme_id);
    for (NamedTheme const& each : themes)
        if (each.name == name) input.theme = each.theme;
    if (std::string const size = held.get(text_size_id); !size.empty())
        input.text_scale = size == "2" ? 2 : size == "1.5" ? 1.5F : 1;
    return input;
}

PageEvents example_page(Ui& ui, Component const& component, Example const& example, Held& held) {
    ui.set_title(std::string(component.name) + ": " + std::string(example.name));
    return page(ui, {.home_href = "/"}, [&] {
        heading(ui, "title", 1, name_of(component.name));
        example.draw({ui, held, id_of(component, example)});
    });
}

PageEvents gallery_page(Ui& ui, Held& held) {
    ui.set_title("Components");
    return page(ui, {.home_href = "/"}, [&] {
        heading(ui, "title", 1, name_of("Components"));
        choices_view(ui, held);
        for (Component const& component : components()) {
            heading(ui, "component." + std::string(component.name), 2, name_of(component.name));
            for (Example const& example : component.examples())
                example_view(ui, component, example, held);
        }
    });
}

} // namespace huiyin::ui
