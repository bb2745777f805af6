#pragma once

#include "core/screens/effect.h"
#include "core/screens/remote.h"

#include <functional>
#include <variant>

namespace huiyin::screens::track {

/// Asks for number and access code.
struct Model {
    /// As typed.
    std::string number = {};
    std::string code = {};
    Problems problems = {};
    /// On its way, or why it failed; what was opened goes to the case page.
    std::variant<NotAsked, Loading, Failed> opening = NotAsked{};

    bool operator==(Model const&) const = default;
};

struct NumberEdited {
    std::string text;
    bool operator==(NumberEdited const&) const = default;
};
struct CodeEdited {
    std::string text;
    bool operator==(CodeEdited const&) const = default;
};
struct OpenPressed {
    bool operator==(OpenPressed const&) const = default;
};
struct BackFollowed {
    bool operator==(BackFollowed const&) const = default;
};
/// A line of the error summary; the id of the node that takes focus.
struct ErrorFollowed {
    std::string target_id;
    bool operator==(ErrorFollowed const&) const = default;
};
struct OpenFailed {
    std::string code;
    bool operator==(OpenFailed const&) const = default;
};
/// The case was opened: the form is emptied, so that the code does not stay on a shared machine.
struct Opened {
    bool operator==(Opened const&) const = default;
};
using Intent =
    std::variant<NumberEdited, CodeEdited, OpenPressed, BackFollowed, ErrorFollowed, OpenFailed, Opened>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

} // namespace huiyin::screens::track
