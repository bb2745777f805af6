#include "core/ui/components/ways.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"three of them",
     [](Stand const& stand) {
         ways(stand.ui, stand.id,
              {{"dispatch", tr("home.next.dispatch"), Icon::Forward},
               {"reply", tr("home.next.reply"), Icon::Mark},
               {"feedback", tr("home.next.feedback"), Icon::Done}});
     }},
});

} // namespace

std::span<Example const> ways_examples() { return examples; }

} // namespace huiyin::ui
