#include "core/screens/emergency_view.h"

#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

namespace huiyin::screens {

void emergency_view(ui::Ui& ui, std::string_view id, Urgency urgency) {
    if (urgency != Urgency::LifeSafety) return;
    ui::notice(ui, id, ui::Surface::Danger, i18n::tr("urgency.life_safety.question"), [&] {
        ui::paragraph(ui, std::string(id) + ".text", i18n::tr("urgency.life_safety.emergency"));
    });
}

} // namespace huiyin::screens
