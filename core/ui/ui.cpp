#include "core/ui/ui.h"

#include "core/base/verify.h"
#include "core/ui/icon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace huiyin::ui {

namespace {

constexpr float wide_from = 640;

struct SurfaceColors {
    ColorRole fill;
    ColorRole edge;
    bool has_bar;
};

/// In the order of Surface.
constexpr std::array<SurfaceColors, 4> surfaces = {{
    {ColorRole::Surface, ColorRole::Line, false},
    {ColorRole::Notice, ColorRole::NoticeLine, true},
    {ColorRole::DangerSurface, ColorRole::Danger, true},
    {ColorRole::GoodSurface, ColorRole::Good, true},
}};

bool is_field(Role role) { return role == Role::TextField || role == Role::TextArea || role == Role::Select; }

Align mirrored(Align align) {
    switch (align) {
    case Align::Start: return Align::End;
    case Align::Center: return Align::Center;
    case Align::End: return Align::Start;
    }
    return align;
}

/// In the order of Surface: the class of the element that is one.
constexpr std::array<std::string_view, 4> surface_classes = {"card", "card on-notice", "card on-danger",
                                                             "card on-good"};
/// In the order of TextKind; what nearly every text is needs none.
constexpr std::array<std::string_view, 8> text_classes = {"", "heading", "subheading", "lead",
                                                          "", "strong",  "small",      "code"};

void add_class(Node& node, std::string_view name) {
    if (name.empty() || node.kind == name) return;
    node.kind.append(node.kind.empty() ? "" : " ").append(name);
}

/// How a text is set, where its role does not say it already.
void add_text_classes(Node& node, TextSetting setting) {
    using enum Role;
    if (node.role == Heading || node.role == Legend || node.role == Link || node.role == Button) return;
    add_class(node, text_classes[static_cast<std::size_t>(setting.kind)]);
    if (setting.color == ColorRole::InkQuiet) add_class(node, "quiet");
}

SurfaceColors const& colors_of(Surface surface) { return surfaces[static_cast<std::size_t>(surface)]; }

} // namespace

Scope::~Scope() { m_ui->close(); }

Ui::Ui(TextEngine& text_engine) : m_layout(text_engine), m_text_engine(text_engine), m_canvas(text_engine) {}

void Ui::begin(FrameInput const& input, i18n::Language const& language) {
    if (m_language != &language) m_search_lists.clear();
    m_input = input;
    m_language = &language;
    m_frame.nodes.clear();
    m_frame.title.clear();
    m_frame.lang = language.info().tag;
    m_frame.direction = language.info().direction;
    m_columns.assign(1, Column{0, input.width});
    m_opened.clear();
    m_parents.assign(1, -1);
    m_frame.theme = ui::theme(input.theme, input.system_colors);
    m_frame.text_scale = input.text_scale;
    m_depth = 0;
    m_y = 0;
    m_least_bottom = input.height;
    m_is_over = false;
    m_canvas.begin(input);
}

Frame& Ui::end() {
    VERIFY(m_opened.empty());
    m_frame.content_height = std::max(m_y, m_least_bottom);
    if (!m_is_over) m_over_top.reset();
    m_frame.paint = m_canvas.end();
    m_frame.wants_another = m_canvas.wants_another();
    return m_frame;
}

SearchList const& Ui::search_list(std::string_view id,
                                  std::function<std::vector<SearchOption>()> const& options) {
    auto known = m_search_lists.find(id);
    if (known == m_search_lists.end()) known = m_search_lists.emplace(id, SearchList(options())).first;
    return known->second;
}

bool Ui::is_right_to_left() const { return m_language->info().direction == i18n::Direction::RightToLeft; }

bool Ui::is_wide() const { return m_input.width >= scaled(wide_from); }

Scope Ui::inset(float start, float end) {
    Column const outer = column();
    float const left = is_right_to_left() ? end : start;
    m_columns.push_back({outer.left + left, outer.width - start - end});
    m_opened.push_back({.top = m_y});
    return Scope(*this);
}

