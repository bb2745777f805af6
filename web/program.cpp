#include "web/program.h"

#include "core/screens/submit/submit.h"
#include "core/ui/theme.h"
#include "web/orders.h"
#include "web/shown.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>

namespace huiyin::web {

namespace {

Instant read_instant(WireReader& in) { return {static_cast<std::int64_t>(in.moment())}; }

std::optional<std::string> read_optional(WireReader& in) {
    bool const is_there = in.flag();
    std::string text = in.text();
    return is_there ? std::optional(std::move(text)) : std::nullopt;
}

protocol::Response read_response(WireReader& in) {
    protocol::Response response{.status = static_cast<int>(in.number())};
    for (std::uint32_t left = in.number(); left > 0; --left) {
        std::string name = in.text();
        response.headers.push_back({std::move(name), in.text()});
    }
    response.body = in.text();
    return response;
}

std::vector<app::KeptDraft> read_drafts(WireReader& in) {
    std::vector<app::KeptDraft> drafts;
    for (std::uint32_t left = in.number(); left > 0; --left) {
        app::KeptDraft draft{.id = in.text()};
        draft.text = in.text();
        draft.is_waiting = in.flag();
        if (in.flag()) draft.answer = read_response(in);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

app::Start read_start(WireReader& in) {
    app::Start start;
    start.path = in.text();
    start.fragment = in.text();
    for (std::uint32_t left = in.number(); left > 0; --left)
        start.wished_languages.push_back(in.text());
    start.kept_language = read_optional(in);
    start.kept_settings = read_optional(in);
    start.kept_shared = read_optional(in);
    start.drafts = read_drafts(in);
    start.used_draft = in.text();
    start.keeps_drafts = in.flag();
    start.is_online = in.flag();
    start.has_camera = in.flag();
    start.now = read_instant(in);
    start.random_hex = in.text();
    return start;
}

ui::ThemeName read_theme(WireReader& in) {
    bool const is_dark = in.flag();
    bool const wants_contrast = in.flag();
    if (in.flag()) return ui::ThemeName::System;
    if (wants_contrast) return is_dark ? ui::ThemeName::HighContrastDark : ui::ThemeName::HighContrast;
    return is_dark ? ui::ThemeName::Dark : ui::ThemeName::Light;
}

ui::Color read_color(WireReader& in) {
    std::uint8_t const red = in.byte();
    std::uint8_t const green = in.byte();
    return {red, green, in.byte()};
}

/// FNV-1a over words of four bytes: tells whether a picture is the last one again.
class Fingerprint {
public:
    template <class T>
    void add(std::span<T const> values) {
        static_assert(sizeof(T) % 2 == 0);
        std::size_t const size = values.size_bytes();
        auto const* bytes = reinterpret_cast<unsigned char const*>(values.data());
        for (std::size_t at = 0; at < size; at += 4) {
            std::uint32_t word = 0;
            std::memcpy(&word, bytes + at, std::min<std::size_t>(4, size - at));
            m_hash = (m_hash ^ word) * 0x100000001B3;
        }
    }
    std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0xCBF29CE484222325;
};

std::uint64_t fingerprint_of(std::vector<ui::PaintList> const& paint) {
    Fingerprint fingerprint;
    for (ui::PaintList const& list : paint) {
        fingerprint.add(list.vertices);
        fingerprint.add(list.indices);
        fingerprint.add(std::span<ui::PaintCommand const>(list.commands));
    }
    return fingerprint.value();
}

std::uint32_t address_of(void const* data) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(data));
}

} // namespace

Program::Program(WireReader start) : m_portal(make_shown(m_text_engine, read_start(start))) {}

void Program::event(WireReader in) {
    ui::UiEvent event;
    event.id = in.text();
    event.kind = static_cast<ui::EventKind>(in.byte());
    event.payload = in.text();
    if (event.kind == ui::EventKind::Focus) m_focused = event.id;
    if (event.kind == ui::EventKind::Blur) m_focused.clear();
    if (event.kind == ui::EventKind::Input || event.kind == ui::EventKind::Change) m_mirror.note(event);
    m_events.push_back(std::move(event));
}

void Program::responded(WireReader in) {
    std::uint64_t const id = std::strtoull(in.text().c_str(), nullptr, 10);
    m_portal->responded(id, read_response(in));
}

void Program::drafts_changed(WireReader in) { m_portal->drafts_changed(read_drafts(in)); }

void Program::visited(WireReader in) {
    std::string const path = in.text();
    m_portal->visited(path, in.text());
}

/// As files.js numbers them.
void Program::file_moved(WireReader in) {
    screens::submit::FileMoved moved;
    moved.id.value = in.text();
    moved.status = static_cast<screens::FileStatus>(in.byte());
    moved.share = in.real();
    moved.bytes = in.number();
    moved.kind = named<FileKind>(in.text());
    moved.has_metadata = in.flag();
    moved.keeps_metadata = in.flag();
    m_portal->file_moved(moved);
}

void Program::language(WireReader in) {
    std::string const tag = in.text();
    std::optional<std::string> const catalogue = read_optional(in);
    if (catalogue)
        m_portal->language_loaded(tag, *catalogue);
    else
        m_portal->language_failed(tag);
}

ui::FrameInput Program::read_input(WireReader& in) {
    ui::FrameInput input;
    input.width = in.real();
    input.height = in.real();
    input.paint_top = in.real();
    input.paint_bottom = in.real();
    input.view_top = in.real();
    input.device_pixel_ratio = in.real();
    input.theme = read_theme(in);
    input.system_colors.canvas = read_color(in);
    input.system_colors.text = read_color(in);
    input.system_colors.link = read_color(in);
    input.text_scale = in.real();
    input.spacing.line_height = in.real();
    input.spacing.letter = in.real();
    input.spacing.word = in.real();
    input.pointer.at.x = in.real();
    input.pointer.at.y = in.real();
    input.pointer.is_down = in.flag();
    input.events = std::exchange(m_events, {});
    return input;
}

std::span<std::uint8_t const> Program::frame(WireReader in) {
    ui::FrameInput input = read_input(in);
    Instant const now = read_instant(in);
    if (std::exchange(m_device_pixel_ratio, input.device_pixel_ratio) != input.device_pixel_ratio)
        m_text_engine.forget_everything();
    m_text_engine.begin_frame();
    // Events change the state behind the frame that delivers them. Shown is the one after it, or a field
    // would lose what was typed and an order to focus would come before its element.
    if (!input.events.empty()) m_portal->frame(input, now);
    input.events.clear();
    ui::Frame const& frame = m_portal->frame(input, now);

    m_out.clear();
    m_out.flag(frame.wants_another);
    write_page(frame);
    write_look({frame.theme, frame.text_scale});
    m_mirror.update(frame.nodes, frame.direction, m_focused, m_out);
    write_paint(frame.paint);
    write_orders(m_portal->take_orders(), m_out);
    return m_out.bytes();
}

void Program::write_page(ui::Frame const& frame) {
    m_out.real(frame.content_height);
    PageWords words{frame.title, frame.lang, frame.direction};
    bool const is_new = m_page != words;
    m_out.flag(is_new);
    if (!is_new) return;
    m_out.text(words.title);
    m_out.text(words.lang);
    m_out.flag(words.direction == i18n::Direction::RightToLeft);
    m_page = std::move(words);
}

void Program::write_look(PageLook const& look) {
    bool const is_new = m_look != look;
    m_out.flag(is_new);
    if (!is_new) return;
    m_look = look;
    m_out.flag(ui::is_dark(look.theme));
    m_out.real(look.text_scale);
    m_out.number(ui::color_roles);
    for (std::size_t at = 0; at < ui::color_roles; ++at) {
        auto const role = static_cast<ui::ColorRole>(at);
        ui::Color const color = look.theme[role];
        m_out.text(ui::css_name(role));
        m_out.byte(color.red);
        m_out.byte(color.green);
        m_out.byte(color.blue);
    }
}

void Program::write_paint(std::vector<ui::PaintList> const& paint) {
    std::uint64_t const fingerprint = fingerprint_of(paint);
    m_out.flag(std::exchange(m_painted, fingerprint) != fingerprint);
    m_out.number(static_cast<std::uint32_t>(paint.size()));
    for (ui::PaintList const& list : paint) {
        m_out.number(address_of(list.vertices.data()));
        m_out.number(static_cast<std::uint32_t>(list.vertices.size()));
        m_out.number(address_of(list.indices.data()));
        m_out.number(static_cast<std::uint32_t>(list.indices.size()));
        m_out.number(static_cast<std::uint32_t>(list.commands.size()));
        for (ui::PaintCommand const& command : list.commands) {
            m_out.real(command.clip.x);
            m_out.real(command.clip.y);
            m_out.real(command.clip.width);
            m_out.real(command.clip.height);
            m_out.number(command.page);
            m_out.number(command.index_offset);
            m_out.number(command.index_count);
            m_out.number(command.vertex_offset);
        }
    }
}

} // namespace huiyin::web
