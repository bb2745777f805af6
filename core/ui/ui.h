#pragma once

#include "core/ui/canvas.h"
#include "core/ui/frame.h"
#include "core/ui/search_list.h"
#include "core/ui/text_layout.h"
#include "i18n/language.h"
#include "i18n/text.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::ui {

/// How a text is set.
struct TextSetting {
    TextKind kind = TextKind::Body;
    ColorRole color = ColorRole::Ink;
    Align align = Align::Start;
    /// Thickness of a line below the words, in CSS pixels; 0 for none.
    float underline = 0;
};

/// The column that blocks are stacked in, in CSS pixels.
struct Column {
    float left = 0;
    float width = 0;

    float right() const { return left + width; }
};

enum class Icon;
class Ui;

/// Closes what opened it.
class [[nodiscard]] Scope {
public:
    explicit Scope(Ui& ui) : m_ui(&ui) {}
    ~Scope();
    Scope(Scope const&) = delete;
    Scope& operator=(Scope const&) = delete;

private:
    Ui* m_ui;
};

/// A card's look.
enum class Surface { Card, Notice, Danger, Good };

/// One frame of one screen: components stack blocks from top to bottom, paint them and record a node for
/// each. Everything is mirrored for languages that run right to left: `start` and `end` are sides of reading.
class Ui {
public:
    explicit Ui(TextEngine& text_engine);

    void begin(FrameInput const& input, i18n::Language const& language);
    /// Borrowed until the next begin().
    Frame& end();

    // The reader.
    i18n::Language const& language() const { return *m_language; }
    bool is_right_to_left() const;
    /// True on windows that have room for things side by side.
    bool is_wide() const;
    /// CSS pixels of what is to grow with the letters.
    float scaled(float size) const { return size * m_input.text_scale; }
    std::string words(i18n::Text const& text) const { return m_language->format(text); }
    ui::Theme const& theme() const { return m_frame.theme; }
    FrameInput const& input() const { return m_input; }
    std::string const& title() const { return m_frame.title; }
    void set_title(std::string title) { m_frame.title = std::move(title); }

    // Where the next block goes.
    Column column() const { return m_columns.back(); }
    float y() const { return m_y; }
    void move_to(float y) {
        m_y = y;
        m_trailing_gap = 0;
    }
    /// Leaves room between blocks; in CSS pixels. At the end of a card it falls away.
    void gap(float height) {
        m_y += height;
        m_trailing_gap += height;
    }
    /// Goes past a block that was painted.
    void advance(float height) {
        m_y += height;
        m_trailing_gap = 0;
    }
    /// Narrows the column at its start and end until the scope closes.
    Scope inset(float start, float end);
    /// Puts the following blocks into this column, from this height on, until the scope closes.
    Scope place(Column column, float y);
    /// A column of `width` at the start, or behind `offset`, of the present one.
    Column part(float offset, float width) const;

    // Nodes.
    /// Everything until the scope closes is inside this node; it gets its bounds then.
    Scope open(Node node);
    /// A node that paints on its own, with its bounds; returns its place in the list.
    std::size_t record(Node node);
    /// Like open(), on a painted surface with room inside.
    Scope card(Node node, Surface surface);
    /// The distance between the edge of a card and what it holds.
    float card_padding() const;
    /// Like card(), but over the page in the middle of the window; what lies behind is darkened.
    Scope over(Node node, float width);

    // Text.
    TextStyle style(TextSetting setting, std::string_view lang = {}) const;
    float line_height(TextKind kind) const;
    /// Paints a text in the column and records `node` with it, its words as the label.
    void text(Node node, i18n::Text const& words, TextSetting setting);
    /// Paints a text inside `bounds`, with room around it, and records `node` there.
    void text_in(Node node, Rect bounds, Point padding, i18n::Text const& words, TextSetting setting);
    /// Height that a text would take in `width`.
    float text_height(i18n::Text const& words, TextSetting setting, float width);
    float text_width(std::string_view words, TextSetting setting);
    /// Paints one line without a node, in a box without height: words inside a picture that are told
    /// elsewhere.
    void painted_words(i18n::Text const& words, Rect box, TextSetting setting);
    /// What is searched under an id, made and folded once for a language.
    SearchList const& search_list(std::string_view id,
                                  std::function<std::vector<SearchOption>()> const& options);

    // What the person did, told to the component with the id.
    bool is_clicked(std::string_view id) const;
    /// They left what lies over the page by Escape.
    bool is_dismissed(std::string_view id) const;
    /// The newest value typed or chosen.
    std::optional<std::string> edited(std::string_view id) const;

    /// Strokes in the middle of `box`, as large as `side` or else the box allows; an icon with a direction
    /// points along the line of reading.
    void icon(Icon icon, Rect box, ColorRole color, float side = 0);
    /// Strokes around `center` that grow with the letters; a figure looks the same in every language.
    void figure(Point center, std::span<Point const> points, ColorRole color, float thickness);
    Canvas& canvas() { return m_canvas; }

private:
    friend class Scope;
    struct Opened {
        std::size_t node = 0;
        bool is_node = false;
        bool is_card = false;
        bool is_over = false;
        Surface surface = Surface::Card;
        float top = 0;
        bool restores_y = false;
        float outer_y = 0;
    };
    /// A text broken into lines; the block is borrowed until the next text is.
    struct SetText {
        std::string words;
        TextLook look;
        TextBlock const* block;

        float height() const { return look.line_height * static_cast<float>(block->lines.size()); }
    };
    SetText set(i18n::Text const& source, TextSetting setting, float width);
    void put(Node node, Rect bounds, Point padding, SetText text, TextSetting setting);
    void close();
    void paint_surface(Opened const& opened);
    void open_card(Node node, Surface surface);
    void cover_page();
    void leave_over();
    Node& attach(Node& node);
    UiEvent const* last_event(std::string_view id, EventKind kind) const;
    float size_of(TextKind kind) const;
    /// The longest line that is still read with ease.
    float measure_of(TextSetting setting, float width) const;
    /// How the words of a text are set: a person's words may run the other way than the page.
    TextStyle style_of(i18n::Text const& text, std::string_view words, TextSetting setting) const;
    void paint_lines(TextBlock const& block, std::string_view words, Rect box, TextLook const& look,
                     TextSetting setting);

    TextLayout m_layout;
    TextEngine& m_text_engine;
    Canvas m_canvas;
    FrameInput m_input;
    i18n::Language const* m_language = nullptr;
    std::map<std::string, SearchList, std::less<>> m_search_lists;
    Frame m_frame;
    std::vector<Column> m_columns;
    std::vector<Opened> m_opened;
    std::vector<int> m_parents;
    int m_depth = 0;
    float m_y = 0;
    float m_trailing_gap = 0;
    /// The page is at least as high.
    float m_least_bottom = 0;
    /// Where what lies over the page was opened; it stays there while the page scrolls.
    std::optional<float> m_over_top;
    bool m_is_over = false;
};

} // namespace huiyin::ui
