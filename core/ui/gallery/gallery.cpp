#include "core/ui/gallery/gallery.h"

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
    {"checkboxes", "field.h", checkboxes_examples},
    {"clock", "clock.h", clock_examples},
    {"code line", "code_line.h", code_line_examples},
    {"date", "field.h", date_field_examples},
    {"dialog", "dialog.h", dialog_examples},
    {"file list", "file_list.h", file_list_examples},
    {"inset", "inset.h", inset_examples},
    {"link", "link.h", link_examples},
    {"notice", "notice.h", notice_examples},
    {"notification", "notification.h", notification_examples},
    {"pagination", "pagination.h", pagination_examples},
    {"progress", "progress.h", progress_examples},
    {"radios", "field.h", radios_examples},
    {"rating", "rating.h", rating_examples},
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

} // namespace

std::span<Component const> components() { return all; }

PageEvents example_page(Ui& ui, Component const& component, Example const& example, Held& held) {
    ui.set_title(std::string(component.name) + ": " + std::string(example.name));
    return page(ui, "/", [&] {
        heading(ui, "title", 1, name_of(component.name));
        example.draw({ui, held, id_of(component, example)});
    });
}

PageEvents gallery_page(Ui& ui, Held& held) {
    ui.set_title("Components");
    return page(ui, "/", [&] {
        heading(ui, "title", 1, name_of("Components"));
        for (Component const& component : components()) {
            heading(ui, "component." + std::string(component.name), 2, name_of(component.name));
            for (Example const& example : component.examples())
                example_view(ui, component, example, held);
        }
    });
}

} // namespace huiyin::ui
