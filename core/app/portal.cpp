#include "core/app/portal.h"

#include "core/app/model.h"
#include "core/app/screen_view.h"

#include "core/protocol/messages.h"
#include "core/ui/ui.h"

#include "embedded/city.h"

#include <algorithm>
#include <map>
#include <utility>

namespace huiyin::app {

namespace {

City built_in_city() {
    Result<City> city = protocol::read_city(embedded::city::all[0].text);
    VERIFY(city.is_ok());
    return std::move(city).value();
}

ui::ThemeName chosen_theme(screens::settings::Appearance appearance, ui::ThemeName of_system) {
    using enum screens::settings::Appearance;
    // Who lets the system paint with no colours but its own wants that everywhere.
    if (of_system == ui::ThemeName::System) return of_system;
    bool const is_dark = ui::is_dark(ui::theme(of_system));
    switch (appearance) {
    case System: return of_system;
    case Light: return ui::ThemeName::Light;
    case Dark: return ui::ThemeName::Dark;
    case HighContrast: return is_dark ? ui::ThemeName::HighContrastDark : ui::ThemeName::HighContrast;
    }
    return of_system;
}

/// What the person chose goes before what the system likes.
ui::FrameInput as_chosen(ui::FrameInput input, screens::settings::Choices const& choices) {
    constexpr float largest = 3;
    input.theme = chosen_theme(choices.appearance, input.theme);
    input.text_scale =
        std::clamp(input.text_scale * static_cast<float>(choices.text_percent) / 100, 1.0F, largest);
    return input;
}

class ThePortal final : public Portal {
public:
    ThePortal(ui::TextEngine& text_engine, Start const& begin) : m_city(built_in_city()), m_ui(text_engine) {
        settle(start(begin, m_city));
    }

    void language_loaded(std::string_view tag, std::string_view catalogue_json) override {
        auto language = i18n::Language::load(tag, catalogue_json, m_city.utc_offset);
        if (!language) return language_failed(tag);
        m_languages.insert_or_assign(std::string(tag), std::move(language).value());
        apply(LanguageArrived{std::string(tag)});
    }

    void language_failed(std::string_view tag) override { apply(LanguageLost{std::string(tag)}); }

    void responded(std::uint64_t fetch_id, protocol::Response response) override {
        apply(Responded{fetch_id, std::move(response)});
    }

    void visited(std::string_view path, std::string_view fragment) override {
        apply(Visited{std::string(path), std::string(fragment)});
    }

    void copied(bool went_well) override { apply(Copied{went_well}); }

    void file_moved(screens::submit::FileMoved const& moved) override { apply(FileMoved{moved}); }

    void woken(Instant now) override {
        m_model.now = now;
        apply(Woken{});
    }

    void drafts_changed(std::vector<KeptDraft> drafts) override { apply(DraftsChanged{std::move(drafts)}); }
    void drafts_refused() override { apply(DraftsRefused{}); }
    void sharing_changed(bool is_shared) override { apply(SharingChanged{is_shared}); }
    void connection_changed(bool is_online) override { apply(ConnectionChanged{is_online}); }
    void version_ready() override { apply(VersionReady{}); }

    ui::Frame const& frame(ui::FrameInput const& input, Instant now) override {
        m_model.now = now;
        if (m_model.language.empty()) return m_frame;
        // Intents are applied behind the frame, so that all of it shows one state.
        std::vector<Intent> intents;
        m_ui.begin(as_chosen(input, m_model.settings.choices), *m_languages.at(m_model.language));
        screen_view(m_ui, m_model, m_city, [&](Intent intent) { intents.push_back(std::move(intent)); });
        ui::Frame& frame = m_ui.end();
        for (Intent const& intent : intents)
            apply(intent);
        bool const is_at_work = !m_model.work.empty();
        if (is_at_work) apply(WorkSliced{});
        frame.wants_another |= !intents.empty() || is_at_work;
        return frame;
    }

    ShellOrders take_orders() override { return std::exchange(m_orders, {}); }

private:
    void apply(Intent const& intent) {
        if (auto const* chosen = std::get_if<LanguageChosen>(&intent);
            chosen && m_languages.contains(chosen->tag)) {
            m_model.wanted_language = chosen->tag;
            return settle(update(std::move(m_model), LanguageArrived{chosen->tag}, m_city));
        }
        settle(update(std::move(m_model), intent, m_city));
    }

    void settle(Step step) {
        m_model = std::move(step.model);
        for (ShellOrder& order : step.orders)
            m_orders.push_back(std::move(order));
        if (m_model.language.empty()) return;
        for (screens::Announce const& announce : step.announcements)
            m_orders.push_back(Say{m_languages.at(m_model.language)->format(announce.text),
                                   announce.politeness == screens::Politeness::Assertive});
    }

    City m_city;
    Model m_model;
    ui::Ui m_ui;
    ui::Frame m_frame;
    std::map<std::string, std::unique_ptr<i18n::Language>, std::less<>> m_languages;
    ShellOrders m_orders;
};

} // namespace

std::unique_ptr<Portal> Portal::make(ui::TextEngine& text_engine, Start start) {
    return std::make_unique<ThePortal>(text_engine, start);
}

} // namespace huiyin::app
