#include "server/demo/csv.h"
#include "server/demo/demo.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace huiyin::server {

namespace {

/// Boston's reasons in the words of our categories.
std::string_view category_of(std::string_view reason) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array table = {
        Pair{"Enforcement & Abandoned Vehicles", "transport.parking"},
        Pair{"Street Cleaning", "environment.street_cleaning"},
        Pair{"Code Enforcement", "environment.waste"},
        Pair{"Sanitation", "environment.waste"},
        Pair{"Recycling", "environment.waste"},
        Pair{"Highway Maintenance", "transport.roads"},
        Pair{"Signs & Signals", "transport.signals"},
        Pair{"Housing", "housing.rental"},
        Pair{"Building", "housing.illegal_construction"},
        Pair{"Street Lights", "city_order.lighting"},
        Pair{"Graffiti", "city_order.advertising"},
        Pair{"Animal Issues", "city_order.pets"},
        Pair{"Park Maintenance & Safety", "environment.greenery"},
        Pair{"Noise Disturbance", "environment.noise"},
        Pair{"Needle Program", "health.prevention"},
        Pair{"Environmental Services", "health.prevention"},
        Pair{"Sidewalk Cover / Manhole", "utilities.drainage"},
        Pair{"Administrative & General Requests", "safety.extreme_weather"},
        Pair{"Employee & General Comments", "services.staff_conduct"},
    };
    for (auto const& [theirs, ours] : table)
        if (theirs == reason) return ours;
    return "other.other";
}

/// The same neighborhood is always the same district.
DistrictId district_of(std::string_view neighborhood, City const& city) {
    std::size_t sum = 0;
    for (char character : neighborhood)
        sum = sum * 31 + static_cast<unsigned char>(character);
    return city.districts[sum % city.districts.size()];
}

/// "2022-01-21 13:47:00" of Boston's winter.
std::optional<Instant> instant_in(std::string text) {
    if (text.size() != 19) return std::nullopt;
    text[10] = 'T';
    return parse_rfc3339(text + "-05:00");
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

Nature nature_of(std::string_view type) {
    if (contains(type, "Schedule") || contains(type, "Request")) return Nature::Help;
    if (contains(type, "Comments")) return Nature::Suggestion;
    return Nature::Complaint;
}

std::optional<Location> location_in(CsvRow const& row) {
    std::string const& lat = value_in(row, "latitude");
    std::string const& lng = value_in(row, "longitude");
    if (lat.empty() || lng.empty()) return std::nullopt;
    return Location{std::atof(lat.c_str()), std::atof(lng.c_str())};
}

Submission submission_in(CsvRow const& row, City const& city) {
    Submission submission;
    submission.nature = nature_of(value_in(row, "type"));
    submission.category.value = category_of(value_in(row, "reason"));
    submission.district = district_of(value_in(row, "neighborhood"), city);
    submission.address = value_in(row, "location") == " " ? "" : value_in(row, "location");
    submission.location = location_in(row);
    submission.description = value_in(row, "type") + ": " + value_in(row, "case_title") + ".";
    submission.language = LanguageTag{"en"};
    submission.visibility = Visibility::Anonymous;
    bool const is_online =
        contains(value_in(row, "source"), "App") || value_in(row, "source") == "Self Service";
    submission.channel = is_online ? Channel::Web : Channel::Staff;
    return submission;
}

Reply reply_in(CsvRow const& row) {
    std::string const& reason = value_in(row, "closure_reason");
    // "Case Closed. Closed date : Wed Jan 19 11:42:16 EST 2022 Resolved Removed df": the words behind the
    // year.
    auto const year = reason.find(" 2022 ");
    std::string text = year == std::string::npos ? reason : reason.substr(year + 6);
    text.erase(text.find_last_not_of(' ') + 1);
    if (text.empty()) text = "Closed.";
    if (contains(text, "Invalid") || contains(text, "No Cause") || contains(text, "No evidence"))
        return {
            Outcome::NotJustified, text, "Inspected on site; nothing against the city's code was found.", {}};
    return {contains(text, "Noted") ? Outcome::Partial : Outcome::Resolved, text, "", {}};
}

/// A few citizens in three have answered, not all of them content.
std::optional<Feedback> feedback_of(std::size_t index) {
    if (index % 3 != 0) return std::nullopt;
    constexpr std::array satisfactions = {Satisfaction::VerySatisfied, Satisfaction::Satisfied,
                                          Satisfaction::Neutral, Satisfaction::Dissatisfied};
    Satisfaction const satisfaction = satisfactions[index / 3 % satisfactions.size()];
    Resolved const resolved = satisfaction == Satisfaction::Dissatisfied ? Resolved::No : Resolved::Yes;
    return Feedback{.contacted = index % 2 == 0 ? Contacted::Yes : Contacted::No,
                    .resolved = resolved,
                    .satisfaction = satisfaction,
                    .comment = "",
                    .at = {}};
}

std::vector<DemoStep> steps_in(CsvRow const& row, Instant opened_at, std::size_t index) {
    UnitName const unit{value_in(row, "department") + " " + value_in(row, "subject")};
    auto const closed_at = instant_in(value_in(row, "closed_dt"));
    Duration const span = closed_at ? *closed_at - opened_at : Duration::hours(48);
    auto const after = [&](int tenths) { return opened_at + Duration{span.ms / 10 * tenths}; };
    std::vector<DemoStep> steps = {{after(1), {.step = Step::Dispatch, .unit = unit}},
                                   {after(4), {.step = Step::Handle}}};
    if (!closed_at) return steps;
    steps.push_back({*closed_at, {.step = Step::Reply, .reply = reply_in(row)}});
    if (auto const feedback = feedback_of(index))
        steps.push_back({*closed_at + Duration::hours(20), {.step = Step::Feedback, .feedback = feedback}});
    steps.push_back({*closed_at + Duration::hours(30), {.step = Step::Close}});
    return steps;
}

} // namespace

std::vector<DemoCase> boston_cases(std::string_view csv, City const& city) {
    std::vector<DemoCase> cases;
    for (CsvRow const& row : read_csv(csv)) {
        auto const opened_at = instant_in(value_in(row, "open_dt"));
        if (!opened_at) continue;
        cases.push_back({*opened_at, submission_in(row, city), steps_in(row, *opened_at, cases.size())});
    }
    return cases;
}

} // namespace huiyin::server
