#pragma once

#include "server/api/api.h"
#include "server/store/memory_store.h"
#include "tests/support/person.h"

#include <string>

namespace huiyin::tests {

enum class Network { Works, Offline, LosesAnswers, TimesOut, SaysNonsense, Fails };

/// Portal and backend in one process, with a network between them that a test can break.
class Joined {
public:
    Joined();

    Backend backend();
    void network(Network state) { m_network = state; }
    /// What staff send for the newest case: the body of a step. The status it was answered with.
    int staff(std::string const& step_json);
    /// Number of cases that are not at their end.
    std::size_t open_cases();
    std::string newest_number();

    /// Very many send, so that devices have to do a little work.
    void is_crowded() {
        m_api->office().demand = server::Demand(1, 10);
        m_api->office().demand.count_case("", m_now);
    }

    Instant now() const { return m_now; }
    void passes(Duration time) { m_now = m_now + time; }

private:
    protocol::Response over_the_network(protocol::Request const& request);
    std::string staff_token();

    Instant m_now = {1'795'183'200'000};
    Network m_network = Network::Works;
    server::MemoryStore m_store;
    std::unique_ptr<server::Api> m_api;
};

} // namespace huiyin::tests
