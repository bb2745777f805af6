#include "server/cli/arguments.h"
#include "server/cli/case_text.h"
#include "server/demo/csv.h"
#include "server/demo/demo.h"
#include "server/store/migrations.h"
#include "tests/server/support/authenticator.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"
#include "tests/support/sample_cases.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

/// Where anna comes in, with a new second factor each time, which ends the session from before.
struct Door {
    Client client;
    std::function<std::string()> code;

    Response signs_in(std::string const& password) { return asks("sessions", password, {}); }
    Response changes(std::string const& password, std::string const& to) {
        return asks("password", password, R"(","new_password":")" + to);
    }
    int lists(Response const& session) {
        return client
            .asks(get("/api/v1/staff/cases", "Authorization: Bearer " + field(session, "token") + "\r\n"))
            .status;
    }

private:
    Response asks(std::string const& what, std::string const& password, std::string const& more) {
        return client.asks(post("/api/v1/staff/" + what, R"({"name":"anna","password":")" + password + more +
                                                             R"(","code":")" + code() + R"("})"));
    }
};

struct Fixture {
    Folder folder;
    std::string data = folder.path("data");

    Ended huiyin(std::vector<std::string> words, std::string_view input = {}) {
        words.insert(words.end(), {"--data", data});
        return run_huiyin(std::move(words), input);
    }

    /// A case that a running server has received.
    std::string number_of_a_new_case() {
        ServeProcess server(data);
        Response const receipt =
            Client(server.port()).asks(post("/api/v1/cases", good_submission(), "Idempotency-Key: key\r\n"));
        return field(receipt, "number");
    }

    Door door_to(ServeProcess const& server) {
        return {Client(server.port()), [this] {
                    return Authenticator(huiyin({"staff", "totp", "anna"}).output).next_code();
                }};
    }

    bool says(std::string const& text, std::string_view words) {
        return text.find(words) != std::string::npos;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_case_goes_through_its_life_on_the_command_line) {
    std::string const number = number_of_a_new_case();
    auto const step = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"case", "step", number});
        Ended const ended = huiyin(words);
        return ended.status == 0 ? ended.output : ended.complaints;
    };
    BOOST_TEST(says(huiyin({"case", "list"}).output, number + "  received"));
    BOOST_TEST(says(step({"dispatch", "--unit", "东城区城市管理委员会"}), "dispatched"));
    BOOST_TEST(says(step({"contact"}), "contacted"));
    BOOST_TEST(says(step({"instruct", "--note", "Check at night."}), "instructed"));
    BOOST_TEST(says(step({"handle", "--note", "On site."}), "handling"));
    BOOST_TEST(says(step({"ask_citizen", "--note", "Which building?"}), "awaiting_citizen"));
    BOOST_TEST(says(step({"reply", "--outcome", "unresolvable", "--text", "Not yet."}), "grounds_required"));
    BOOST_TEST(
        says(step({"reply", "--outcome", "unresolvable", "--text", "Not yet.", "--grounds", "No law."}),
             "replied"));
    BOOST_TEST(says(step({"close"}), "closed"));
    std::string const shown = huiyin({"case", "show", number}).output;
    for (std::string_view words :
         {"东城区城市管理委员会", "Check at night.", "On site.", "Which building?", "No law."})
        BOOST_TEST(says(shown, words), words);
}

BOOST_AUTO_TEST_CASE(a_case_shows_its_translation_who_made_it_and_whether_it_needs_an_interpreter) {
    Case subject = huiyin::tests::full_story().subject();
    BOOST_TEST(!says(text_of(subject, {}), "interpreter"));
    subject.needs_interpreter = true;
    subject.written_in = {.tag = LanguageTag{"kk"}, .confidence = 0.97};
    std::string const shown = text_of(subject, {});
    for (std::string_view words :
         {"interpreter    needed", "kk, detected (0.97)", "translated by  Zhao Min (machine), zh-Hans",
          "translation    允许施工。", "grounds        第十二条。", "grounds        Article 12."})
        BOOST_TEST(says(shown, words), words << " is in:\n" << shown);
    BOOST_TEST(says(line_of(subject), "interpreter for kk"));
}

