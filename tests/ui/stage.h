#pragma once

#include "core/ui/components/page.h"
#include "tests/support/auditor.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace huiyin::tests {

/// A page with whatever a test draws on it.
class Stage {
public:
    explicit Stage(std::string const& tag = "en") : m_ui(m_engine) { reads(tag); }

    /// From now on in this language.
    void reads(std::string const& tag) {
        auto loaded =
            i18n::Language::load(tag, file_text("i18n/locales/" + tag + ".json"), Duration::hours(8));
        BOOST_REQUIRE(loaded.is_ok());
        m_language = std::move(loaded).value();
    }

    ui::Frame const& draws(std::function<void(ui::Ui&)> const& main, std::vector<ui::UiEvent> events = {},
                           float width = 360) {
        m_auditor.begin_frame();
        m_ui.begin({.width = width,
                    .height = 740,
                    .paint_bottom = 740,
                    .text_scale = m_text_scale,
                    .events = std::move(events)},
                   *m_language);
        ui::page(m_ui, {.home_href = "/"}, [&] { main(m_ui); });
        return m_ui.end();
    }

    /// Times the usual size.
    void sets_text(float scale) { m_text_scale = scale; }

    Auditor& auditor() { return m_auditor; }

private:
    FixedTextEngine m_engine;
    ui::Ui m_ui;
    Auditor m_auditor;
    float m_text_scale = 1;
    std::unique_ptr<i18n::Language> m_language;
};

inline ui::Node const& node(ui::Frame const& frame, std::string_view id) {
    auto const found = std::ranges::find(frame.nodes, id, &ui::Node::id);
    BOOST_REQUIRE_MESSAGE(found != frame.nodes.end(), "no node '" << id << "'");
    return *found;
}

} // namespace huiyin::tests
