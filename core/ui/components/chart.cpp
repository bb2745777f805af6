#include "core/ui/components/chart.h"

#include "core/base/verify.h"
#include "core/ui/components/accordion.h"
#include "core/ui/components/table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr float plot_height = 220;
constexpr int grid_lines = 4;
constexpr TextSetting mark_setting = {.kind = TextKind::Small, .color = ColorRole::InkQuiet};

/// Each has enough contrast to the page (1.4.11); the pattern tells them apart without colour (1.4.1).
enum class Pattern { Solid, Rows, Hollow, Columns };
struct SeriesLook {
    ColorRole color;
    Pattern pattern;
};
constexpr std::array<SeriesLook, 4> looks = {{{ColorRole::Link, Pattern::Solid},
                                              {ColorRole::Action, Pattern::Rows},
                                              {ColorRole::NoticeLine, Pattern::Hollow},
                                              {ColorRole::InkQuiet, Pattern::Columns}}};

std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::llround(value)); }

/// 1, 2 or 5 times a power of ten, so that the lines of the grid stand at round numbers.
double round_step(double least) {
    double const power = std::pow(10, std::floor(std::log10(std::max(least, 1.0))));
    for (double const factor : {1.0, 2.0, 5.0})
        if (factor * power >= least) return factor * power;
    return 10 * power;
}

double sum_at(Chart const& spec, std::size_t category) {
    double sum = 0;
    for (Series const& series : spec.series)
        sum += series.values[category];
    return sum;
}

double greatest(Chart const& spec) {
    double most = 0;
    for (std::size_t at = 0; at < spec.categories.size(); ++at) {
        if (spec.kind == ChartKind::Stacked) most = std::max(most, sum_at(spec, at));
        for (Series const& series : spec.series)
            most = std::max(most, series.values[at]);
    }
    return most;
}

/// From values to places. Time and categories run in the direction of reading.
class Plot {
public:
    Plot(Ui& ui, Chart const& spec)
        : m_ui(ui), m_spec(spec), m_step(round_step(greatest(spec) / grid_lines)), m_top(ui.y() + 8) {
        std::string const widest = ui.language().number(rounded(m_step * grid_lines));
        m_axis = ui.text_width(widest, mark_setting) + 10;
        m_width = ui.column().width - m_axis;
    }

    void paint() {
        paint_grid();
        for (std::size_t at = 0; at < m_spec.categories.size(); ++at)
            paint_category(at);
        if (m_spec.kind == ChartKind::Lines)
            for (std::size_t at = 0; at < m_spec.series.size(); ++at)
                paint_line(at);
    }

    float height() const { return 8 + plot_height + m_label_height + 12; }

private:
    float y_of(double value) const {
        return m_top + plot_height * static_cast<float>(1 - value / (m_step * grid_lines));
    }
    float slot() const { return m_width / static_cast<float>(m_spec.categories.size()); }
    /// The middle of a category's slot.
    float x_of(std::size_t category) const {
        return m_ui.part(m_axis + (static_cast<float>(category) + 0.5F) * slot(), 0).left;
    }

    /// Words that belong to the picture alone; the table says them to everybody.
    void words_at(std::string const& words, float left, float width, float top, Align align) {
        m_ui.painted_words(i18n::verbatim(words), {left, top, width, 0},
                           {.kind = mark_setting.kind, .color = mark_setting.color, .align = align});
    }

    void paint_grid() {
        for (int line = 0; line <= grid_lines; ++line) {
            double const value = m_step * line;
            Column const across = m_ui.part(m_axis, m_width);
            m_ui.canvas().fill({across.left, y_of(value), across.width, 1},
                               m_ui.theme()[line == 0 ? ColorRole::LineStrong : ColorRole::Line]);
            Column const mark = m_ui.part(0, m_axis - 8);
            words_at(m_ui.language().number(rounded(value)), mark.left, mark.width,
                     y_of(value) - m_ui.line_height(mark_setting.kind) / 2, Align::End);
        }
    }

    void paint_category(std::size_t at) {
        if (m_spec.kind == ChartKind::Bars) paint_bars(at);
        if (m_spec.kind == ChartKind::Stacked) paint_stack(at);
        float const width = slot() - 4;
        std::string const words = m_ui.words(m_spec.categories[at]);
        float const height = m_ui.text_height(i18n::verbatim(words), mark_setting, width);
        m_label_height = std::max(m_label_height, height);
        words_at(words, x_of(at) - width / 2, width, m_top + plot_height + 6, Align::Center);
    }

