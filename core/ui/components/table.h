#pragma once

#include "core/ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

struct TableColumn {
    /// Part of the node ids.
    std::string name;
    i18n::Text label;
    /// Numbers stand at the end of their column.
    bool is_number = false;
    bool can_be_sorted = false;
};

struct TableRow {
    /// Part of the node ids.
    std::string name;
    /// As many as columns; the first is the row's head.
    std::vector<i18n::Text> cells = {};
};

/// By which column the rows stand, and which way.
struct TableOrder {
    std::string column;
    Sort sort = Sort::Ascending;

    bool operator==(TableOrder const&) const = default;
};

/// The rows come in the order in which they are to be shown.
struct Table {
    std::string id;
    i18n::Text caption;
    std::vector<TableColumn> columns = {};
    std::vector<TableRow> rows = {};
    std::optional<TableOrder> order = {};
};

/// A table with its caption; on narrow windows each row is a card. The order that was asked for.
std::optional<TableOrder> table(Ui& ui, Table const& spec);

} // namespace huiyin::ui
