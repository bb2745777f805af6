#pragma once

#include "core/domain/stages.h"
#include "core/domain/written_language.h"

#include <string_view>

namespace huiyin::server {

/// In which language somebody writes, by the words themselves. Where they say nothing it is `likely`, what
/// the writer reads (BCP 47; may be empty), with no confidence.
WrittenLanguage guessed_language(std::string_view text, std::string_view likely = {});

/// The order with the language of what was written in it, where that is clear and nobody has said it.
StepOrder with_languages(StepOrder order);

} // namespace huiyin::server
