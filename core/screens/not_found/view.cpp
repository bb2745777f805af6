#include "core/screens/not_found/view.h"

#include "core/ui/components/button.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::not_found {

using i18n::tr;

void view(ui::Ui& ui, Model const&, Emit const& emit) {
    ui.set_title(ui.words(tr("not_found.title")));
    ui::heading(ui, "not_found.title", 1, tr("not_found.title"));
    ui::lead(ui, "not_found.text", tr("not_found.text"));
    if (ui::button_link(ui, "not_found.home", tr("not_found.home"), url_of(HomeRoute{})))
        emit(HomeFollowed{});
}

} // namespace huiyin::screens::not_found
