#include "core/screens/submit/pages.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

using i18n::tr;

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
    });
}

} // namespace huiyin::screens::submit
