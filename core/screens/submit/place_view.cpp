#include "core/screens/submit/pages.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

void district_view(Page const& page) {
    ui::Select select{.frame = field_frame(page, "district"),
                      .options = {{"", page.ui.words(tr("submit.district.choose"))}},
                      .chosen = page.model.draft.district.value};
    for (DistrictId const& district : page.city.districts)
        select.options.push_back(
            {district.value, page.ui.words(tr("district." + district.value + ".label"))});
    if (auto const chosen = ui::select(page.ui, select)) page.emit(DistrictChosen{DistrictId{*chosen}});
}

} // namespace

void place_view(Page const& page) {
    ui::heading(page.ui, "submit.title", 1, tr("submit.place.title"));
    questions_view(page, [&] {
        district_view(page);
        text_field_view(page, TextOf::Address,
                        {.frame = field_frame(page, "address"),
                         .value = page.model.draft.address,
                         .autocomplete = ui::Autocomplete::StreetAddress,
                         .max_length = static_cast<int>(limits::address_max)});
    });
}

} // namespace huiyin::screens::submit
