#pragma once

#include "core/domain/citizen_view.h"
#include "core/domain/draft.h"
#include "core/screens/remote.h"

#include <string>
#include <variant>

namespace huiyin::screens {

/// Whether what is typed stays on the device; not on a shared one, and not where the browser refuses.
enum class Keeping { Kept, Shared, Refused };

struct Writing {
    bool operator==(Writing const&) const = default;
};
/// To be sent as soon as there is a connection.
struct Waiting {
    bool operator==(Waiting const&) const = default;
};

/// A case that was begun on this device: being written, waiting to be sent, or with the hotline's answer,
/// until its receipt is left.
struct BegunCase {
    std::string id;
    Draft draft;
    std::variant<Writing, Waiting, Receipt, Problems, Failed> state = Writing{};

    bool operator==(BegunCase const&) const = default;
};

} // namespace huiyin::screens
