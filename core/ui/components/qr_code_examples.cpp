#include "core/ui/components/qr_code.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

constexpr auto examples = std::to_array<Example>({
    {"case",
     [](Stand const& stand) {
         qr_code(stand.ui, {.id = stand.id,
                            .label = i18n::tr("receipt.track"),
                            .address = "/case#HY20261120-000123-K&0123-4567-89AB-CDEF"});
     }},
});

} // namespace

std::span<Example const> qr_code_examples() { return examples; }

} // namespace huiyin::ui
