#pragma once

#include "server/api/context.h"

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// A step that a demonstration case has taken, and when.
struct DemoStep {
    Instant at;
    StepOrder order;
};

struct DemoCase {
    Instant opened_at;
    Submission submission;
    std::vector<DemoStep> steps;
};

/// Rows of Boston's open data of 311 requests, or of assets/demo-cases.csv; told apart by their columns.
std::vector<DemoCase> demo_cases(std::string_view csv, City const& city, Instant now);
std::vector<DemoCase> boston_cases(std::string_view csv, City const& city);
std::vector<DemoCase> own_cases(std::string_view csv, Instant now);
/// assets/demo-cases.csv.
std::string_view built_in_demo_csv();

/// What a person needs to look at a demonstration case.
struct DemoKey {
    CaseNumber number;
    std::string access_code;
};

/// Takes each case through its steps by the rules, at their times, and adds them to an empty store; a store
/// with cases in it stays as it is and gives no keys. Error: demo_unusable.
Result<std::vector<DemoKey>> fill_with_demo(Office const& office, CaseStore& store,
                                            std::vector<DemoCase> cases);

} // namespace huiyin::server
