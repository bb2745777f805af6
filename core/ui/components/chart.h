#pragma once

#include "core/ui/ui.h"

#include <string>
#include <vector>

namespace huiyin::ui {

enum class ChartKind { Bars, Lines, Stacked };

/// One number for each category; a chart has at most four of them, told apart by pattern as well as by
/// colour.
struct Series {
    /// Part of the node ids.
    std::string name;
    i18n::Text label;
    /// None is below zero.
    std::vector<double> values = {};
};

struct Chart {
    std::string id;
    i18n::Text title;
    ChartKind kind = ChartKind::Bars;
    /// What the categories are.
    i18n::Text category_label;
    std::vector<i18n::Text> categories = {};
    std::vector<Series> series = {};
    /// Whether the table of the same numbers is unfolded.
    bool is_table_open = false;
};

/// A figure, and the same numbers as a table below it. True in the frame after the table was folded or
/// unfolded.
bool chart(Ui& ui, Chart const& spec);

} // namespace huiyin::ui
