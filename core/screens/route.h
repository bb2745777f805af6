#pragma once

#include "core/domain/access_code.h"
#include "core/domain/case_number.h"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huiyin::screens {

/// Pages of the submission, in their order.
enum class SubmitPage { Nature, Category, Place, Description, Contact, Check };

struct HomeRoute {
    bool operator==(HomeRoute const&) const = default;
};
struct SubmitRoute {
    SubmitPage page = SubmitPage::Nature;
    bool operator==(SubmitRoute const&) const = default;
};
struct ReceiptRoute {
    bool operator==(ReceiptRoute const&) const = default;
};
struct TrackRoute {
    bool operator==(TrackRoute const&) const = default;
};
/// The case that number and code have opened; neither stands in the URL.
struct CaseRoute {
    bool operator==(CaseRoute const&) const = default;
};
struct FeedbackRoute {
    bool operator==(FeedbackRoute const&) const = default;
};
/// What the service is for and how long things take.
struct HelpRoute {
    bool operator==(HelpRoute const&) const = default;
};
/// What is asked and why, and who sees it.
struct PrivacyRoute {
    bool operator==(PrivacyRoute const&) const = default;
};
struct NotFoundRoute {
    bool operator==(NotFoundRoute const&) const = default;
};

using Route = std::variant<HomeRoute, SubmitRoute, ReceiptRoute, TrackRoute, CaseRoute, FeedbackRoute,
                           HelpRoute, PrivacyRoute, NotFoundRoute>;

/// "/submit/place"; the inverse of route_of.
std::string url_of(Route const& route);
/// Ignores query and fragment; an unknown path gives NotFoundRoute.
Route route_of(std::string_view path);

/// Number and code together open a case.
struct CaseKey {
    CaseNumber number;
    AccessCode code;

    bool operator==(CaseKey const&) const = default;
};

/// "HY20261120-000123-K&7Q4M-…", as it stands behind the # of a link or a QR code.
std::optional<CaseKey> case_key_in(std::string_view fragment);

/// The address of every screen that has one.
std::vector<std::string_view> all_paths();

std::ostream& operator<<(std::ostream& out, Route const& route);

} // namespace huiyin::screens
