#include "core/ui/components/text.h"

#include "core/base/utf8.h"

#include <array>

namespace huiyin::ui {

namespace {

struct HeadingLook {
    TextKind kind;
    float gap_before;
    float gap_behind;
};

constexpr std::array<HeadingLook, 3> heading_looks = {{
    {TextKind::Title, space::small, space::large},
    {TextKind::Heading, space::section, space::medium},
    {TextKind::Subheading, space::large, space::small},
}};

} // namespace

void heading(Ui& ui, std::string_view id, int level, i18n::Text const& words) {
    HeadingLook const& look = heading_looks[static_cast<std::size_t>(level - 1)];
    ui.gap(look.gap_before);
    ui.text({.id = std::string(id), .role = Role::Heading, .level = level}, words, {.kind = look.kind});
    ui.gap(look.gap_behind);
}

void lead(Ui& ui, std::string_view id, i18n::Text const& words) {
    ui.text({.id = std::string(id), .role = Role::Paragraph, .kind = "lead"}, words,
            {.kind = TextKind::Lead, .color = ColorRole::InkQuiet});
    ui.gap(20);
}

void paragraph(Ui& ui, std::string_view id, i18n::Text const& words, TextSetting setting) {
    ui.text({.id = std::string(id), .role = Role::Paragraph}, words, setting);
    ui.gap(12);
}

void passage(Ui& ui, std::string_view id, std::string_view typed, std::string_view lang) {
    int number = 0;
    while (!typed.empty()) {
        std::size_t const end = typed.find('\n');
        std::string_view const line = trimmed(typed.substr(0, end));
        if (!line.empty())
            paragraph(ui, std::string(id) + std::to_string(++number), i18n::verbatim(line, lang));
        typed = end == std::string_view::npos ? std::string_view{} : typed.substr(end + 1);
    }
}

void quiet(Ui& ui, std::string_view id, i18n::Text const& words) {
    ui.text({.id = std::string(id), .role = Role::Paragraph}, words,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(8);
}

} // namespace huiyin::ui
