#include "core/screens/submit/pages.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

constexpr float phone_width = 320;

void visibility_view(Page const& page) {
    auto const& visibility = page.model.draft.visibility;
    ui::Radios radios{.frame = field_frame(page, "visibility"),
                      .chosen = std::string(visibility ? name_of(*visibility) : "")};
    for (auto const& [value, name] : Names<Visibility>::all) {
        std::string const key = "visibility." + std::string(name);
        radios.options.push_back({std::string(name), tr(key + ".label"), tr(key + ".hint")});
    }
    auto const chosen = ui::radios(page.ui, radios);
    if (auto const value = chosen ? named<Visibility>(*chosen) : std::nullopt)
        page.emit(VisibilityChosen{*value});
}

void name_view(Page const& page) {
    ui::FieldFrame frame = field_frame(page, "contact.name");
    if (page.model.draft.visibility != Visibility::PublicName)
        frame.hint = tr("submit.contact.name.optional");
    text_field_view(page, TextOf::Name,
                    {.frame = std::move(frame),
                     .value = page.model.draft.name,
                     .autocomplete = ui::Autocomplete::Name,
                     .max_length = static_cast<int>(limits::name_max)});
}

void reach_view(Page const& page) {
    ui::paragraph(page.ui, "submit.contact.reach", tr("submit.contact.reach"));
    text_field_view(page, TextOf::Phone,
                    {.frame = field_frame(page, "contact.phone"),
                     .value = page.model.draft.phone,
                     .input = ui::InputKind::Telephone,
                     .autocomplete = ui::Autocomplete::Telephone,
                     .max_length = static_cast<int>(limits::phone_max),
                     .width = phone_width});
    text_field_view(page, TextOf::Email,
                    {.frame = field_frame(page, "contact.email"),
                     .value = page.model.draft.email,
                     .input = ui::InputKind::Email,
                     .autocomplete = ui::Autocomplete::Email,
                     .max_length = static_cast<int>(limits::email_max)});
}

void keep_view(Page const& page) {
    if (page.model.keeping != Keeping::Kept) return;
    auto const is_kept = ui::checkbox(page.ui, {.id = "submit.contact.keep",
                                                .label = tr("drafts.contact"),
                                                .is_checked = page.model.draft.keeps_contact});
    if (is_kept) page.emit(ContactKeepingChosen{*is_kept});
}

} // namespace

void contact_view(Page const& page) {
    auto const& visibility = page.model.draft.visibility;
    ui::heading(page.ui, "submit.title", 1, tr("submit.contact.title"));
    questions_view(page, [&] {
        visibility_view(page);
        if (!visibility || visibility == Visibility::Anonymous) return;
        name_view(page);
        reach_view(page);
        keep_view(page);
    });
}

} // namespace huiyin::screens::submit
