#include "server/api/access.h"
#include "tests/server/support/desk.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <map>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

/// Who asks. A citizen shows an access code: that of the case, or that of the other one.
enum class Asker { Nobody, Citizen, Dispatcher, Unit, Interpreter, Admin };
constexpr std::array askers = {Asker::Nobody, Asker::Citizen,     Asker::Dispatcher,
                               Asker::Unit,   Asker::Interpreter, Asker::Admin};
/// Own: the case opened with its own code, of the member's unit, flagged for interpreters; one's own session.
enum class Object { Own, Others };

/// What each asker gets for an own object and for another's: + stands for being let in, whatever comes then.
struct Expected {
    Method method;
    std::string_view pattern;
    std::string_view body;
    std::array<std::string_view, 6> own;
    std::array<std::string_view, 6> others;
};

using All = std::array<std::string_view, 6>;
//                        nobody citizen dispatcher unit interpreter admin
constexpr All everybody = {"+", "+", "+", "+", "+", "+"};
constexpr All own_code = {"404", "+", "404", "404", "404", "404"};
constexpr All other_code = {"404", "404", "404", "404", "404", "404"};
constexpr All any_staff = {"401", "401", "+", "+", "+", "+"};

constexpr std::string_view answers = R"({"contacted":"yes","resolved":"yes","satisfaction":"neutral"})";
constexpr std::string_view translation =
    R"({"language":"kk","text":"Дайын.","by":"Zhao Min","kind":"person"})";

constexpr Expected table[] = {
    // clang-format off
    {Method::Get, "/healthz", "", everybody, everybody},
    {Method::Get, "/readyz", "", everybody, everybody},
    {Method::Get, "/api/v1/catalog", "", everybody, everybody},
    {Method::Post, "/api/v1/language", R"({"text":"Good morning."})", everybody, everybody},
    {Method::Post, "/api/v1/cases", "{}", everybody, everybody},
    {Method::Get, "/api/v1/cases/{number}", "", own_code, other_code},
    {Method::Post, "/api/v1/cases/{number}/messages", R"({"text":"More."})", own_code, other_code},
    {Method::Put, "/api/v1/cases/{number}/feedback", answers, own_code, other_code},
    {Method::Post, "/api/v1/cases/{number}/reopen", R"({"reason":"Still."})", own_code, other_code},
    {Method::Post, "/api/v1/cases/{number}/withdraw", "{}", own_code, other_code},
    {Method::Get, "/api/v1/cases/{number}/attachments/{id}", "", own_code, other_code},
    {Method::Options, "/api/v1/uploads", "", everybody, everybody},
    {Method::Post, "/api/v1/uploads", "", everybody, everybody},
    {Method::Options, "/api/v1/uploads/{id}", "", everybody, everybody},
    {Method::Head, "/api/v1/uploads/{id}", "", everybody, everybody},
    {Method::Patch, "/api/v1/uploads/{id}", "", everybody, everybody},
    {Method::Delete, "/api/v1/uploads/{id}", "", everybody, everybody},
    // Nobody's password is in the body: the door is the same for all.
    {Method::Post, "/api/v1/staff/sessions", R"({"name":"nobody","password":"nothing"})",
        {"401", "401", "401", "401", "401", "401"}, {"401", "401", "401", "401", "401", "401"}},
    {Method::Post, "/api/v1/staff/password",
        R"({"name":"nobody","password":"nothing","new_password":"seven grey herons"})",
        {"401", "401", "401", "401", "401", "401"}, {"401", "401", "401", "401", "401", "401"}},
    {Method::Get, "/api/v1/staff/sessions", "", any_staff, any_staff},
    {Method::Delete, "/api/v1/staff/sessions", "", any_staff, any_staff},
    {Method::Delete, "/api/v1/staff/sessions/{session}", "", any_staff,
        {"401", "401", "404", "404", "404", "404"}},
    {Method::Get, "/api/v1/staff/cases", "",
        {"401", "401", "+", "+", "+", "403"}, {"401", "401", "+", "+", "+", "403"}},
    {Method::Get, "/api/v1/staff/cases/{number}", "",
        {"401", "401", "+", "+", "+", "403"}, {"401", "401", "+", "404", "404", "403"}},
    {Method::Post, "/api/v1/staff/cases/{number}/steps", R"({"step":"contact"})",
        {"401", "401", "+", "+", "403", "403"}, {"401", "401", "+", "404", "403", "403"}},
    {Method::Put, "/api/v1/staff/cases/{number}/translation", translation,
        {"401", "401", "+", "403", "+", "403"}, {"401", "401", "+", "403", "404", "403"}},
    {Method::Get, "/api/v1/staff/cases/{number}/attachments/{id}", "",
        {"401", "401", "+", "+", "403", "403"}, {"401", "401", "+", "404", "403", "403"}},
    {Method::Get, "/api/v1/staff/members", "",
        {"401", "401", "403", "403", "403", "+"}, {"401", "401", "403", "403", "403", "+"}},
    {Method::Post, "/api/v1/staff/members/{name}/disable", "",
        {"401", "401", "403", "403", "403", "+"}, {"401", "401", "403", "403", "403", "+"}},
    // clang-format on
};

