#include "server/http/static_files.h"

#include "i18n/language.h"
#include "server/api/choices.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace huiyin::server {

namespace {

constexpr std::string_view shell_name = "/shell.html";
constexpr std::string_view style_ending = ".html.style";
constexpr std::string_view script_ending = ".html.script";
constexpr std::string_view portal_missing =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Huiyin</title>"
    "<p>The portal is not part of this server. <span lang=\"zh-Hans\">本服务器未包含门户页面。</span> "
    "<span lang=\"ar\" dir=\"rtl\">البوابة ليست جزءًا من هذا الخادم.</span>";

std::string_view type_of(std::string_view name) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array types = {Pair{".html", "text/html; charset=utf-8"},
                                         Pair{".js", "text/javascript; charset=utf-8"},
                                         Pair{".mjs", "text/javascript; charset=utf-8"},
                                         Pair{".css", "text/css; charset=utf-8"},
                                         Pair{".wasm", "application/wasm"},
                                         Pair{".json", "application/json"},
                                         Pair{".webmanifest", "application/manifest+json"},
                                         Pair{".svg", "image/svg+xml; charset=utf-8"},
                                         Pair{".png", "image/png"},
                                         Pair{".ico", "image/x-icon"},
                                         Pair{".webp", "image/webp"},
                                         Pair{".woff2", "font/woff2"},
                                         Pair{".txt", "text/plain; charset=utf-8"}};
    for (auto const& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

/// "name.0123456789abcdef.ext": its content never changes.
bool has_hash(std::string_view name) {
    constexpr std::size_t hash_digits = 16;
    auto const last_dot = name.rfind('.');
    if (last_dot == std::string_view::npos || last_dot < hash_digits + 1) return false;
    std::string_view const hash = name.substr(last_dot - hash_digits, hash_digits);
    return name[last_dot - hash_digits - 1] == '.' &&
           hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// FNV-1a: tells our own builds apart, nothing more.
std::string etag_of(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    std::array<char, 16> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
    return "\"" + std::string(digits.data(), end) + "\"";
}

std::optional<std::string> bytes_of(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// What an encoding weighs for the client; nothing said is unwanted, but identity is always understood.
double weight_of(std::string_view encoding, std::vector<Choice> const& choices) {
    std::optional<double> any;
    for (Choice const& choice : choices) {
        if (choice.value == encoding) return choice.weight;
        if (choice.value == "*") any = choice.weight;
    }
    constexpr double last_resort = 0.0001;
    return any.value_or(encoding == "identity" ? last_resort : 0);
}

/// The portal's pages, which lie at the top, are sent at their routes, never under their files' names.
bool has_own_address(std::string_view name) {
    bool const is_page = name.ends_with(".html") && name.rfind('/') == 0;
    return !is_page && !name.ends_with(style_ending) && !name.ends_with(script_ending);
}

/// "/track" and "ar" give "/track.ar.html".
std::string page_name(std::string_view path, std::string_view language) {
    std::string name = path == "/" ? "/index" : std::string(path);
    std::replace(name.begin() + 1, name.end(), '/', '-');
    return name.append(".").append(language).append(".html");
}

/// What the link asks for, then what the browser asks for.
std::string_view language_for(protocol::Request const& request) {
    constexpr std::string_view parameter = "lang=";
    std::vector<std::string> wishes = wished_languages(request.header("Accept-Language").value_or(""));
    std::string_view const target = request.target;
    std::string_view query = target.substr(std::min(target.find('?'), target.size()));
    while (!query.empty()) {
        query.remove_prefix(1);
        std::size_t const end = std::min(query.find('&'), query.size());
        if (query.starts_with(parameter))
            wishes.emplace(wishes.begin(), query.substr(parameter.size(), end - parameter.size()));
        query.remove_prefix(end);
    }
    return i18n::negotiate(wishes).tag;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (if_none_match == "*") return true;
    for (auto const& choice : choices_in(if_none_match))
        if (choice.value == etag || choice.value == "W/" + std::string(etag)) return true;
    return false;
}

} // namespace

bool is_portal_route(std::string_view path) {
    static constexpr std::array routes = {"/",
                                          "/submit",
                                          "/submit/category",
                                          "/submit/place",
                                          "/submit/description",
                                          "/submit/contact",
                                          "/submit/check",
                                          "/receipt",
                                          "/track",
                                          "/case",
                                          "/feedback",
                                          "/help",
                                          "/privacy"};
    return std::find(routes.begin(), routes.end(), path) != routes.end();
}

Result<StaticFiles> StaticFiles::load(std::string const& folder) {
    namespace fs = std::filesystem;
    std::error_code error;
    StaticFiles files;
    for (auto const& entry : fs::recursive_directory_iterator(folder, error)) {
        if (!entry.is_regular_file(error)) continue;
        auto bytes = bytes_of(entry.path());
        if (!bytes) return Error{"web_unusable", "cannot read " + entry.path().string()};
        std::string name = "/" + fs::relative(entry.path(), folder, error).generic_string();
        bool const is_brotli = name.ends_with(".br");
        bool const is_gzip = name.ends_with(".gz");
        if (is_brotli || is_gzip) name.resize(name.size() - 3);
        File& file = files.m_files[name];
        Encoded& place = is_brotli ? file.brotli : is_gzip ? file.gzip : file.identity;
        place = {*std::move(bytes), {}};
        place.etag = etag_of(place.bytes);
    }
    if (error) return Error{"web_unusable", folder + ": " + error.message()};
    std::erase_if(files.m_files, [](auto const& entry) { return entry.second.identity.etag.empty(); });
    for (auto& [name, file] : files.m_files)
        file.type = type_of(name), file.is_hashed = has_hash(name);
    files.pair_pages_with_sources();
    if (!files.m_files.contains(shell_name)) return Error{"web_unusable", folder + " has no shell.html"};
    return files;
}

void StaticFiles::pair_pages_with_sources() {
    for (auto& [name, file] : m_files) {
        auto const styles = m_files.find(name + ".style");
        if (!name.ends_with(".html") || styles == m_files.end()) continue;
        std::string_view const stem = std::string_view(name).substr(0, name.rfind('.'));
        file.language = stem.substr(stem.rfind('.') + 1);
        file.inline_sources.styles = styles->second.identity.bytes;
        auto const scripts = m_files.find(name + ".script");
        if (scripts != m_files.end()) file.inline_sources.scripts = scripts->second.identity.bytes;
    }
}

StaticFiles::File const* StaticFiles::page_in_language(std::string_view path,
                                                       protocol::Request const& request) const {
    auto const found = m_files.find(page_name(path, language_for(request)));
    return found == m_files.end() ? nullptr : &found->second;
}

StaticAnswer StaticFiles::answer(protocol::Request const& request) const {
    std::string_view const path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (auto const file = m_files.find(path); file != m_files.end() && has_own_address(path))
        return answer_with(file->second, 200, request);
    bool const names_a_file = path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
    int const status = !names_a_file && is_portal_route(path) ? 200 : 404;
    if (File const* page = status == 200 ? page_in_language(path, request) : nullptr)
        return answer_with(*page, status, request);
    auto const shell = m_files.find(shell_name);
    if (shell != m_files.end()) return answer_with(shell->second, status, request);
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-cache"}},
            portal_missing};
}

StaticAnswer StaticFiles::answer_with(File const& file, int status, protocol::Request const& request) const {
    auto const choices = choices_in(request.header("Accept-Encoding").value_or(""));
    Encoded const* chosen = &file.identity;
    std::string_view encoding = "identity";
    double best = weight_of(encoding, choices);
    // In rising order of preference: of equal weights the later wins.
    for (auto const& [candidate, name] : {std::pair(&file.gzip, "gzip"), std::pair(&file.brotli, "br")}) {
        double const weight = candidate->etag.empty() ? 0 : weight_of(name, choices);
        if (weight > 0 && weight >= best) chosen = candidate, encoding = name, best = weight;
    }
    bool const has_language = !file.language.empty();
    StaticAnswer answer{status, {{"ETag", chosen->etag}}, {}};
    answer.headers.push_back({"Vary", has_language ? "Accept-Encoding, Accept-Language" : "Accept-Encoding"});
    if (has_language) answer.headers.push_back({"Content-Language", file.language});
    if (!file.inline_sources.styles.empty())
        answer.headers.push_back({std::string(policy_header), content_policy(file.inline_sources)});
    answer.headers.push_back(
        {"Cache-Control", file.is_hashed ? "public, max-age=31536000, immutable" : "no-cache"});
    auto const if_none_match = request.header("If-None-Match");
    if (status == 200 && if_none_match && names_etag(*if_none_match, chosen->etag)) {
        answer.status = 304;
        return answer;
    }
    answer.headers.push_back({"Content-Type", file.type});
    if (encoding != "identity") answer.headers.push_back({"Content-Encoding", std::string(encoding)});
    answer.body = chosen->bytes;
    return answer;
}

} // namespace huiyin::server
