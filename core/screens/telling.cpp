#include "core/screens/telling.h"

#include "core/ui/components/text.h"

#include <string>

namespace huiyin::screens {

void telling(ui::Ui& ui, std::string_view id, std::initializer_list<std::string_view> parts) {
    auto const tell = [&](std::string_view part, auto const& draw) {
        std::string const key = std::string(id) + "." + std::string(part);
        draw(key, i18n::tr(key));
    };
    tell("title", [&](std::string const& key, i18n::Text const& words) { ui::heading(ui, key, 2, words); });
    for (std::string_view const part : parts)
        tell(part, [&](std::string const& key, i18n::Text const& words) { ui::paragraph(ui, key, words); });
}

} // namespace huiyin::screens
