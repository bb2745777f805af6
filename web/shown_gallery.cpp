#include "core/ui/gallery/gallery.h"
#include "core/ui/ui.h"
#include "web/shown.h"

#include <utility>

namespace huiyin::web {

namespace {

/// Every component × example in the place of the portal, in any language, theme and text size.
class Gallery final : public app::Portal {
public:
    Gallery(ui::TextEngine& text_engine, app::Start start) : m_ui(text_engine) {
        m_orders.push_back(app::LoadLanguage{std::string(i18n::negotiate(start.wished_languages).tag)});
    }

    void language_loaded(std::string_view tag, std::string_view catalogue_json) override {
        auto loaded = i18n::Language::load(tag, catalogue_json, Duration::hours(8));
        if (loaded.is_ok()) m_language = std::move(loaded).value();
    }
    void language_failed(std::string_view) override {}
    void responded(std::uint64_t, protocol::Response) override {}
    void visited(std::string_view, std::string_view) override {}
    void copied(bool) override {}
    void file_moved(screens::submit::FileMoved const&) override {}
    void drafts_changed(std::vector<app::KeptDraft>) override {}
    void drafts_refused() override {}
    void sharing_changed(bool) override {}
    void connection_changed(bool) override {}
    void version_ready() override {}
    void woken(Instant) override {}

    ui::Frame const& frame(ui::FrameInput const& input, Instant) override {
        if (!m_language) return m_empty;
        m_ui.begin(ui::chosen_look(m_held, input), *m_language);
        ui::PageEvents const events = ui::gallery_page(m_ui, m_held);
        if (events.language) m_orders.push_back(app::LoadLanguage{*events.language});
        ui::Frame& frame = m_ui.end();
        // What was done changes the examples in the next frame.
        frame.wants_another = frame.wants_another || !input.events.empty();
        return frame;
    }
    app::ShellOrders take_orders() override { return std::exchange(m_orders, {}); }

private:
    ui::Ui m_ui;
    ui::Held m_held;
    ui::Frame m_empty;
    std::unique_ptr<i18n::Language> m_language;
    app::ShellOrders m_orders;
};

} // namespace

std::unique_ptr<app::Portal> make_shown(ui::TextEngine& text_engine, app::Start start) {
    return std::make_unique<Gallery>(text_engine, std::move(start));
}

} // namespace huiyin::web
