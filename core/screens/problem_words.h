#pragma once

#include "core/domain/problem.h"
#include "i18n/language.h"

#include <string_view>

namespace huiyin::screens {

/// The sentence for a problem: `problem.<field>.<code>` where the catalogue has it, else `problem.<code>`;
/// a code that no catalogue knows asks to check the answer.
i18n::Text problem_words(Problem const& problem, i18n::Language const& language);

/// The sentence for the first problem of a field, named as on the wire; empty when it has none.
i18n::Text problem_of(std::string_view field, Problems const& problems, i18n::Language const& language);

} // namespace huiyin::screens
