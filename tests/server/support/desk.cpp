#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>
#include <unistd.h>

namespace huiyin::server::tests {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "huiyin-test-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Office office_with(StoppedClock& clock) {
    auto office = make_office({.secret = Secret(Secret::Bytes{7}), .now = [&clock] { return clock.now; }});
    BOOST_REQUIRE(office);
    return std::move(office).value();
}

std::string good_submission(std::string_view description) {
    return R"({"nature":"complaint","category":"environment.noise","district":"dongcheng","description":")" +
           std::string(description) + R"(","visibility":"anonymous"})";
}

Desk::Desk(CaseStore& cases) : store(cases) {
    auto made = Api::make(office_with(clock), store);
    BOOST_REQUIRE(made);
    api = std::move(made).value();
}

Response Desk::sends(protocol::Method method, std::string target, std::string body,
                     std::vector<protocol::Header> headers) {
    if (!body.empty()) headers.push_back({"Content-Type", "application/json"});
    return api->handle({method, std::move(target), std::move(headers), std::move(body)}, "192.0.2.1");
}

Response Desk::submits(std::string key, std::string body) {
    return sends(protocol::Method::Post, "/api/v1/cases", std::move(body),
                 {{"Idempotency-Key", std::move(key)}});
}

void Desk::has_a_case() {
    Response const response = submits("the-first");
    BOOST_REQUIRE_EQUAL(response.status, 201);
    number = field(response, "number");
    code = field(response, "access_code");
}

Response Desk::asks(protocol::Method method, std::string_view path, std::string body) {
    return sends(method, "/api/v1/cases/" + number + std::string(path), std::move(body),
                 {{"X-Access-Code", code}});
}

protocol::Header Desk::signed_in(StaffMember const& member) {
    std::string const token = new_token();
    auto const writer = std::move(store.writer()).value();
    BOOST_REQUIRE(writer->begin());
    BOOST_REQUIRE(writer->put_staff(member));
    BOOST_REQUIRE(writer->begin_session(api->office().secret.digest_of_token(token), member.name, clock.now));
    BOOST_REQUIRE(writer->commit());
    return {"Authorization", "Bearer " + token};
}

Response Desk::staff_takes(std::string body) {
    return sends(protocol::Method::Post, "/api/v1/staff/cases/" + number + "/steps", std::move(body),
                 {signed_in({"anna", "not used"})});
}

std::string field(Response const& response, std::string_view name) {
    std::string const start = "\"" + std::string(name) + "\":\"";
    auto const at = response.body.find(start);
    if (at == std::string::npos) return {};
    auto const begin = at + start.size();
    return response.body.substr(begin, response.body.find('"', begin) - begin);
}

std::string code_of(Response const& response) { return field(response, "code"); }

std::string wrong(std::string code) {
    code.back() = code.back() == '0' ? '1' : '0';
    return code;
}

} // namespace huiyin::server::tests
