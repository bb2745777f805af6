#include "core/screens/keeping_view.h"
#include "core/screens/submit/attachments_view.h"
#include "core/screens/submit/pages.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

using i18n::tr;

namespace {

constexpr std::string_view undetermined = "und";

/// Every language by its own name, and one choice for all others.
std::vector<ui::Option> languages(Page const& page, LanguageTag const& chosen) {
    std::vector<ui::Option> options;
    for (i18n::LanguageInfo const& each : i18n::languages())
        options.push_back({std::string(each.tag), std::string(each.name)});
    bool const is_listed = i18n::find_language(chosen.value) != nullptr;
    options.push_back(
        {is_listed ? std::string(undetermined) : chosen.value, page.ui.words(tr("submit.language.other"))});
    return options;
}

/// Asked when there is something to correct.
void language_view(Page const& page) {
    if (!page.model.is_changing && !language_of_text(page.model)) return;
    LanguageTag const chosen = shown_language(page);
    auto const said = ui::select(
        page.ui,
        {.frame = field_frame(page, "language"), .options = languages(page, chosen), .chosen = chosen.value});
    if (said) page.emit(LanguageSaid{LanguageTag{*said}});
}

} // namespace

void description_view(Page const& page) {
    ui::heading(page.ui, "submit.title", 1, tr("submit.description.title"));
    ui::paragraph(page.ui, "submit.description.what", tr("submit.description.what"));
    ui::paragraph(page.ui, "submit.description.languages", tr("submit.description.languages"));
    questions_view(page, [&] {
        ui::TextArea const area{.frame = field_frame(page, "description"),
                                .value = page.model.draft.description,
                                .rows = 8,
                                .max_length = static_cast<int>(limits::description_max)};
        if (auto text = ui::text_area(page.ui, area))
            page.emit(TextEdited{TextOf::Description, *std::move(text)});
        language_view(page);
        attachments_view(page);
        if (auto const is_shared = keeping_view(page.ui, "submit.shared", page.model.keeping))
            page.emit(SharedChosen{*is_shared});
    });
}

} // namespace huiyin::screens::submit