Scope Ui::place(Column column, float y) {
    m_columns.push_back(column);
    m_opened.push_back({.top = m_y, .restores_y = true, .outer_y = m_y});
    m_y = y;
    return Scope(*this);
}

Column Ui::part(float offset, float width) const {
    Column const outer = column();
    return {is_right_to_left() ? outer.right() - offset - width : outer.left + offset, width};
}

Node& Ui::attach(Node& node) {
    node.parent = m_parents.back();
    return node;
}

Scope Ui::open(Node node) {
    attach(node).bounds = {column().left, m_y, column().width, 0};
    m_frame.nodes.push_back(std::move(node));
    m_parents.push_back(static_cast<int>(m_frame.nodes.size() - 1));
    m_columns.push_back(column());
    m_opened.push_back({.node = m_frame.nodes.size() - 1, .is_node = true, .top = m_y});
    return Scope(*this);
}

std::size_t Ui::record(Node node) {
    m_frame.nodes.push_back(std::move(attach(node)));
    return m_frame.nodes.size() - 1;
}

float Ui::card_padding() const { return is_wide() ? 24 : 16; }

Scope Ui::card(Node node, Surface surface) {
    open_card(std::move(node), surface);
    return Scope(*this);
}

void Ui::open_card(Node node, Surface surface) {
    Column const outer = column();
    attach(node).bounds = {outer.left, m_y, outer.width, 0};
    m_frame.nodes.push_back(std::move(node));
    m_parents.push_back(static_cast<int>(m_frame.nodes.size() - 1));
    float const padding = card_padding();
    m_columns.push_back({outer.left + padding, outer.width - 2 * padding});
    m_opened.push_back(
        {.node = m_frame.nodes.size() - 1, .is_node = true, .is_card = true, .surface = surface, .top = m_y});
    ++m_depth;
    m_y += padding;
}

Scope Ui::over(Node node, float width) {
    constexpr float margin = 16;
    m_is_over = true;
    if (!m_over_top) m_over_top = m_input.view_top + (is_wide() ? 4 * margin : margin);
    cover_page();
    float const outer_y = m_y;
    m_parents.push_back(-1);
    width = std::min(width, m_input.width - 2 * margin);
    m_columns.push_back({(m_input.width - width) / 2, width});
    m_y = *m_over_top;
    open_card(std::move(node), Surface::Card);
    m_opened.back().is_over = true;
    m_opened.back().restores_y = true;
    m_opened.back().outer_y = outer_y;
    return Scope(*this);
}

/// Fields are elements that would lie above the canvas; they hide meanwhile, and their boxes are painted.
void Ui::cover_page() {
    for (Node const& node : m_frame.nodes) {
        if (!is_field(node.role)) continue;
        m_canvas.fill(node.bounds, theme()[ColorRole::Field], measure::radius_small);
        m_canvas.stroke(node.bounds, theme()[ColorRole::LineStrong], 2, measure::radius_small);
    }
    m_canvas.raise();
    m_canvas.behind(0);
    m_canvas.shade({0, m_input.paint_top, m_input.width, m_input.paint_bottom - m_input.paint_top});
    m_canvas.in_front();
}

void Ui::close() {
    Opened const opened = m_opened.back();
    m_opened.pop_back();
    m_columns.pop_back();
    if (opened.is_card) {
        --m_depth;
        m_y += card_padding() - std::exchange(m_trailing_gap, 0);
        paint_surface(opened);
    }
    if (opened.is_node) {
        Rect& bounds = m_frame.nodes[opened.node].bounds;
        bounds.height = m_y - bounds.y;
        m_parents.pop_back();
    }
    if (opened.is_over) leave_over();
    if (opened.restores_y) m_y = opened.outer_y;
}

