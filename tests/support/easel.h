#pragma once

#include "core/app/screen_view.h"
#include "core/protocol/messages.h"
#include "tests/support/auditor.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <vector>

namespace huiyin::tests {

/// How somebody wants to read.
struct Reader {
    float text_scale = 1;
    ui::TextSpacing spacing = {};
};

/// Draws samples in one language.
class Easel {
public:
    explicit Easel(std::string const& tag) : Easel(tag, file_text("i18n/locales/" + tag + ".json")) {}

    /// With other words than the language's own.
    Easel(std::string const& tag, std::string const& catalogue) : m_ui(m_engine) {
        auto loaded = i18n::Language::load(tag, catalogue, Duration::hours(8));
        BOOST_REQUIRE(loaded.is_ok());
        m_language = std::move(loaded).value();
        auto city = protocol::read_city(file_text("assets/city.json"));
        BOOST_REQUIRE(city.is_ok());
        m_city = std::move(city).value();
    }

    ui::Frame const& draws(app::Model const& model, Window window, Reader const& reader = {}) {
        m_auditor.begin_frame();
        m_ui.begin({.width = window.width,
                    .height = window.height,
                    .paint_bottom = window.height,
                    .text_scale = reader.text_scale,
                    .spacing = reader.spacing},
                   *m_language);
        app::screen_view(m_ui, model, m_city, [](app::Intent const&) {});
        return m_ui.end();
    }

    /// For a city with other rules.
    City& city() { return m_city; }

    std::vector<std::string> faults(ui::Frame const& frame, Window window) const {
        std::vector<std::string> faults = faults_in(frame, window.width);
        for (std::string& complaint : m_auditor.complaints(frame))
            faults.push_back(std::move(complaint));
        return faults;
    }

private:
    FixedTextEngine m_engine;
    ui::Ui m_ui;
    Auditor m_auditor;
    std::unique_ptr<i18n::Language> m_language;
    City m_city;
};

} // namespace huiyin::tests
