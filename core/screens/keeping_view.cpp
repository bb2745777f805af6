#include "core/screens/keeping_view.h"

#include "core/ui/components/field.h"
#include "core/ui/components/text.h"

namespace huiyin::screens {

std::optional<bool> keeping_view(ui::Ui& ui, std::string_view id, Keeping keeping) {
    if (keeping == Keeping::Refused) {
        ui::paragraph(ui, std::string(id) + ".not_kept", i18n::tr("drafts.not_kept"));
        return std::nullopt;
    }
    return ui::checkbox(ui, {.id = std::string(id),
                             .label = i18n::tr("drafts.shared"),
                             .hint = i18n::tr("drafts.shared_hint"),
                             .is_checked = keeping == Keeping::Shared});
}

} // namespace huiyin::screens
