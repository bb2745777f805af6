#include "server/demo/demo.h"

#include "embedded/demo.h"
#include "server/api/language_guess.h"
#include "server/api/page.h"
#include "server/demo/csv.h"

#include <algorithm>

namespace huiyin::server {

namespace {

Error unusable(std::size_t index, std::string_view why) {
    return {"demo_unusable", "demonstration case " + std::to_string(index + 1) + ": " + std::string(why)};
}

Result<Case> lived_through(Case subject, DemoCase const& demo, Rules rules, std::size_t index) {
    for (DemoStep const& step : demo.steps) {
        auto outcome = take(subject, with_languages(step.order), rules, step.at);
        if (!std::holds_alternative<Case>(outcome))
            return unusable(index, std::string(name_of(step.order.step)) + " is not allowed");
        subject = std::get<Case>(std::move(outcome));
    }
    return subject;
}

Result<DemoKey> add_case(Office const& office, CaseWriter& writer, DemoCase const& demo, std::size_t index) {
    if (auto const problems = problems_in(demo.submission, office.city, demo.opened_at); !problems.empty())
        return unusable(index, problems.front().field + " " + problems.front().code);
    Date const day = local_date(demo.opened_at, office.city.utc_offset);
    CaseNumber const number = CaseNumber::make(day, TRY(writer.next_sequence(day)));
    Case subject = received(number, demo.submission, office.rules(), demo.opened_at);
    subject = TRY(lived_through(std::move(subject), demo, office.rules(), index));
    AccessCode const code = office.secret.access_code("demo " + std::to_string(index), Digest{});
    Page const page = page_of(subject, office.rules(), office.edition, office.now());
    TRY(writer.add({subject, office.secret.digest_of_code(number, code), page}));
    return DemoKey{number, code.shown()};
}

} // namespace

std::vector<DemoCase> demo_cases(std::string_view csv, City const& city, Instant now) {
    bool const is_boston = csv.starts_with("case_enquiry_id,");
    return is_boston ? boston_cases(csv, city) : own_cases(csv, now);
}

std::string_view built_in_demo_csv() { return embedded::demo::all[0].text; }

Result<std::vector<DemoKey>> fill_with_demo(Office const& office, CaseStore& store,
                                            std::vector<DemoCase> cases) {
    std::sort(cases.begin(), cases.end(),
              [](DemoCase const& left, DemoCase const& right) { return left.opened_at < right.opened_at; });
    auto const writer = TRY(store.writer());
    std::vector<DemoKey> keys;
    if (!TRY(writer->is_empty())) return keys;
    TRY(writer->begin());
    for (std::size_t index = 0; index < cases.size(); ++index)
        keys.push_back(TRY(add_case(office, *writer, cases[index], index)));
    TRY(writer->commit());
    return keys;
}

} // namespace huiyin::server
