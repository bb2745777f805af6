#include "web/text_engine.h"

#include "web/host.h"

#include <algorithm>
#include <array>

namespace huiyin::web {

namespace {

/// New runs a frame; each costs a drawing and an upload.
constexpr int runs_per_frame = 24;
/// With nothing on the pages, a page of text in pieces would flicker longer than one late frame.
constexpr int runs_afresh = 400;
/// A page of the atlas is 4 MB.
constexpr int most_pages = 6;
constexpr std::size_t most_runs = 20'000;

int css_weight(ui::Weight weight) {
    switch (weight) {
    case ui::Weight::Regular: return 400;
    case ui::Weight::Medium: return 500;
    case ui::Weight::Bold: return 700;
    }
    return 400;
}

void tell(std::size_t number, ui::TextStyle const& style) {
    huiyin_host_style(static_cast<int>(number), style.size, css_weight(style.weight),
                      style.family == ui::Family::Mono, style.lang.data(),
                      static_cast<int>(style.lang.size()), style.direction == i18n::Direction::RightToLeft,
                      style.letter_spacing, style.word_spacing);
}

ui::RunImage drawn(std::size_t style, std::string_view run) {
    std::array<float, 10> image{};
    huiyin_host_draw(static_cast<int>(style), run.data(), static_cast<int>(run.size()), image.data());
    return {.page = static_cast<std::uint32_t>(image[0]),
            .uv = {image[1], image[2], image[3], image[4]},
            .box = {image[5], image[6], image[7], image[8]},
            .is_coloured = image[9] != 0};
}

} // namespace

std::size_t BrowserTextEngine::number_of(ui::TextStyle const& style) {
    if (m_last_used < m_known.size() && m_known[m_last_used].style == style) return m_last_used;
    auto const found = std::find_if(m_known.begin(), m_known.end(),
                                    [&](Known const& candidate) { return candidate.style == style; });
    m_last_used = static_cast<std::size_t>(found - m_known.begin());
    if (found == m_known.end()) {
        m_known.push_back({.style = style});
        tell(m_last_used, style);
    }
    return m_last_used;
}

float BrowserTextEngine::width(std::string_view run, ui::TextStyle const& style) {
    std::size_t const number = number_of(style);
    ByRun<float>& widths = m_known[number].widths;
    if (auto const found = widths.find(run); found != widths.end()) return found->second;
    ++m_runs;
    float const measured =
        huiyin_host_width(static_cast<int>(number), run.data(), static_cast<int>(run.size()));
    return widths.emplace(run, measured).first->second;
}

ui::FontMetrics BrowserTextEngine::metrics(ui::TextStyle const& style) {
    std::size_t const number = number_of(style);
    std::optional<ui::FontMetrics>& metrics = m_known[number].metrics;
    if (!metrics) {
        std::array<float, 2> measured{};
        huiyin_host_metrics(static_cast<int>(number), measured.data());
        metrics = {measured[0], measured[1]};
    }
    return *metrics;
}

std::optional<ui::RunImage> BrowserTextEngine::image(std::string_view run, ui::TextStyle const& style) {
    std::size_t const number = number_of(style);
    ByRun<ui::RunImage>& images = m_known[number].images;
    if (auto const found = images.find(run); found != images.end()) return found->second;
    if (m_budget == 0) return std::nullopt;
    --m_budget;
    ++m_drawn;
    return images.emplace(run, drawn(number, run)).first->second;
}

ui::Point BrowserTextEngine::white_texel() const {
    // Atlas.js keeps a white block of 8 × 8 at the corner of each page of 2048 × 1024.
    return {4.0F / 2048, 4.0F / 1024};
}

void BrowserTextEngine::begin_frame() {
    if (m_runs > most_runs) forget_everything();
    if (huiyin_host_pages() > most_pages) forget_images();
    m_budget = m_drawn == 0 ? runs_afresh : runs_per_frame;
}

void BrowserTextEngine::forget_images() {
    for (Known& known : m_known)
        known.images.clear();
    m_drawn = 0;
    huiyin_host_drop_pages();
}

void BrowserTextEngine::forget_everything() {
    forget_images();
    for (Known& known : m_known) {
        known.widths.clear();
        known.metrics.reset();
    }
    m_runs = 0;
    ++m_generation;
}

} // namespace huiyin::web