void Ui::leave_over() {
    constexpr float margin = 48;
    m_least_bottom = std::max(m_least_bottom, m_y + margin);
    m_parents.pop_back();
    m_columns.pop_back();
    m_canvas.lower();
}

void Ui::paint_surface(Opened const& opened) {
    add_class(m_frame.nodes[opened.node], surface_classes[static_cast<std::size_t>(opened.surface)]);
    Column const outer = column();
    Rect const box{outer.left, opened.top, outer.width, m_y - opened.top};
    SurfaceColors const colors = colors_of(opened.surface);
    m_canvas.behind(m_depth + 1);
    if (colors.has_bar) {
        constexpr float bar = 6;
        m_canvas.fill(box, theme()[colors.edge], measure::radius);
        // What is not the bar lies over it; the bar keeps round corners at the start only.
        float const start = is_right_to_left() ? box.x : box.x + bar;
        m_canvas.fill({start, box.y, box.width - bar, box.height}, theme()[colors.fill]);
        if (theme()[colors.fill] == theme()[ColorRole::Page]) m_canvas.stroke(box, theme()[colors.edge], 2);
    } else {
        if (has_shadows(theme())) m_canvas.shadow(box, opened.is_over ? elevation::over : elevation::card);
        m_canvas.fill(box, theme()[colors.fill], measure::radius);
        m_canvas.stroke(box, theme()[colors.edge], 1, measure::radius);
    }
    m_canvas.in_front();
}

float Ui::size_of(TextKind kind) const {
    TypeStep const& step = type_step(kind);
    return scaled(is_wide() ? step.desktop : step.phone);
}

TextStyle Ui::style(TextSetting setting, std::string_view lang) const {
    float const size = size_of(setting.kind);
    return {.size = size,
            .weight = type_step(setting.kind).weight,
            .family = setting.kind == TextKind::Code ? Family::Mono : Family::Sans,
            .lang = std::string(lang.empty() ? m_language->info().tag : lang),
            .direction = m_language->info().direction,
            .letter_spacing = m_input.spacing.letter * size,
            .word_spacing = m_input.spacing.word * size};
}

float Ui::line_height(TextKind kind) const {
    return std::round(size_of(kind) * type_step(kind).line * m_input.spacing.line_height);
}

float Ui::measure_of(TextSetting setting, float width) const {
    // At most 38 Han or some 75 Latin letters, or the eye loses the next line.
    return std::min(width, measure::longest_line_em * size_of(setting.kind));
}

TextStyle Ui::style_of(i18n::Text const& text, std::string_view words, TextSetting setting) const {
    TextStyle result = style(setting, text.lang());
    if (text.is_verbatim()) result.direction = i18n::direction_of(words, result.direction);
    return result;
}

Ui::SetText Ui::set(i18n::Text const& source, TextSetting setting, float width) {
    SetText text{.words = words(source), .look = {}, .block = nullptr};
    text.look = {.style = style_of(source, text.words, setting),
                 .line_height = line_height(setting.kind),
                 .align = setting.align};
    // What runs the other way than the page stands at the page's start all the same.
    if (text.look.style.direction != m_language->info().direction) text.look.align = mirrored(setting.align);
    text.block = &m_layout.lay_out(text.words, text.look.style, measure_of(setting, width), *m_language);
    for (std::size_t at = 1; at < text.block->lines.size(); ++at)
        text.look.line_starts.push_back(text.block->lines[at].begin);
    return text;
}

void Ui::text(Node node, i18n::Text const& source, TextSetting setting) {
    float const width = measure_of(setting, column().width);
    SetText text = set(source, setting, width);
    float const height = text.height();
    node.lang = source.lang();
    put(std::move(node), {part(0, width).left, m_y, width, height}, {}, std::move(text), setting);
    advance(height);
}

void Ui::painted_words(i18n::Text const& source, Rect box, TextSetting setting) {
    SetText const text = set(source, setting, box.width);
    paint_lines(*text.block, text.words, box, text.look, setting);
}