BOOST_AUTO_TEST_CASE(a_step_that_the_table_does_not_allow_is_refused_with_those_it_does) {
    std::string const number = number_of_a_new_case();
    Ended const refused = huiyin({"case", "step", number, "close"});
    BOOST_TEST(refused.status == 1);
    BOOST_TEST(says(refused.complaints, "dispatch, merge"));
    BOOST_TEST(says(huiyin({"case", "list"}).output, "received"));
}

BOOST_AUTO_TEST_CASE(the_command_line_works_beside_a_running_server) {
    ServeProcess server(data);
    Client client(server.port());
    Response const receipt =
        client.asks(post("/api/v1/cases", good_submission(), "Idempotency-Key: key\r\n"));
    std::string const number = field(receipt, "number");
    BOOST_TEST(huiyin({"case", "step", number, "dispatch", "--unit", "Unit"}).status == 0);
    Response const seen = client.asks(
        get("/api/v1/cases/" + number, "X-Access-Code: " + field(receipt, "access_code") + "\r\n"));
    BOOST_TEST(field(seen, "stage") == "dispatched");
}

BOOST_AUTO_TEST_CASE(a_member_who_was_added_changes_the_first_password_and_can_sign_in) {
    Ended const added = huiyin({"staff", "add", "anna"});
    BOOST_TEST(added.status == 0, added.complaints);
    ServeProcess server(data);
    Door door = door_to(server);
    std::string const first = password_in(added);
    BOOST_TEST(code_of(door.signs_in("wrong horse")) == "wrong_credentials");
    BOOST_TEST(code_of(door.signs_in(first)) == "password_to_be_changed");
    BOOST_TEST(door.changes(first, "short").status == 422);
    BOOST_TEST(door.lists(door.changes(first, "correct horse")) == 200);
    BOOST_TEST(door.signs_in(first).status == 401);
    BOOST_TEST(door.lists(door.signs_in("correct horse")) == 200);
}

BOOST_AUTO_TEST_CASE(staff_come_change_and_go_beside_a_running_server) {
    auto const hired = huiyin({"staff", "add", "anna", "--role", "unit", "--unit", "城管委"});
    BOOST_TEST(hired.status == 0, hired.complaints);
    BOOST_TEST(huiyin({"staff", "add", "anna"}).status == 1);
    ServeProcess server(data);
    Door door = door_to(server);
    Response const first = door.changes(password_in(hired), "correct horse");
    BOOST_TEST(door.lists(first) == 200);
    BOOST_TEST(says(huiyin({"staff", "sessions", "anna"}).output, "since "));
    // Whatever changes who somebody is ends their sessions.
    Ended const given = huiyin({"staff", "password", "anna"});
    BOOST_TEST(given.status == 0);
    BOOST_TEST(door.lists(first) == 401);
    BOOST_TEST(door.signs_in("correct horse").status == 401);
    Response const second = door.changes(password_in(given), "another horse");
    BOOST_TEST(huiyin({"staff", "role", "anna", "--role", "interpreter"}).status == 0);
    BOOST_TEST(door.lists(second) == 401);
    Response const third = door.signs_in("another horse");
    BOOST_TEST(field(third, "role") == "interpreter");
    BOOST_TEST(huiyin({"staff", "end", "anna"}).status == 0);
    BOOST_TEST(door.lists(third) == 401);
    BOOST_TEST(huiyin({"staff", "disable", "anna"}).status == 0);
    BOOST_TEST(door.signs_in("another horse").status == 401);
    BOOST_TEST(huiyin({"staff", "list"}).output == "anna  interpreter, second factor, disabled\n");
    BOOST_TEST(huiyin({"staff", "enable", "anna"}).status == 0);
    BOOST_TEST(door.signs_in("another horse").status == 201);
    BOOST_TEST(huiyin({"staff", "totp", "anna"}).output.starts_with("otpauth://totp/Huiyin:anna?secret="));
    door.code = [] { return std::string(); };
    BOOST_TEST(door.signs_in("another horse").status == 401);
    BOOST_TEST(huiyin({"staff", "disable", "nobody"}).status == 1);
}

