#pragma once

#include "core/app/model.h"
#include "core/protocol/messages.h"
#include "tests/screens/sample_case.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huiyin::tests {

inline constexpr Instant noon{1'795'262'400'000};

/// The root of the portal, without a screen being drawn.
class Root {
public:
    explicit Root(app::Start start = {}) : m_city(sample_city()) {
        start.now = noon;
        start.random_hex = "00112233445566778899aabbccddeeff";
        m_step = app::start(start, m_city);
    }

    Root& gets(app::Intent const& intent) {
        m_step = app::update(std::move(m_step.model), intent, m_city);
        return *this;
    }
    Root& answered(int status, std::string body = "") {
        return gets(app::Responded{model().last_fetch, {.status = status, .body = std::move(body)}});
    }
    /// Number and code are typed and sent off.
    Root& opens_case() {
        auto const key = sample_key();
        gets(app::Visited{"/track", ""})
            .gets(screens::track::Intent{screens::track::NumberEdited{key.number.text()}});
        gets(screens::track::Intent{screens::track::CodeEdited{key.code.shown()}});
        return gets(screens::track::Intent{screens::track::OpenPressed{}});
    }
    Root& sees_case(CitizenCase const& shown) {
        return opens_case().answered(200, protocol::write_citizen_case(shown));
    }

    bool said(std::string_view key) const {
        for (screens::Announce const& announce : m_step.announcements)
            if (announce.text.key() == key) return true;
        return false;
    }
    app::Model const& model() const { return m_step.model; }
    template <class Order>
    std::vector<Order> ordered() const {
        std::vector<Order> found;
        for (app::ShellOrder const& order : m_step.orders)
            if (auto const* wanted = std::get_if<Order>(&order)) found.push_back(*wanted);
        return found;
    }

private:
    City m_city;
    app::Step m_step;
};

} // namespace huiyin::tests
