#include "tools/catalogues/json.h"

#include <algorithm>
#include <cstdio>

namespace huiyin::catalogues {

namespace {

using Path = std::vector<std::string_view>;

Path parts_of(std::string_view key) {
    Path parts;
    for (std::size_t dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.')) {
        parts.push_back(key.substr(0, dot));
        key.remove_prefix(dot + 1);
    }
    parts.push_back(key);
    return parts;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (char const byte : text) {
        if (byte == '"' || byte == '\\') result.push_back('\\');
        if (byte == '\n')
            result += "\\n";
        else if (static_cast<unsigned char>(byte) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
            result += escape;
        } else
            result.push_back(byte);
    }
    return result + '"';
}

/// Writes nested objects from a flat list.
class Writer {
public:
    void add(std::string_view key, std::string_view message) {
        Path const path = parts_of(key);
        auto const depth = static_cast<std::size_t>(
            std::mismatch(m_open.begin(), m_open.end(), path.begin(), path.end() - 1).first - m_open.begin());
        close_down_to(depth);
        next_line();
        for (std::size_t at = depth; at + 1 < path.size(); ++at)
            open(path[at]);
        m_json += quoted(path.back()) + ": " + quoted(message);
        m_is_first = false;
    }

    std::string finish() {
        close_down_to(0);
        return m_json + "\n}\n";
    }

private:
    void open(std::string_view name) {
        m_json += quoted(name) + ": {";
        m_open.push_back(name);
        m_is_first = true;
        next_line();
    }

    void close_down_to(std::size_t depth) {
        while (m_open.size() > depth) {
            m_open.pop_back();
            m_json += "\n" + indent() + "}";
        }
    }

    void next_line() { m_json += (m_is_first ? "\n" : ",\n") + indent(); }
    std::string indent() const { return std::string(2 * (m_open.size() + 1), ' '); }

    std::string m_json = "{";
    Path m_open;
    bool m_is_first = true;
};

} // namespace

std::string json_of(i18n::Catalogue const& catalogue) {
    Writer writer;
    for (auto const& [key, message] : catalogue)
        writer.add(key, message);
    return writer.finish();
}

} // namespace huiyin::catalogues
