#include "core/app/answers.h"

#include "core/base/find.h"
#include "core/protocol/messages.h"

#include <array>

namespace huiyin::app {

namespace {

using screens::Failed;

/// Codes of the backend that have a sentence of their own in every catalogue.
constexpr std::array<std::string_view, 6> told_as_they_are = {
    "in_progress",    "idempotency_key_reused", "feedback_closed",
    "not_reopenable", "not_withdrawable",       "message_closed",
};

/// What is not ours, from a network in between, says nothing of the case.
bool says_nothing(int status, std::string const& code) {
    return code == "bad_answer" && status < 500 && status != 413 && status != 429;
}

Failed failure_of(int status, std::string const& code) {
    if (says_nothing(status, code)) return {code};
    if (find_in(told_as_they_are, code) != told_as_they_are.end()) return {code};
    switch (status) {
    case 400:
    case 415:
    case 422: return {"unreadable"};
    case 404: return {"not_found"};
    case 409: return {"conflict"};
    case 413: return {"too_large"};
    case 429: return {"too_many"};
    default: return {status >= 500 ? "server" : "bad_answer"};
    }
}

std::variant<Problems, Failed> refusal_in(protocol::Response const& response) {
    if (response.status == 0) return Failed{response.body == protocol::timed_out ? "slow" : "offline"};
    protocol::ProblemDocument const problem = protocol::read_problem(response.status, response.body);
    if (response.status == 422 && !problem.errors.empty()) return problem.errors;
    return failure_of(response.status, problem.code);
}

bool is_success(int status) { return status >= 200 && status < 300; }

template <class T>
Answer<T> answer_in(protocol::Response const& response, Result<T> (*read)(std::string_view)) {
    if (!is_success(response.status))
        return std::visit([](auto const& refusal) -> Answer<T> { return refusal; }, refusal_in(response));
    Result<T> const value = read(response.body);
    if (!value) return Failed{"bad_answer"};
    return *value;
}

} // namespace

Answer<Receipt> receipt_in(protocol::Response const& response) {
    return answer_in(response, &protocol::read_receipt);
}

Answer<WrittenLanguage> language_in(protocol::Response const& response) {
    return answer_in(response, &protocol::read_language_guess);
}

Answer<CitizenCase> case_in(protocol::Response const& response) {
    return answer_in(response, &protocol::read_citizen_case);
}

std::optional<Work> work_asked_in(protocol::Response const& response) {
    if (response.status != 429) return std::nullopt;
    auto const problem = protocol::read_problem(response.status, response.body);
    return problem.code == "work_required" ? problem.work : std::nullopt;
}

} // namespace huiyin::app
