#include "core/screens/failure_view.h"

#include "core/screens/failure_words.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

namespace huiyin::screens {

void failure_view(ui::Ui& ui, std::string_view id, Failed const& failure) {
    bool const is_waiting = failure.code == "in_progress";
    i18n::Text const title = i18n::tr(is_waiting ? "failure.waiting" : "failure.title");
    ui::notice(ui, id, is_waiting ? ui::Surface::Notice : ui::Surface::Danger, title,
               [&] { ui::paragraph(ui, std::string(id) + ".text", failure_words(failure)); });
}

} // namespace huiyin::screens
