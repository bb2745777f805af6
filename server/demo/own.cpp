#include "server/demo/csv.h"
#include "server/demo/demo.h"

#include <charconv>

namespace huiyin::server {

namespace {

Duration hours_in(std::string const& text) {
    int hours = 0;
    std::from_chars(text.data(), text.data() + text.size(), hours);
    return Duration::hours(hours);
}

Submission submission_in(CsvRow const& row) {
    Submission submission;
    submission.nature = named<Nature>(value_in(row, "nature"));
    submission.category.value = value_in(row, "category");
    submission.district.value = value_in(row, "district");
    submission.address = value_in(row, "address");
    submission.description = value_in(row, "description");
    submission.language = LanguageTag{value_in(row, "language")};
    submission.visibility = Visibility::Anonymous;
    return submission;
}

Feedback feedback_in(CsvRow const& row) {
    Feedback feedback;
    feedback.contacted = named<Contacted>(value_in(row, "contacted")).value_or(Contacted::Yes);
    feedback.resolved = named<Resolved>(value_in(row, "resolved")).value_or(Resolved::Yes);
    feedback.satisfaction =
        named<Satisfaction>(value_in(row, "satisfaction")).value_or(Satisfaction::Neutral);
    return feedback;
}

StepOrder order_of(Step step, CsvRow const& row) {
    StepOrder order{.step = step};
    switch (step) {
    case Step::Dispatch: order.unit = UnitName{value_in(row, "unit")}; break;
    case Step::Handle:
    case Step::AskCitizen: order.text = value_in(row, "note"); break;
    case Step::Reply:
        order.reply = Reply{named<Outcome>(value_in(row, "outcome")).value_or(Outcome::Resolved),
                            value_in(row, "reply"),
                            value_in(row, "grounds"),
                            {}};
        break;
    case Step::Feedback: order.feedback = feedback_in(row); break;
    default: break;
    }
    return order;
}

/// "dispatch 1, contact 5": each step with the hours behind the opening.
std::vector<DemoStep> steps_in(CsvRow const& row, Instant opened_at) {
    std::vector<DemoStep> steps;
    std::string_view text = value_in(row, "steps");
    while (!text.empty()) {
        std::string_view const item = text.substr(0, text.find(", "));
        text.remove_prefix(std::min(text.size(), item.size() + 2));
        auto const space = item.find(' ');
        auto const step = named<Step>(item.substr(0, space));
        VERIFY(step && space != std::string_view::npos);
        steps.push_back({opened_at + hours_in(std::string(item.substr(space + 1))), order_of(*step, row)});
    }
    return steps;
}

} // namespace

std::vector<DemoCase> own_cases(std::string_view csv, Instant now) {
    std::vector<DemoCase> cases;
    for (CsvRow const& row : read_csv(csv)) {
        Instant const opened_at = now - hours_in(value_in(row, "hours_ago"));
        cases.push_back({opened_at, submission_in(row), steps_in(row, opened_at)});
    }
    return cases;
}

} // namespace huiyin::server
