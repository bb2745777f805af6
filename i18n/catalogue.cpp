#include "i18n/catalogue.h"

#include <nlohmann/json.hpp>
#include <set>

namespace huiyin::i18n {

namespace {

/// Takes the parser's events; no document is built.
class Reader {
public:
    bool start_object(std::size_t) {
        m_depth.push_back(m_path.size());
        return true;
    }
    bool key(std::string& name) {
        m_path.resize(m_depth.back());
        if (!m_path.empty()) m_path.push_back('.');
        m_path += name;
        return m_seen.insert(m_path).second || refuse("the key " + m_path + " stands twice");
    }
    bool string(std::string& message) {
        if (m_depth.empty()) return refuse("the catalogue is not an object");
        m_catalogue.emplace_back(m_path, std::move(message));
        return true;
    }
    bool end_object() {
        m_depth.pop_back();
        return true;
    }
    bool start_array(std::size_t) { return refuse_value(); }
    bool end_array() { return refuse_value(); }
    bool null() { return refuse_value(); }
    bool boolean(bool) { return refuse_value(); }
    bool number_integer(std::int64_t) { return refuse_value(); }
    bool number_unsigned(std::uint64_t) { return refuse_value(); }
    bool number_float(double, std::string const&) { return refuse_value(); }
    bool binary(std::vector<std::uint8_t>&) { return refuse_value(); }
    bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&) {
        return refuse("no JSON at byte " + std::to_string(position));
    }

    Catalogue take_catalogue() { return std::move(m_catalogue); }
    Error error() const { return {"catalogue_malformed", m_fault}; }

private:
    bool refuse_value() { return refuse("the value of " + m_path + " is no string"); }
    bool refuse(std::string fault) {
        m_fault = std::move(fault);
        return false;
    }

    Catalogue m_catalogue;
    /// The keys from the root to here, joined, and how long that was outside of each object.
    std::string m_path;
    std::vector<std::size_t> m_depth;
    std::set<std::string> m_seen;
    std::string m_fault;
};

} // namespace

Result<Catalogue> read_catalogue(std::string_view json) {
    Reader reader;
    if (!nlohmann::json::sax_parse(json, &reader)) return reader.error();
    return reader.take_catalogue();
}

} // namespace huiyin::i18n
