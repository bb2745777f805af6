#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <string>

namespace huiyin::ui {

struct Pagination {
    std::string id;
    /// From 1.
    int page = 1;
    int pages = 1;
    /// Where a page is.
    std::function<std::string(int page)> href;
};

/// The way to the pages before and behind, and where there is room to others. The page that was followed.
std::optional<int> pagination(Ui& ui, Pagination const& spec);

} // namespace huiyin::ui
