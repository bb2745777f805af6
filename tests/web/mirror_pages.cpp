#include "core/app/screen_view.h"
#include "core/base/verify.h"
#include "core/protocol/messages.h"
#include "core/ui/gallery/gallery.h"
#include "tests/app/samples.h"
#include "tests/support/fixed_text_engine.h"
#include "web/mirror.h"

#include <array>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>

// Writes every theme, then draws every sample of every screen and every example of every component in every
// language, and writes for each its nodes and what the mirror is told to do, so that a test can show them in
// a browser one after the other. usage: mirror_pages FILE

using namespace huiyin;

namespace {

std::string file_text(std::string const& path_from_root) {
    std::ifstream file(std::string(HUIYIN_SOURCE_DIR) + "/" + path_from_root, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
std::uint32_t size_of(T const& list) {
    return static_cast<std::uint32_t>(list.size());
}

void write_bytes(std::span<std::uint8_t const> bytes, web::WireWriter& out) {
    out.text({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
}

void write_states(ui::NodeState const& state, web::WireWriter& out) {
    out.flag(state.disabled);
    out.flag(state.checked);
    out.flag(state.invalid);
    out.flag(state.required);
    out.flag(state.busy);
    out.flag(state.current);
    out.flag(state.expanded.has_value());
    out.flag(state.expanded.value_or(false));
    out.flag(state.selected);
}

void write_node(ui::Node const& node, web::WireWriter& out) {
    out.number(static_cast<std::uint32_t>(node.parent + 1));
    out.text(node.id);
    out.text(name_of(node.role));
    out.number(static_cast<std::uint32_t>(node.level));
    out.text(node.label);
    out.text(node.value);
    write_states(node.state, out);
    out.flag(node.look.has_value());
    out.number(static_cast<std::uint32_t>(node.input));
    out.real(node.amount.value_or(0));
    out.text(node.for_id);
    out.number(size_of(node.described_by));
    for (std::string const& id : node.described_by)
        out.text(id);
    out.number(size_of(node.options));
    for (ui::Option const& option : node.options) {
        out.text(option.value);
        out.text(option.label);
        out.text(option.group);
    }
}

/// All pages of one language, in one mirror: each page follows the one before it, as in the portal.
class Series {
public:
    Series(i18n::LanguageInfo const& info, City const& city, web::WireWriter& out)
        : m_tag(info.tag), m_city(city), m_out(out), m_ui(m_engine) {
        auto loaded =
            i18n::Language::load(m_tag, file_text("i18n/locales/" + m_tag + ".json"), Duration::hours(8));
        VERIFY(loaded.is_ok());
        m_language = std::move(loaded).value();
    }

    void write_all() {
        for (tests::Sample const& sample : tests::samples())
            page(sample.name,
                 [&] { app::screen_view(m_ui, sample.model, m_city, [](app::Intent const&) {}); });
        for (ui::Component const& component : ui::components())
            for (ui::Example const& example : component.examples())
                page(std::string(component.name) + "." + std::string(example.name), [&] {
                    ui::Held held;
                    ui::example_page(m_ui, component, example, held);
                });
    }

private:
    void page(std::string const& name, std::function<void()> const& draw) {
        m_ui.begin({}, *m_language);
        draw();
        ui::Frame const& frame = m_ui.end();
        m_out.flag(true);
        m_out.text(m_tag);
        m_out.text(name);
        m_out.text(frame.title);
        m_out.flag(frame.direction == i18n::Direction::RightToLeft);
        m_out.number(size_of(frame.nodes));
        for (ui::Node const& node : frame.nodes)
            write_node(node, m_out);
        m_operations.clear();
        m_mirror.update(frame.nodes, frame.direction, "", m_operations);
        write_bytes(m_operations.bytes(), m_out);
    }

    std::string m_tag;
    City const& m_city;
    web::WireWriter& m_out;
    tests::FixedTextEngine m_engine;
    ui::Ui m_ui;
    std::unique_ptr<i18n::Language> m_language;
    web::Mirror m_mirror;
    web::WireWriter m_operations;
};

void write_theme(std::string_view name, ui::Theme const& theme, web::WireWriter& out) {
    out.text(name);
    out.number(ui::color_roles);
    for (std::size_t at = 0; at < ui::color_roles; ++at) {
        auto const role = static_cast<ui::ColorRole>(at);
        out.text(ui::css_name(role));
        out.byte(theme[role].red);
        out.byte(theme[role].green);
        out.byte(theme[role].blue);
    }
}

void write_themes(web::WireWriter& out) {
    constexpr std::array<std::string_view, ui::own_themes.size()> names = {"light", "dark", "high contrast",
                                                                           "high contrast, dark"};
    out.number(size_of(names));
    for (std::size_t at = 0; at < names.size(); ++at)
        write_theme(names[at], ui::theme(ui::own_themes[at]), out);
}

} // namespace

int main(int argc, char const* const* argv) {
    if (argc != 2) {
        std::cerr << "usage: mirror_pages FILE\n";
        return 2;
    }
    auto const city = protocol::read_city(file_text("assets/city.json"));
    VERIFY(city.is_ok());
    web::WireWriter out;
    write_themes(out);
    for (i18n::LanguageInfo const& language : i18n::languages())
        Series(language, city.value(), out).write_all();
    out.flag(false);
    auto const bytes = out.bytes();
    std::ofstream(argv[1], std::ios::binary)
        .write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return 0;
}
