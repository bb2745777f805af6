#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void notice_on(Stand const& stand, Surface surface) {
    notice(stand.ui, stand.id, surface, tr("home.emergency.title"),
           [&] { paragraph(stand.ui, stand.id + ".text", tr("home.emergency.text")); });
}

constexpr auto examples = std::to_array<Example>({
    {"card", [](Stand const& stand) { notice_on(stand, Surface::Card); }},
    {"notice", [](Stand const& stand) { notice_on(stand, Surface::Notice); }},
    {"danger", [](Stand const& stand) { notice_on(stand, Surface::Danger); }},
    {"good", [](Stand const& stand) { notice_on(stand, Surface::Good); }},
    {"confirmation", [](Stand const& stand) { confirmation(stand.ui, stand.id, tr("case.message.done")); }},
    {"error summary",
     [](Stand const& stand) {
         error_summary(
             stand.ui, stand.id,
             {{.target_id = "main", .words = tr("problem.nature.required")},
              {.target_id = "elsewhere", .words = tr("problem.district.required"), .href = "/submit/place"}});
     }},
});

} // namespace

std::span<Example const> notice_examples() { return examples; }

} // namespace huiyin::ui