/// Of the case in this language.
std::string attachment_of(std::string_view language) { return std::string(32, language == "kk" ? 'a' : 'b'); }

StaffMember member_for(Asker asker) {
    switch (asker) {
    case Asker::Dispatcher: return {.name = "di", .password_hash = ""};
    case Asker::Unit: return {"un", "", Role::Unit, UnitName{"Own Unit"}};
    case Asker::Interpreter: return {.name = "in", .password_hash = "", .role = Role::Interpreter};
    default: return {.name = "ad", .password_hash = "", .role = Role::Admin};
    }
}

struct Known {
    std::string number;
    std::string code;
};

struct Fixture {
    MemoryStore store;
    Desk desk{store};
    Known own;
    Known others;

    Known has_a_case(std::string_view language, std::string_view unit) {
        std::string const body = R"({"nature":"complaint","category":"environment.noise",)"
                                 R"("district":"dongcheng","address":"Gulou 12","visibility":"confidential",)"
                                 R"("attachments":[{"id":")" +
                                 attachment_of(language) +
                                 R"(","name":"a.png","type":"image/png","bytes":1}],)"
                                 R"("description":"Drilling every night.","language":")" +
                                 std::string(language) +
                                 R"(","contact":{"name":"Lin","phone":"+861065123456"}})";
        Response const receipt = desk.submits(std::string(language), body);
        desk.number = field(receipt, "number");
        BOOST_REQUIRE_EQUAL(desk.staff_takes(R"({"step":"dispatch","note":"Lin is known","unit":")" +
                                             std::string(unit) + "\"}")
                                .status,
                            200);
        return {desk.number, field(receipt, "access_code")};
    }

    Fixture() {
        own = has_a_case("kk", "Own Unit");
        others = has_a_case("en", "Other Unit");
    }

    std::string session_id(protocol::Header const& token) {
        Response const list = desk.sends(Method::Get, "/api/v1/staff/sessions", {}, {token});
        auto const at = list.body.find(R"("is_current":true)");
        auto const id = list.body.rfind(R"("id":)", at) + 5;
        return list.body.substr(id, list.body.find(',', id) - id);
    }

    /// The path with what the object is called.
    std::string target(Expected const& row, Object object, std::vector<protocol::Header> const& shown) {
        std::string path(row.pattern);
        auto const put = [&](std::string_view name, std::string const& value) {
            if (auto const at = path.find(name); at != std::string::npos)
                path.replace(at, name.size(), value);
        };
        put("{number}", object == Object::Own ? own.number : others.number);
        put("{id}", attachment_of(object == Object::Own ? "kk" : "en"));
        put("{name}", "anna");
        if (path.find("{session}") == std::string::npos) return path;
        bool const is_own = object == Object::Own && !shown.empty() && shown.front().name == "Authorization";
        put("{session}", session_id(is_own ? shown.front() : desk.signed_in({"somebody", ""})));
        return path;
    }

    std::vector<protocol::Header> what_is_shown(Asker asker) {
        if (asker == Asker::Nobody) return {};
        if (asker == Asker::Citizen) return {{"X-Access-Code", own.code}};
        return {desk.signed_in(member_for(asker))};
    }

    std::string outcome(Expected const& row, Asker asker, Object object) {
        auto headers = what_is_shown(asker);
        std::string path = target(row, object, headers);
        headers.push_back({"Idempotency-Key", "a key"});
        // From an address of its own, so that nobody is refused for the tries of another.
        static int address = 0;
        if (!row.body.empty()) headers.push_back({"Content-Type", "application/json"});
        int const status = desk.api
                               ->handle({row.method, std::move(path), headers, std::string(row.body)},
                                        "address " + std::to_string(++address))
                               .status;
        bool const is_refused = status == 401 || status == 403 || status == 404 || status == 429;
        return is_refused ? std::to_string(status) : "+";
    }

    void check(Expected const& row, Object object) {
        All const& expected = object == Object::Own ? row.own : row.others;
        for (std::size_t index = 0; index < askers.size(); ++index)
            BOOST_TEST(outcome(row, askers[index], object) == expected[index],
                       name_of_method(row.method) << " " << row.pattern << ", asker " << index
                                                  << (object == Object::Own ? ", own" : ", another's"));
    }
};