void Ui::text_in(Node node, Rect bounds, Point padding, i18n::Text const& source, TextSetting setting) {
    node.lang = source.lang();
    put(std::move(node), bounds, padding, set(source, setting, bounds.width - 2 * padding.x), setting);
}

void Ui::put(Node node, Rect bounds, Point padding, SetText text, TextSetting setting) {
    text.look.padding_inline = padding.x;
    text.look.padding_block = padding.y;
    Rect const box{bounds.x + padding.x, bounds.y + padding.y, bounds.width - 2 * padding.x,
                   bounds.height - 2 * padding.y};
    paint_lines(*text.block, text.words, box, text.look, setting);
    node.label = std::move(text.words);
    node.bounds = bounds;
    node.direction = text.look.style.direction;
    node.look = std::move(text.look);
    add_text_classes(node, setting);
    record(std::move(node));
}

void Ui::paint_lines(TextBlock const& block, std::string_view words, Rect box, TextLook const& look,
                     TextSetting setting) {
    FontMetrics const metrics = m_text_engine.metrics(look.style);
    bool const is_rtl = look.style.direction == i18n::Direction::RightToLeft;
    // Browsers round the room above a line down to whole pixels.
    float const leading = std::floor((look.line_height - metrics.ascent - metrics.descent) / 2);
    float baseline = box.y + leading + metrics.ascent;
    for (Line const& line : block.lines) {
        std::string_view const run = words.substr(line.begin, line.end - line.begin);
        float const spare = look.align == Align::Start    ? 0
                            : look.align == Align::Center ? (box.width - line.width) / 2
                                                          : box.width - line.width;
        float const start = is_rtl ? box.right() - spare : box.x + spare;
        m_canvas.run({start, baseline}, run, look.style, theme()[setting.color]);
        if (setting.underline > 0)
            m_canvas.fill({is_rtl ? start - line.width : start, baseline + 3, line.width, setting.underline},
                          theme()[setting.color]);
        baseline += look.line_height;
    }
}

void Ui::icon(Icon icon, Rect box, ColorRole color, float side) {
    if (side > 0) box = {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
    paint_icon(m_canvas, icon, box, theme()[color], is_right_to_left());
}

void Ui::figure(Point center, std::span<Point const> points, ColorRole color, float thickness) {
    std::vector<Point> placed;
    for (Point const& point : points)
        placed.push_back({center.x + scaled(point.x), center.y + scaled(point.y)});
    m_canvas.stroke_path(placed, theme()[color], scaled(thickness));
}

float Ui::text_height(i18n::Text const& source, TextSetting setting, float width) {
    std::string const words = this->words(source);
    TextBlock const& block =
        m_layout.lay_out(words, style_of(source, words, setting), measure_of(setting, width), *m_language);
    return line_height(setting.kind) * static_cast<float>(block.lines.size());
}

float Ui::text_width(std::string_view words, TextSetting setting) {
    return words.empty() ? 0 : m_text_engine.width(words, style(setting));
}

UiEvent const* Ui::last_event(std::string_view id, EventKind kind) const {
    auto const found =
        std::find_if(m_input.events.rbegin(), m_input.events.rend(),
                     [&](UiEvent const& event) { return event.kind == kind && event.id == id; });
    return found == m_input.events.rend() ? nullptr : &*found;
}

bool Ui::is_dismissed(std::string_view id) const { return last_event(id, EventKind::Dismiss) != nullptr; }

bool Ui::is_clicked(std::string_view id) const { return last_event(id, EventKind::Click) != nullptr; }

std::optional<std::string> Ui::edited(std::string_view id) const {
    auto const newest =
        std::find_if(m_input.events.rbegin(), m_input.events.rend(), [&](UiEvent const& event) {
            return event.id == id && (event.kind == EventKind::Input || event.kind == EventKind::Change);
        });
    if (newest == m_input.events.rend()) return std::nullopt;
    return newest->payload;
}

} // namespace huiyin::ui
