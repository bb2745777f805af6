#include "tests/journeys/joined.h"

#include "server/api/office.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::tests {

namespace {

constexpr std::string_view clerk = "clerk";

void hire(server::CaseStore& store) {
    auto writer = store.writer();
    BOOST_REQUIRE(writer.is_ok());
    server::CaseWriter& desk = **writer;
    BOOST_REQUIRE(desk.begin().is_ok());
    BOOST_REQUIRE(desk.put_staff({std::string(clerk), "unused"}).is_ok());
    BOOST_REQUIRE(desk.commit().is_ok());
}

} // namespace

Joined::Joined() {
    hire(m_store);
    auto office = server::make_office(
        {.secret = server::Secret(server::Secret::Bytes{7}), .now = [this] { return m_now; }});
    BOOST_REQUIRE(office.is_ok());
    auto api = server::Api::make(std::move(office).value(), m_store);
    BOOST_REQUIRE(api.is_ok());
    m_api = std::move(api).value();
}

Backend Joined::backend() {
    return [this](protocol::Request const& request) { return over_the_network(request); };
}

protocol::Response Joined::over_the_network(protocol::Request const& request) {
    switch (m_network) {
    case Network::Works: return m_api->handle(request);
    case Network::Offline: return {.status = 0};
    case Network::LosesAnswers: return m_api->handle(request), protocol::Response{.status = 0};
    case Network::TimesOut: return {.status = 0, .body = std::string(protocol::timed_out)};
    case Network::SaysNonsense: return {.status = 201, .body = "<html>Welcome to the hotel</html>"};
    case Network::Fails: return {.status = 500, .body = "oops"};
    }
    return {};
}

std::string Joined::staff_token() {
    std::string const token = server::new_token();
    auto const desk = std::move(m_store.writer()).value();
    BOOST_REQUIRE(desk->begin().is_ok());
    auto const digest = m_api->office().secret.digest_of_token(token);
    BOOST_REQUIRE(desk->begin_session(digest, clerk, m_now).is_ok());
    BOOST_REQUIRE(desk->commit().is_ok());
    return "Bearer " + token;
}

int Joined::staff(std::string const& step_json) {
    return m_api
        ->handle({.method = protocol::Method::Post,
                  .target = "/api/v1/staff/cases/" + newest_number() + "/steps",
                  .headers = {{"Authorization", staff_token()}, {"Content-Type", "application/json"}},
                  .body = step_json})
        .status;
}

std::size_t Joined::open_cases() {
    auto reader = m_store.reader();
    auto const list = (*reader)->work_list({});
    BOOST_REQUIRE(list.is_ok());
    return list->cases.size();
}

std::string Joined::newest_number() {
    auto reader = m_store.reader();
    auto const list = (*reader)->work_list({});
    BOOST_REQUIRE(list.is_ok() && !list->cases.empty());
    return std::ranges::max(list->cases, {}, [](Case const& subject) { return subject.number; })
        .number.text();
}

} // namespace huiyin::tests