Expected const* row_of(Route const& route) {
    auto const* const found = std::find_if(std::begin(table), std::end(table), [&](Expected const& row) {
        return row.method == route.method && row.pattern == route.pattern;
    });
    return found == std::end(table) ? nullptr : found;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_tests, Fixture)

BOOST_AUTO_TEST_CASE(everybody_reaches_what_is_theirs_and_nothing_else) {
    for (Route const& route : routes()) {
        Expected const* const row = row_of(route);
        BOOST_REQUIRE_MESSAGE(row, "who may call " << route.pattern << "?");
        check(*row, Object::Own);
        check(*row, Object::Others);
    }
}

BOOST_AUTO_TEST_CASE(each_route_has_one_row_and_each_row_its_route) {
    for (Route const& route : routes())
        BOOST_TEST(access_to(route), route.pattern);
    std::map<std::string, int> counts;
    for (Access const& access : accesses()) {
        auto const all = routes();
        BOOST_TEST(std::any_of(all.begin(), all.end(),
                               [&](Route const& route) {
                                   return route.method == access.method && route.pattern == access.pattern;
                               }),
                   access.pattern);
        BOOST_TEST(++counts[std::string(name_of_method(access.method)) + std::string(access.pattern)] == 1);
    }
}

BOOST_AUTO_TEST_CASE(each_route_is_described) {
    std::ifstream file(HUIYIN_SOURCE_DIR "/server/openapi.yaml");
    std::string const description(std::istreambuf_iterator<char>(file), {});
    for (Route const& route : routes()) {
        auto const at = description.find("\n  " + std::string(route.pattern) + ":\n");
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, route.pattern);
        std::string const item = description.substr(at, description.find("\n\n", at + 1) - at);
        std::string method(name_of_method(route.method));
        std::transform(method.begin(), method.end(), method.begin(),
                       [](char letter) { return static_cast<char>(std::tolower(letter)); });
        BOOST_TEST(item.find("\n    " + method + ":\n") != std::string::npos, method << route.pattern);
    }
}