BOOST_AUTO_TEST_CASE(a_command_line_that_is_not_understood_says_so_in_plain_words) {
    using Words = std::vector<std::string>;
    for (Words const& words : {Words{},
                               {"bake"},
                               {"serve", "--port", "high"},
                               {"serve", "--port"},
                               {"serve", "--threads", "0"},
                               {"serve", "now"},
                               {"serve", "--mail", "sendmail -t"},
                               {"staff"},
                               {"staff", "add"},
                               {"staff", "add", "anna", "--role", "king"},
                               {"staff", "add", "anna", "--role", "unit"},
                               {"staff", "add", "anna", "--unit", "Unit"},
                               {"staff", "disable"},
                               {"staff", "list", "anna"},
                               {"case"},
                               {"case", "show"},
                               {"case", "show", "HY1"},
                               {"case", "step", "HY20261119-000001-3"},
                               {"case", "list", "--stage", "lost"},
                               {"case", "list", "--limit", "0"}}) {
        Ended const ended = run_huiyin(words);
        BOOST_TEST(ended.status == 2, (words.empty() ? "nothing" : words.back()));
        BOOST_TEST(!ended.complaints.empty());
    }
    BOOST_TEST(run_huiyin({"serve", "--help"}).status == 0);
    BOOST_TEST(run_huiyin({"--help"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_database_of_a_newer_program_is_refused_in_plain_words) {
    number_of_a_new_case();
    Database raw = std::move(Database::open(data + "/huiyin.db", OpenMode::ReadWrite)).value();
    BOOST_REQUIRE(raw.execute("PRAGMA user_version = " + std::to_string(newest_schema() + 1)));
    Ended const ended = huiyin({"serve", "--port", "0"});
    BOOST_TEST(ended.status == 1);
    BOOST_TEST(says(ended.complaints, "start the newer program"));
}

BOOST_AUTO_TEST_CASE(a_secret_that_others_can_read_is_refused) {
    number_of_a_new_case();
    struct stat status = {};
    BOOST_REQUIRE(stat((data + "/secret").c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600U);
    BOOST_REQUIRE(chmod((data + "/secret").c_str(), 0644) == 0);
    Ended const ended = huiyin({"serve", "--port", "0"});
    BOOST_TEST(ended.status == 1);
    BOOST_TEST(says(ended.complaints, "0600"));
}

BOOST_AUTO_TEST_CASE(demonstration_cases_fill_an_empty_database_and_no_other) {
    BOOST_TEST(says(run_demo_filler({"--data", data}).output, "Demonstration case HY"));
    std::string const listed = huiyin({"case", "list"}).output;
    BOOST_TEST(std::count(listed.begin(), listed.end(), '\n') >= 5);
    BOOST_TEST(!says(run_demo_filler({"--data", data}).output, "Demonstration case"));
    BOOST_TEST(huiyin({"case", "list"}).output == listed);
}

BOOST_AUTO_TEST_CASE(a_server_in_service_knows_no_demonstration_case) {
    BOOST_TEST(huiyin({"serve", "--demo"}).status == 2);
    std::ifstream program(HUIYIN_PROGRAM, std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(program), {});
    std::string_view const csv = built_in_demo_csv();
    std::string_view const piece = csv.substr(csv.size() / 2, 40);
    BOOST_REQUIRE(says(bytes, "huiyin serve"));
    BOOST_TEST(!says(bytes, piece));
}

BOOST_AUTO_TEST_CASE(the_secret_comes_from_the_systems_keeper_of_credentials_where_there_is_one) {
    std::string const number = number_of_a_new_case();
    std::string const kept = data + "/kept";
    BOOST_REQUIRE(mkdir(kept.c_str(), 0700) == 0);
    BOOST_REQUIRE(rename((data + "/secret").c_str(), (kept + "/huiyin-secret").c_str()) == 0);
    setenv("CREDENTIALS_DIRECTORY", kept.c_str(), 1);
    {
        ServeProcess const server(data);
        BOOST_TEST(says(huiyin({"case", "list"}).output, number));
    }
    unsetenv("CREDENTIALS_DIRECTORY");
    BOOST_TEST(access((data + "/secret").c_str(), F_OK) != 0);
    BOOST_TEST(huiyin({"serve", "--port", "0"}).status == 1);
}

BOOST_AUTO_TEST_CASE(open_data_of_another_city_becomes_cases_with_their_own_times) {
    constexpr auto csv = "case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_"
                         "title,subject,reason,type,queue,department,neighborhood,source\n"
                         "1,2022-01-21 13:47:00,,,OVERDUE,Open, ,\"Loud, late\",Police,Noise "
                         "Disturbance,Loud Parties,Q,INFO,Roxbury,Self Service\n"
                         "2,2022-01-19 11:18:00,,2022-01-19 11:42:16,ONTIME,Closed,Case Closed. Closed date "
                         ": Wed Jan 19 11:42:16 EST 2022 Noted ,Pothole,Works,Highway Maintenance,Request "
                         "for Pothole Repair,Q,PWDx,Roxbury,Citizens Connect App\n";
    StoppedClock clock;
    Office const office = office_with(clock);
    MemoryStore store;
    auto const keys = fill_with_demo(office, store, demo_cases(csv, office.city, clock.now));
    BOOST_REQUIRE(keys);
    BOOST_REQUIRE_EQUAL(keys->size(), 2U);
    auto const reader = std::move(store.reader()).value();
    Case const pothole = reader->find(keys->front().number).value().value();
    BOOST_TEST((pothole.stage == Stage::Closed));
    BOOST_TEST(pothole.submission.category.value == "transport.roads");
    BOOST_TEST((pothole.created_at == parse_rfc3339("2022-01-19T16:18:00Z")));
    BOOST_TEST((pothole.reply->outcome == Outcome::Partial));
    Case const noise = reader->find(keys->back().number).value().value();
    BOOST_TEST((noise.stage == Stage::Handling));
    BOOST_TEST(noise.submission.description == "Loud Parties: Loud, late.");
    BOOST_TEST((state_of(noise.clocks.back(), clock.now) == ClockState::Overdue));
    BOOST_TEST(noise.submission.district.value == pothole.submission.district.value);
}

BOOST_AUTO_TEST_CASE(the_own_demonstration_cases_are_in_order) {
    StoppedClock clock;
    Office const office = office_with(clock);
    MemoryStore store;
    auto const keys = fill_with_demo(office, store, demo_cases(built_in_demo_csv(), office.city, clock.now));
    BOOST_REQUIRE_MESSAGE(keys, (keys ? "" : keys.error().detail));
    BOOST_TEST(keys->size() >= 10U);
}

BOOST_AUTO_TEST_CASE(tables_are_read_with_their_quotes) {
    auto const rows = read_csv("a,b\r\n\"one, \"\"two\"\"\nthree\",\r\n\nx\n");
    BOOST_REQUIRE_EQUAL(rows.size(), 2U);
    BOOST_TEST(value_in(rows[0], "a") == "one, \"two\"\nthree");
    BOOST_TEST(value_in(rows[0], "b") == "");
    BOOST_TEST(value_in(rows[1], "a") == "x");
    BOOST_TEST(read_csv("").empty());
    BOOST_TEST(read_csv("a,b").empty());
}

BOOST_AUTO_TEST_CASE(options_may_stand_anywhere_and_the_last_one_counts) {
    Arguments arguments({"step", "--unit", "a", "HY", "--unit=b", "--loud"});
    BOOST_TEST(arguments.option("--unit").value() == "b");
    BOOST_TEST(arguments.next_word().value() == "step");
    BOOST_TEST(arguments.next_word().value() == "HY");
    BOOST_TEST(arguments.complaint().value() == "\"--loud\" is not understood here.");
    BOOST_TEST(arguments.flag("--loud"));
    BOOST_TEST(!arguments.complaint().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
