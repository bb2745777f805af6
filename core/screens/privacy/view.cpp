#include "core/screens/privacy/view.h"

#include "core/domain/words.h"
#include "core/screens/route.h"
#include "core/screens/telling.h"
#include "core/ui/components/link.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::privacy {

namespace {

using i18n::tr;

/// Each choice in the words in which it is offered.
void seen_view(ui::Ui& ui) {
    telling(ui, "privacy.seen", {});
    for (auto const& each : Names<Visibility>::all) {
        std::string const key = "visibility." + std::string(each.second);
        ui::heading(ui, "privacy.seen." + key, 3, tr(key + ".label"));
        ui::paragraph(ui, "privacy.seen." + key + ".hint", tr(key + ".hint"));
    }
    ui::paragraph(ui, "privacy.seen.code", tr("privacy.seen.code"));
}

void kept_view(ui::Ui& ui, std::optional<KeptFor> const& kept_for) {
    if (!kept_for) return telling(ui, "privacy.kept", {"never"});
    auto const days = [&](int count) { return ui.words(tr("limit.calendar_days", {{"count", count}})); };
    telling(ui, "privacy.kept", {});
    ui::paragraph(ui, "privacy.kept.text",
                  tr("privacy.kept.text",
                     {{"contact", days(kept_for->contact_days)}, {"case", days(kept_for->case_days)}}));
}

} // namespace

bool view(ui::Ui& ui, City const& city) {
    ui.set_title(ui.words(tr("privacy.title")));
    bool const goes_back = ui::back_link(ui, "privacy.back", tr("help.back"), url_of(HomeRoute{}));
    ui::heading(ui, "privacy.title", 1, tr("privacy.title"));
    ui::lead(ui, "privacy.lead", tr("privacy.lead"));
    telling(ui, "privacy.asked", {"matter", "description", "name", "reach", "language"});
    seen_view(ui);
    kept_view(ui, city.kept_for);
    telling(ui, "privacy.device", {"text", "tracking"});
    telling(ui, "privacy.rights", {"text"});
    return goes_back;
}

} // namespace huiyin::screens::privacy
