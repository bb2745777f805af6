#include "core/ui/gallery/example.h"

namespace huiyin::ui {

std::string Held::get(std::string_view id, std::string_view otherwise) const {
    auto const found = m_values.find(id);
    return std::string(found == m_values.end() ? otherwise : found->second);
}

i18n::Text sample(Stand const& stand, SampleWords const& words) {
    std::string_view const tag = stand.ui.language().info().tag;
    if (tag == "zh-Hans") return i18n::verbatim(words.chinese);
    if (tag == "ar") return i18n::verbatim(words.arabic);
    return i18n::verbatim(words.english, tag == "en" ? "" : "en");
}

} // namespace huiyin::ui
