#include "core/ui/components/code_line.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void code_line_in(Stand const& stand, i18n::Text const& hint) {
    Scope const list = stand.ui.open({.id = stand.id, .role = Role::Summary});
    bool const is_copied = stand.held.get(stand.id) == "copied";
    if (code_line(stand.ui, {.id = stand.id + ".line",
                             .label = tr("receipt.number.label"),
                             .code = "HY20261120-000123-K",
                             .copy_label = tr(is_copied ? "receipt.number.copied" : "receipt.number.copy"),
                             .hint = hint}))
        stand.held.set(stand.id, "copied");
}

constexpr auto examples = std::to_array<Example>({
    {"case number", [](Stand const& stand) { code_line_in(stand, {}); }},
    {"copied",
     [](Stand const& stand) {
         stand.held.set(stand.id, "copied");
         code_line_in(stand, {});
     }},
    {"copying refused", [](Stand const& stand) { code_line_in(stand, tr("receipt.copy_refused")); }},
});

} // namespace

std::span<Example const> code_line_examples() { return examples; }

} // namespace huiyin::ui
