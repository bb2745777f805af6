#pragma once

#include "core/domain/stages.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::tests {

/// Tells what happens to one case, step by step, on a clock that the story moves.
class CaseStory {
public:
    explicit CaseStory(Submission submission = sample_submission(),
                       std::string_view received_at = "2026-03-02T02:00:00Z")
        : m_now(*parse_rfc3339(received_at)),
          m_case(huiyin::received(CaseNumber::make({2026, 3, 2}, 1), std::move(submission), rules(), m_now)) {
    }

    Case const& subject() const { return m_case; }
    Rules rules() const { return {m_city, official_calendar()}; }
    Instant now() const { return m_now; }

    CaseStory& later(Duration by) {
        m_now = m_now + by;
        return *this;
    }
    CaseStory& takes(StepOrder const& order) {
        auto outcome = take(m_case, order, rules(), m_now);
        BOOST_TEST_REQUIRE(std::holds_alternative<Case>(outcome), "refused: " << order.step);
        m_case = std::get<Case>(std::move(outcome));
        return *this;
    }
    CaseStory& takes(Step step) { return takes(StepOrder{.step = step}); }
    CaseStory& dispatched() { return takes({.step = Step::Dispatch, .unit = UnitName{"Noise Office"}}); }
    CaseStory& asks() { return takes({.step = Step::AskCitizen, .text = "Which house?"}); }
    CaseStory& says(std::string text) { return takes({.step = Step::Message, .text = std::move(text)}); }
    CaseStory& replied(Reply reply = {.outcome = Outcome::Resolved, .text = "The site rests at night."}) {
        return takes({.step = Step::Reply, .reply = std::move(reply)});
    }
    CaseStory& rated(Feedback feedback) {
        return takes({.step = Step::Feedback, .feedback = std::move(feedback)});
    }
    CaseStory& reopened() { return takes({.step = Step::Reopen, .text = "It is as loud as before."}); }

    /// The code of the refusal; empty when the step was taken or had problems.
    std::string refusal(StepOrder const& order) const {
        auto const outcome = take(m_case, order, rules(), m_now);
        auto const* refused = std::get_if<NotAllowed>(&outcome);
        return refused ? refused->code : "";
    }
    Problems problems(StepOrder const& order) const {
        auto const outcome = take(m_case, order, rules(), m_now);
        auto const* problems = std::get_if<Problems>(&outcome);
        return problems ? *problems : Problems{};
    }
    ClockState clock(std::size_t index) const { return state_of(m_case.clocks.at(index), m_now); }
    std::vector<Step> citizen_may() const { return huiyin::citizen_may(m_case, rules(), m_now); }

private:
    City m_city = sample_city();
    Instant m_now;
    Case m_case;
};

} // namespace huiyin::tests
