#pragma once

#include "core/screens/remote.h"
#include "i18n/text.h"

#include <span>
#include <string_view>

namespace huiyin::screens {

/// Every code of a failure that has a sentence of its own, `error.<code>`, in every catalogue.
std::span<std::string_view const> failure_codes();

/// The sentence for a failure; what we have no words for is told as a fault on our side.
i18n::Text failure_words(Failed const& failure);

} // namespace huiyin::screens
