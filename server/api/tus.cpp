#include "server/api/tus.h"

#include "core/domain/attachment.h"
#include "server/api/answers.h"
#include "server/files/checksum.h"

#include <array>
#include <charconv>

namespace huiyin::server::tus {

bool is_for_uploads(std::string_view target) {
    if (!target.starts_with(path)) return false;
    std::string_view const rest = target.substr(path.size());
    return rest.empty() || rest.front() == '/' || rest.front() == '?';
}

std::optional<Response> refused_version(Request const& request) {
    if (request.header("Tus-Resumable") == version) return std::nullopt;
    Response response = problem(412, "unsupported_version");
    response.headers.push_back({"Tus-Version", std::string(version)});
    return response;
}

std::optional<std::int64_t> number_in(Request const& request, std::string_view name) {
    auto const text = request.header(name);
    if (!text || text->empty() || text->front() == '-') return std::nullopt;
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    bool const is_whole = error == std::errc() && end == text->data() + text->size();
    return is_whole ? std::optional(value) : std::nullopt;
}

std::optional<std::map<std::string, std::string>> metadata_in(std::string_view header) {
    std::map<std::string, std::string> found;
    while (!header.empty()) {
        std::string_view pair = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), pair.size() + 1));
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        std::string_view const key = pair.substr(0, pair.find(' '));
        auto value = base64_decoded(pair.substr(std::min(pair.size(), key.size() + 1)));
        if (key.empty() || !value || !found.emplace(key, *std::move(value)).second) return std::nullopt;
    }
    return found;
}

std::string written_date(Instant at) {
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    // "2026-11-22T00:00:00Z" has every part at its place.
    std::string const text = format_rfc3339(at);
    Date const date = local_date(at, {});
    std::string out(days[static_cast<std::size_t>(weekday(date))]);
    out.append(", ").append(text, 8, 2).append(" ");
    out.append(months[static_cast<std::size_t>(date.month - 1)]).append(" ").append(text, 0, 4);
    return out.append(" ").append(text, 11, 8).append(" GMT");
}

Response capabilities() {
    return {204,
            {{"Tus-Version", std::string(version)},
             {"Tus-Max-Size", std::to_string(limits::attachment_bytes_max)},
             {"Tus-Extension", "creation,termination,checksum,expiration"},
             {"Tus-Checksum-Algorithm", std::string(Checksum::algorithms)},
             {"Cache-Control", "no-store"}},
            {}};
}

} // namespace huiyin::server::tus
