#include "core/screens/clocks_view.h"

#include "core/screens/clock_words.h"
#include "core/ui/components/text.h"

#include <map>

namespace huiyin::screens {

void clocks_view(ui::Ui& ui, std::string_view id, std::vector<ShownClock> const& clocks, Instant now) {
    // A reopened case has a second clock of the same kind.
    int number = 0;
    for (ShownClock const& clock : clocks) {
        std::string const own_id = std::string(id) + "." + std::to_string(++number);
        ui::paragraph(ui, own_id, clock_sentence(clock, now, ui.language()));
        if (i18n::Text const caveat = clock_caveat(clock); !caveat.empty())
            ui::quiet(ui, own_id + ".caveat", caveat);
    }
}

} // namespace huiyin::screens
