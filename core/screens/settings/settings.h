#pragma once

#include "core/base/names.h"
#include "core/screens/effect.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace huiyin::screens::settings {

/// How the portal looks; by default as the reader's system likes it.
enum class Appearance { System, Light, Dark, HighContrast };

inline constexpr std::array<int, 5> text_percents = {100, 125, 150, 175, 200};

/// What a person chose of how the portal looks; kept on the device.
struct Choices {
    Appearance appearance = Appearance::System;
    /// One of text_percents.
    int text_percent = 100;
    /// The page's elements alone, without the canvas.
    bool is_plain = false;

    bool operator==(Choices const&) const = default;
};

/// "dark 150 plain"; the inverse of choices_in.
std::string written(Choices const& choices);
/// Words that nobody knows are left out.
Choices choices_in(std::string_view text);

/// The small dialog that every page leads to.
struct Model {
    Choices choices = {};
    bool is_open = false;

    bool operator==(Model const&) const = default;
};

struct Opened {
    bool operator==(Opened const&) const = default;
};
struct Closed {
    bool operator==(Closed const&) const = default;
};
struct AppearanceChosen {
    Appearance appearance;
    bool operator==(AppearanceChosen const&) const = default;
};
struct TextSizeChosen {
    int percent;
    bool operator==(TextSizeChosen const&) const = default;
};
struct PlainChosen {
    bool is_plain;
    bool operator==(PlainChosen const&) const = default;
};
using Intent = std::variant<Opened, Closed, AppearanceChosen, TextSizeChosen, PlainChosen>;
using Emit = std::function<void(Intent)>;

/// Id of the button that opens the dialog.
inline constexpr std::string_view opener = "settings.open";

Step<Model> update(Model model, Intent const& intent);

} // namespace huiyin::screens::settings

template <>
struct huiyin::Names<huiyin::screens::settings::Appearance> {
    using enum huiyin::screens::settings::Appearance;
    static constexpr auto all = named_values<huiyin::screens::settings::Appearance>(
        {{System, "system"}, {Light, "light"}, {Dark, "dark"}, {HighContrast, "high_contrast"}});
};
