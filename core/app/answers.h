#pragma once

#include "core/domain/citizen_view.h"
#include "core/domain/work.h"
#include "core/protocol/http.h"
#include "core/screens/remote.h"

#include <variant>

namespace huiyin::app {

/// What became of a call: its value, what was wrong field by field, or a code with a sentence in every
/// catalogue.
template <class T>
using Answer = std::variant<T, Problems, screens::Failed>;

/// Reads what the backend answered, or did not answer; nonsense is `bad_answer`, never a crash.
Answer<Receipt> receipt_in(protocol::Response const& response);
Answer<WrittenLanguage> language_in(protocol::Response const& response);
Answer<CitizenCase> case_in(protocol::Response const& response);

/// What the device has to do before the same is asked again.
std::optional<Work> work_asked_in(protocol::Response const& response);

} // namespace huiyin::app