    void paint_bars(std::size_t at) {
        auto const count = static_cast<float>(m_spec.series.size());
        float const width = std::min(48.0F, slot() * 0.7F / count);
        for (std::size_t each = 0; each < m_spec.series.size(); ++each) {
            float const order = static_cast<float>(each) - (count - 1) / 2;
            float const middle = x_of(at) + (m_ui.is_right_to_left() ? -order : order) * width;
            float const top = y_of(m_spec.series[each].values[at]);
            paint_patterned({middle - width / 2 + 1, top, width - 2, y_of(0) - top}, looks[each]);
        }
    }

    void paint_stack(std::size_t at) {
        float const width = std::min(64.0F, slot() * 0.6F);
        double below = 0;
        for (std::size_t each = 0; each < m_spec.series.size(); ++each) {
            double const above = below + m_spec.series[each].values[at];
            float const top = y_of(above);
            paint_patterned({x_of(at) - width / 2, top, width, y_of(below) - top - (below > 0 ? 2 : 0)},
                            looks[each]);
            below = above;
        }
    }

    void paint_line(std::size_t series) {
        std::vector<Point> points;
        for (std::size_t at = 0; at < m_spec.categories.size(); ++at)
            points.push_back({x_of(at), y_of(m_spec.series[series].values[at])});
        m_ui.canvas().stroke_path(points, m_ui.theme()[looks[series].color], 2.5F);
        for (Point const& point : points)
            paint_patterned({point.x - 5, point.y - 5, 10, 10}, looks[series]);
    }

public:
    void paint_patterned(Rect box, SeriesLook const& look) {
        if (box.height <= 0) return;
        Color const color = m_ui.theme()[look.color];
        if (look.pattern == Pattern::Solid) return m_ui.canvas().fill(box, color);
        m_ui.canvas().fill(box, m_ui.theme()[ColorRole::Page]);
        m_ui.canvas().stroke(box, color, 2);
        constexpr float step = 6;
        if (look.pattern == Pattern::Rows)
            for (float y = box.bottom() - step; y > box.y; y -= step)
                m_ui.canvas().fill({box.x, y, box.width, step / 2}, color);
        if (look.pattern == Pattern::Columns)
            for (float x = box.x + step; x < box.right(); x += step)
                m_ui.canvas().fill({x, box.y, step / 2 - 1, box.height}, color);
    }

private:
    Ui& m_ui;
    Chart const& m_spec;
    double m_step;
    float m_top;
    float m_axis = 0;
    float m_width = 0;
    float m_label_height = 0;
};

void legend_view(Ui& ui, Plot& plot, Chart const& spec) {
    constexpr float swatch = 16;
    Scope const list = ui.open({.id = spec.id + ".legend", .role = Role::List});
    for (std::size_t at = 0; at < spec.series.size(); ++at) {
        Column const place = ui.part(0, swatch);
        float const middle = ui.y() + ui.line_height(TextKind::Small) / 2;
        plot.paint_patterned({place.left, middle - swatch / 2, swatch, swatch}, looks[at]);
        Scope const words = ui.inset(swatch + 10, 0);
        ui.text({.id = spec.id + "." + spec.series[at].name, .role = Role::ListItem}, spec.series[at].label,
                {.kind = TextKind::Small});
        ui.gap(4);
    }
}

void figure_view(Ui& ui, Chart const& spec) {
    Scope const figure =
        ui.open({.id = spec.id, .role = Role::Figure, .label = ui.words(spec.title), .kind = "chart"});
    ui.text({.id = spec.id + ".title", .role = Role::Paragraph, .kind = "strong"}, spec.title,
            {.kind = TextKind::Strong});
    ui.gap(8);
    Plot legend(ui, spec);
    legend_view(ui, legend, spec);
    Plot plot(ui, spec);
    plot.paint();
    ui.advance(plot.height());
}

Table table_of(Ui& ui, Chart const& spec) {
    Table table{
        .id = spec.id + ".table", .caption = spec.title, .columns = {{"category", spec.category_label}}};
    for (Series const& series : spec.series)
        table.columns.push_back({.name = series.name, .label = series.label, .is_number = true});
    for (std::size_t at = 0; at < spec.categories.size(); ++at) {
        TableRow row{.name = "row" + std::to_string(at), .cells = {spec.categories[at]}};
        for (Series const& series : spec.series)
            row.cells.push_back(i18n::verbatim(ui.language().number(rounded(series.values[at]))));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

bool chart(Ui& ui, Chart const& spec) {
    VERIFY(spec.series.size() <= looks.size() && !spec.categories.empty());
    figure_view(ui, spec);
    return accordion(ui, spec.id + ".numbers",
                     {{.name = "table",
                       .title = i18n::tr("chart.table"),
                       .is_open = spec.is_table_open,
                       .inside = [&] { table(ui, table_of(ui, spec)); }}})
        .has_value();
}

} // namespace huiyin::ui
