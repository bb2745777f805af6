#pragma once

#include "core/app/portal.h"
#include "web/mirror.h"
#include "web/text_engine.h"
#include "web/wire.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huiyin::web {

/// Joins the portal with the browser: facts and input come in as bytes, what is to be shown and done goes
/// out.
class Program {
public:
    explicit Program(WireReader start);

    void event(WireReader in);
    void responded(WireReader in);
    void visited(WireReader in);
    void language(WireReader in);
    void file_moved(WireReader in);
    void copied(bool went_well) { m_portal->copied(went_well); }
    void drafts_changed(WireReader in);
    void drafts_refused() { m_portal->drafts_refused(); }
    void sharing_changed(bool is_shared) { m_portal->sharing_changed(is_shared); }
    void connection_changed(bool is_online) { m_portal->connection_changed(is_online); }
    void version_ready() { m_portal->version_ready(); }
    void woken(Instant now) { m_portal->woken(now); }
    void fonts_changed() { m_text_engine.forget_everything(); }
    void images_lost() { m_text_engine.forget_images(); }
    void places_lost() { m_mirror.place_anew(); }

    /// One frame; borrowed until the next one. In this order: page, look, mirror operations, paint, orders.
    std::span<std::uint8_t const> frame(WireReader in);

private:
    struct PageWords {
        std::string title;
        std::string lang;
        i18n::Direction direction = i18n::Direction::LeftToRight;
        bool operator==(PageWords const&) const = default;
    };
    struct PageLook {
        ui::Theme theme;
        float text_scale = 1;
        bool operator==(PageLook const&) const = default;
    };
    ui::FrameInput read_input(WireReader& in);
    void write_page(ui::Frame const& frame);
    void write_look(PageLook const& look);
    void write_paint(std::vector<ui::PaintList> const& paint);

    BrowserTextEngine m_text_engine;
    std::unique_ptr<app::Portal> m_portal;
    Mirror m_mirror;
    WireWriter m_out;
    std::vector<ui::UiEvent> m_events;
    std::string m_focused;
    std::optional<PageWords> m_page;
    std::optional<PageLook> m_look;
    float m_device_pixel_ratio = 0;
    std::uint64_t m_painted = 0;
};

} // namespace huiyin::web
