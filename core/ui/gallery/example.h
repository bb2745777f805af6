#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace huiyin::ui {

/// What was typed, chosen and opened in the examples so far, by the control's id: their Model.
class Held {
public:
    /// What is held under the id, or else what the example begins with.
    std::string get(std::string_view id, std::string_view otherwise = {}) const;
    void set(std::string_view id, std::string_view value) { m_values[std::string(id)] = value; }
    /// Keeps the news of a component, if there are any.
    void take(std::string_view id, std::optional<std::string> const& news) {
        if (news) set(id, *news);
    }

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// Where an example is drawn.
struct Stand {
    Ui& ui;
    Held& held;
    /// The beginning of all its node ids, "button.primary".
    std::string id;
};

/// One state of a component, as the gallery shows it and the tests inspect it.
struct Example {
    std::string_view name;
    void (*draw)(Stand const&);
};

/// Words that only examples say: a text in every language, kept out of the portal's catalogues.
struct SampleWords {
    std::string_view english;
    std::string_view chinese;
    std::string_view arabic;
};
/// In the reader's language, or else in English.
i18n::Text sample(Stand const& stand, SampleWords const& words);

} // namespace huiyin::ui