BOOST_AUTO_TEST_CASE(only_the_hotline_sees_who_a_confidential_person_is) {
    auto const seen_by = [&](Asker asker) {
        return desk.sends(Method::Get, "/api/v1/staff/cases/" + own.number, {}, what_is_shown(asker)).body;
    };
    BOOST_TEST(seen_by(Asker::Dispatcher).find("+861065123456") != std::string::npos);
    std::string const unit = seen_by(Asker::Unit);
    BOOST_TEST(unit.find("+861065123456") == std::string::npos);
    BOOST_TEST(unit.find("Gulou 12") != std::string::npos);
    std::string const interpreter = seen_by(Asker::Interpreter);
    BOOST_TEST(interpreter.find("Drilling every night.") != std::string::npos);
    for (std::string_view const hidden : {"+861065123456", "Gulou 12", "Lin"})
        BOOST_TEST(interpreter.find(hidden) == std::string::npos, hidden);
    Response const stepped = desk.sends(Method::Post, "/api/v1/staff/cases/" + own.number + "/steps",
                                        R"({"step":"contact"})", what_is_shown(Asker::Unit));
    BOOST_TEST(stepped.status == 200);
    BOOST_TEST(stepped.body.find("+861065123456") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_unit_sees_who_gave_their_name_to_all) {
    std::string const body = R"({"nature":"complaint","category":"environment.noise","district":"dongcheng",)"
                             R"("visibility":"public_name","description":"Drilling every night.",)"
                             R"("contact":{"name":"Lin","phone":"+861065123456"}})";
    desk.number = field(desk.submits("public", body), "number");
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"Own Unit"})").status == 200);
    Response const seen =
        desk.sends(Method::Get, "/api/v1/staff/cases/" + desk.number, {}, what_is_shown(Asker::Unit));
    BOOST_TEST(seen.body.find("+861065123456") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(work_lists_have_what_each_role_reaches) {
    auto const list_of = [&](Asker asker, std::string const& query = {}) {
        return desk.sends(Method::Get, "/api/v1/staff/cases" + query, {}, what_is_shown(asker)).body;
    };
    for (std::string const query : {"", "?stage=dispatched"}) {
        BOOST_TEST(list_of(Asker::Dispatcher, query).find(others.number) != std::string::npos);
        for (Asker const asker : {Asker::Unit, Asker::Interpreter}) {
            BOOST_TEST(list_of(asker, query).find(own.number) != std::string::npos);
            BOOST_TEST(list_of(asker, query).find(others.number) == std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_unit_takes_its_own_steps_and_none_of_the_hotline) {
    auto const takes = [&](std::string const& body) {
        return desk.sends(Method::Post, "/api/v1/staff/cases/" + own.number + "/steps", body,
                          what_is_shown(Asker::Unit));
    };
    BOOST_TEST(takes(R"({"step":"dispatch","unit":"Other Unit"})").status == 403);
    BOOST_TEST(takes(R"({"step":"merge","note":")" + others.number + "\"}").status == 403);
    Response const replied = takes(R"({"step":"reply","reply":{"outcome":"resolved","text":"Done."}})");
    BOOST_TEST(replied.status == 200);
    BOOST_TEST(replied.body.find(R"("may":[])") != std::string::npos);
    BOOST_TEST(takes(R"({"step":"close"})").status == 403);
}

BOOST_AUTO_TEST_CASE(an_interpreter_translates_a_reply_and_the_citizen_reads_it) {
    auto const translates = [&] {
        return desk.sends(Method::Put, "/api/v1/staff/cases/" + own.number + "/translation",
                          std::string(translation), what_is_shown(Asker::Interpreter));
    };
    BOOST_TEST(code_of(translates()) == "not_replied");
    desk.number = own.number, desk.code = own.code;
    BOOST_TEST(desk.staff_takes(R"({"step":"reply","reply":{"outcome":"resolved","text":"Done."}})").status ==
               200);
    BOOST_TEST(translates().status == 200);
    BOOST_TEST(desk.sees().body.find("Дайын.") != std::string::npos);
    Response const nameless =
        desk.sends(Method::Put, "/api/v1/staff/cases/" + own.number + "/translation",
                   R"({"language":"kk","text":"Дайын.","kind":"person"})", what_is_shown(Asker::Interpreter));
    BOOST_TEST(nameless.status == 422);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
