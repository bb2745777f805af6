#pragma once

#include "core/base/names.h"
#include "core/base/strong_id.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace huiyin::protocol::json {

/// Writes JSON text from front to back; the texts given must be well-formed UTF-8.
class Writer {
public:
    explicit Writer(std::size_t expected_bytes = 256) { m_out.reserve(expected_bytes); }

    void begin_object() { open('{'); }
    void begin_object(std::string_view name) { key(name), open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void begin_array(std::string_view name) { key(name), open('['); }
    void end_array() { close(']'); }

    void field(std::string_view name, std::string_view text) { key(name), quoted(text); }
    void field(std::string_view name, char const* text) { field(name, std::string_view(text)); }
    void field(std::string_view name, bool value) { key(name), bare(value ? "true" : "false"); }
    void field(std::string_view name, std::int64_t value);
    void field(std::string_view name, int value) { field(name, std::int64_t{value}); }
    void field(std::string_view name, double value);
    void field(std::string_view name, Instant at);
    template <class Tag>
    void field(std::string_view name, StrongId<Tag> const& id) {
        field(name, std::string_view(id.value));
    }
    template <Named E>
    void field(std::string_view name, E value) {
        field(name, name_of(value));
    }
    void null_field(std::string_view name) { key(name), bare("null"); }
    /// Leaves the field out when there is nothing in it.
    void field_unless_empty(std::string_view name, std::string_view text) {
        if (!text.empty()) field(name, text);
    }
    template <class T>
    void field_if_any(std::string_view name, std::optional<T> const& value) {
        if (value) field(name, *value);
    }
    void item(std::string_view text) { separate(), quoted(text), m_needs_comma = true; }

    std::string take() && { return std::move(m_out); }

private:
    void separate() {
        if (m_needs_comma) m_out.push_back(',');
        m_needs_comma = false;
    }
    void open(char bracket) { separate(), m_out.push_back(bracket); }
    void close(char bracket) { m_out.push_back(bracket), m_needs_comma = true; }
    void bare(std::string_view text) { m_out.append(text), m_needs_comma = true; }
    void key(std::string_view name);
    void quoted(std::string_view text);
    void escaped(char character);

    std::string m_out;
    bool m_needs_comma = false;
};

} // namespace huiyin::protocol::json
