#include "core/screens/route.h"

#include "core/base/match.h"

#include <array>

namespace huiyin::screens {

namespace {

struct Address {
    std::string_view path;
    Route route;
};

/// Every screen with its address: the one list behind url_of and route_of.
auto const& addresses() {
    static std::array<Address, 13> const list = {{
        {"/", HomeRoute{}},
        {"/submit", SubmitRoute{SubmitPage::Nature}},
        {"/submit/category", SubmitRoute{SubmitPage::Category}},
        {"/submit/place", SubmitRoute{SubmitPage::Place}},
        {"/submit/description", SubmitRoute{SubmitPage::Description}},
        {"/submit/contact", SubmitRoute{SubmitPage::Contact}},
        {"/submit/check", SubmitRoute{SubmitPage::Check}},
        {"/receipt", ReceiptRoute{}},
        {"/track", TrackRoute{}},
        {"/case", CaseRoute{}},
        {"/feedback", FeedbackRoute{}},
        {"/help", HelpRoute{}},
        {"/privacy", PrivacyRoute{}},
    }};
    return list;
}

std::string_view without_query(std::string_view path) { return path.substr(0, path.find_first_of("?#")); }

std::string_view without_last_slash(std::string_view path) {
    return path.size() > 1 && path.back() == '/' ? path.substr(0, path.size() - 1) : path;
}

} // namespace

std::string url_of(Route const& route) {
    for (Address const& address : addresses())
        if (address.route == route) return std::string(address.path);
    return "/not-found";
}

Route route_of(std::string_view path) {
    std::string_view const wanted = without_last_slash(without_query(path));
    for (Address const& address : addresses())
        if (address.path == wanted) return address.route;
    return NotFoundRoute{};
}

std::optional<CaseKey> case_key_in(std::string_view fragment) {
    std::size_t const split = fragment.find('&');
    if (split == std::string_view::npos) return std::nullopt;
    auto const number = CaseNumber::read(fragment.substr(0, split));
    auto const code = AccessCode::read(fragment.substr(split + 1));
    if (!number || !code) return std::nullopt;
    return CaseKey{*number, *code};
}

std::vector<std::string_view> all_paths() {
    std::vector<std::string_view> paths;
    for (Address const& address : addresses())
        paths.push_back(address.path);
    return paths;
}

std::ostream& operator<<(std::ostream& out, Route const& route) { return out << url_of(route); }

} // namespace huiyin::screens
