#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// A row with its values by the names of the first row.
using CsvRow = std::map<std::string, std::string, std::less<>>;

/// RFC 4180; a row that is shorter than the first lacks the names of its end.
std::vector<CsvRow> read_csv(std::string_view text);

/// Empty when the row has no such column.
std::string const& value_in(CsvRow const& row, std::string_view column);

} // namespace huiyin::server
