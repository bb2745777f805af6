#include "server/demo/csv.h"

#include <algorithm>

namespace huiyin::server {

namespace {

using Record = std::vector<std::string>;

/// Takes records off the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool at_end() const { return m_at >= m_text.size(); }

    Record record() {
        Record values;
        do {
            values.push_back(is_next('"') ? quoted() : plain());
        } while (takes(','));
        takes('\r');
        takes('\n');
        return values;
    }

private:
    bool is_next(char character) const { return !at_end() && m_text[m_at] == character; }

    bool takes(char character) {
        bool const is_there = is_next(character);
        if (is_there) ++m_at;
        return is_there;
    }

    std::string plain() {
        std::size_t const end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
        std::string value(m_text.substr(m_at, end - m_at));
        m_at = end;
        return value;
    }

    std::string quoted() {
        std::string value;
        takes('"');
        while (!at_end()) {
            if (takes('"') && !is_next('"')) break;
            value.push_back(m_text[m_at++]);
        }
        return value;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<CsvRow> read_csv(std::string_view text) {
    Reader reader(text);
    std::vector<CsvRow> rows;
    if (reader.at_end()) return rows;
    Record const names = reader.record();
    while (!reader.at_end()) {
        Record values = reader.record();
        if (values.size() == 1 && values.front().empty()) continue;
        CsvRow row;
        for (std::size_t column = 0; column < std::min(names.size(), values.size()); ++column)
            row.emplace(names[column], std::move(values[column]));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string const& value_in(CsvRow const& row, std::string_view column) {
    static std::string const nothing;
    auto const found = row.find(column);
    return found == row.end() ? nothing : found->second;
}

} // namespace huiyin::server
