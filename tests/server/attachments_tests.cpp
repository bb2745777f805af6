// Files of citizens and the cases that they belong to.
#include "tests/server/support/citizen.h"
#include "tests/server/support/pictures.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <limits>
#include <thread>

namespace huiyin::server::tests {

namespace {

using namespace std::string_literals;

struct Fixture {
    RunningServer server;
    Citizen citizen{server};
    std::string const id = id_of('a');

    std::optional<Upload> upload_of(std::string const& which) {
        return server.store.reader().value()->upload_of({which}).value();
    }
    Office office_with_files() {
        Office office = office_with(server.clock);
        office.files = server.uploads.get();
        return office;
    }
    /// Until this one is stored.
    void looks_for_whole_files(std::string const& which) {
        auto const looks = std::move(Dispatcher::make(office_with_files(), server.store)).value();
        while (upload_of(which).value().state != AttachmentState::Stored)
            std::this_thread::yield();
    }
    /// Its time is over.
    void waits_too_long(std::string const& which) {
        Office office = office_with_files();
        Change const change = forgetting(office, upload_of(which).value());
        auto const writer = std::move(server.store.writer()).value();
        BOOST_TEST(perform(office, *writer, {&change}).front().status == 204);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(attachments_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_picture_that_arrived_before_the_case_belongs_to_it) {
    citizen.sends(citizen.begins(id));
    BOOST_TEST(citizen.submits({id}).status == 201);
    BOOST_TEST(citizen.state() == "stored");
    Response const opened = citizen.opens(id);
    BOOST_TEST(opened.status == 200);
    BOOST_TEST((opened.body == picture));
}

BOOST_AUTO_TEST_CASE(a_picture_that_travels_still_when_the_case_is_sent_joins_it) {
    std::string const target = citizen.begins(id);
    citizen.submits({id});
    BOOST_TEST(citizen.state() == "waiting");
    BOOST_TEST(citizen.opens(id).status == 409);
    BOOST_TEST(citizen.sends(target).status == 204);
    BOOST_TEST(citizen.state() == "stored");
    BOOST_TEST((citizen.opens(id).body == picture));
}

BOOST_AUTO_TEST_CASE(a_picture_that_was_begun_after_the_case_joins_it) {
    citizen.submits({id});
    BOOST_TEST(citizen.state() == "waiting");
    citizen.sends(citizen.begins(id));
    BOOST_TEST(citizen.state() == "stored");
}

BOOST_AUTO_TEST_CASE(while_the_disk_is_nearly_full_files_wait_and_cases_are_taken) {
    std::string const target = citizen.begins(id);
    server.uploads->leave_to_the_cases(std::numeric_limits<std::uintmax_t>::max());
    Response const answer = citizen.sends(target);
    BOOST_TEST(answer.status == 503);
    BOOST_TEST(answer.header("Retry-After").has_value());
    BOOST_TEST(!server.uploads->has(upload_of(id)->name));
    BOOST_TEST(citizen.submits({id}).status == 201);
    BOOST_TEST(citizen.state() == "waiting");
    server.uploads->leave_to_the_cases(0);
    BOOST_TEST(citizen.sends(target).status == 204);
    BOOST_TEST((citizen.opens(id).body == picture));
}

BOOST_AUTO_TEST_CASE(a_picture_begun_anew_takes_the_place_of_its_first_half) {
    std::string const first = citizen.begins(id);
    citizen.submits({id});
    std::string const second = citizen.begins(id);
    BOOST_TEST(citizen.sends(first).status == 404);
    BOOST_TEST(citizen.sends(second).status == 204);
    BOOST_TEST(citizen.state() == "stored");
    BOOST_TEST(server.uploads->names().size() == 1U);
    BOOST_TEST(citizen.begins(id) == "");
}

BOOST_AUTO_TEST_CASE(who_begins_what_is_there_is_told_its_state) {
    citizen.sends(citizen.begins(id));
    Response const answer = citizen.says("POST", "/api/v1/uploads",
                                         "Upload-Length: 3000\r\nUpload-Metadata: id " + base64(id) +
                                             ",filetype " + base64("image/png") + "\r\n");
    BOOST_TEST(answer.status == 409);
    BOOST_TEST(answer.header("Attachment-State").value_or("") == "stored");
}

BOOST_AUTO_TEST_CASE(the_same_submission_sent_again_is_one_case_with_its_pictures) {
    citizen.sends(citizen.begins(id));
    citizen.submits({id});
    std::string const number = citizen.number;
    BOOST_TEST(citizen.submits({id}).status == 201);
    BOOST_TEST(citizen.number == number);
}

BOOST_AUTO_TEST_CASE(nobody_takes_the_picture_of_another_case) {
    citizen.sends(citizen.begins(id));
    citizen.submits({id});
    Citizen thief{server};
    Response const refused = thief.submits({id}, "another-key");
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(says(refused, "attachments.id"));
}

BOOST_AUTO_TEST_CASE(a_picture_opens_with_its_own_case_and_code_only) {
    citizen.sends(citizen.begins(id));
    citizen.submits({id});
    Citizen other{server};
    other.submits({}, "another-key");
    BOOST_TEST(other.opens(id).status == 404);
    BOOST_TEST(code_of(other.opens(id)) == "attachment_not_found");
    other.number = citizen.number;
    BOOST_TEST(code_of(other.opens(id)) == "case_not_found");
    BOOST_TEST(server.asks(get("/api/v1/staff/cases/" + citizen.number + "/attachments/" + id)).status ==
               401);
}

BOOST_AUTO_TEST_CASE(a_file_is_given_to_be_saved_and_never_to_be_run) {
    citizen.sends(citizen.begins(id));
    citizen.submits({id});
    Response const opened = citizen.opens(id);
    auto const header = [&](std::string_view name) { return std::string(opened.header(name).value_or("")); };
    BOOST_TEST(header("Content-Type") == "image/png");
    BOOST_TEST(header("Content-Disposition") == "attachment; filename*=UTF-8''%E5%9C%A8%20%22night%22.png");
    BOOST_TEST(header("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'; sandbox");
    BOOST_TEST(header("X-Content-Type-Options") == "nosniff");
    BOOST_TEST(header("Cache-Control") == "no-store");
}

BOOST_AUTO_TEST_CASE(a_file_is_given_back_under_a_name_of_its_kind) {
    citizen.sends(citizen.begins(id));
    std::string body = submission_with({id});
    body.replace(body.find("night\\\".png"), 11, "bill.html");
    Response const receipt = server.asks(post("/api/v1/cases", body, "Idempotency-Key: key\r\n"));
    citizen.number = field(receipt, "number");
    citizen.code = field(receipt, "access_code");
    Response const file = citizen.opens(id);
    auto const name = file.header("Content-Disposition").value_or("");
    BOOST_TEST(name.ends_with("bill.html.png"), name);
}

BOOST_AUTO_TEST_CASE(staff_open_the_files_of_a_case) {
    citizen.sends(citizen.begins(id));
    citizen.submits({id});
    auto writer = std::move(server.store.writer()).value();
    std::string const token = new_token();
    BOOST_REQUIRE(writer->begin() && writer->put_staff({"anna", "not used"}) &&
                  writer->begin_session(office_with(server.clock).secret.digest_of_token(token), "anna",
                                        server.clock.now) &&
                  writer->commit());
    Response const opened = server.asks(get("/api/v1/staff/cases/" + citizen.number + "/attachments/" + id,
                                            "Authorization: Bearer " + token + "\r\n"));
    BOOST_TEST(opened.status == 200);
    BOOST_TEST((opened.body == picture));
}

BOOST_AUTO_TEST_CASE(a_case_has_at_most_six_files_and_each_once) {
    std::vector<std::string> ids;
    for (char const* digit = "abcdef12"; *digit; ++digit) {
        ids.push_back(id_of(*digit));
        citizen.sends(citizen.begins(ids.back()));
    }
    Response const refused = citizen.submits(ids);
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(says(refused, R"("errors":[{"field":"attachments","code":"too_many"}])"), refused.body);
    ids.pop_back();
    BOOST_TEST(says(citizen.submits(ids), "too_many"));
    BOOST_TEST(says(citizen.submits({id, id}), "invalid"));
    BOOST_TEST(says(citizen.submits({"../../secret"}), "attachments.id"));
    ids.pop_back();
    BOOST_TEST(citizen.submits(ids).status == 201);
}

BOOST_AUTO_TEST_CASE(who_says_of_a_file_that_it_is_here_is_told_when_it_is_not) {
    std::string const other = id_of('b');
    std::string const target = citizen.begins(id);
    citizen.sends(citizen.begins(other));
    for (char const* state : {"stored", "checking"}) {
        Response const refused = citizen.submits({id, other}, "key", R"(,"state":")"s + state + '"');
        BOOST_TEST(refused.status == 422);
        BOOST_TEST(says(refused, R"("errors":[{"field":"attachments.)" + id + R"(","code":"expired"}])"),
                   refused.body);
    }
    citizen.sends(target);
    BOOST_TEST(citizen.submits({id, other}, "key", R"(,"state":"stored")").status == 201);
    BOOST_TEST((citizen.opens(id).body == picture));
}

BOOST_AUTO_TEST_CASE(who_was_told_that_all_of_a_file_has_come_need_not_wait_until_it_is_looked_at) {
    // The line has doubled the last part: each of both took the file from the other, and nobody has looked at
    // it yet.
    std::string const target = citizen.begins(id);
    auto writing =
        std::move(server.uploads->write(upload_of(id)->name, UploadFiles::Bytes::KeptAsTheyCome)).value();
    BOOST_TEST(writing->append(picture).is_ok());
    writing.reset();
    Response const told = citizen.says("HEAD", target, "");
    BOOST_TEST(told.header("Upload-Offset").value_or("") == "3000");
    BOOST_TEST(!told.header("Attachment-State").has_value());
    BOOST_TEST(citizen.submits({id}, "key", R"(,"state":"stored")").status == 201);
    BOOST_TEST(citizen.state() == "waiting");
    looks_for_whole_files(id);
    BOOST_TEST(citizen.state() == "stored");
    BOOST_TEST((citizen.opens(id).body == picture));
}

BOOST_AUTO_TEST_CASE(a_case_is_not_taken_without_a_file_that_waited_too_long_for_it) {
    std::string const target = citizen.begins(id);
    citizen.sends(target);
    waits_too_long(id);
    BOOST_TEST(server.uploads->names().empty());
    for (auto const& method : {"PATCH"s, "POST"s})
        BOOST_TEST(citizen
                       .says(method, target,
                             "X-HTTP-Method-Override: " + (method == "POST" ? "HEAD"s : method) +
                                 "\r\nContent-Type: application/offset+octet-stream\r\n" +
                                 "Upload-Offset: 3000\r\n")
                       .status == 404);
    Response const refused = citizen.submits({id});
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(says(refused, R"("errors":[{"field":"attachments.)" + id + R"(","code":"expired"}])"),
               refused.body);
    BOOST_TEST(citizen.submits({}, "without").status == 201);
    BOOST_TEST(citizen.sends(citizen.begins(id)).status == 204);
    BOOST_TEST(citizen.submits({id}).status == 201);
    BOOST_TEST((citizen.opens(id).body == picture));
}

BOOST_AUTO_TEST_CASE(that_a_file_was_here_is_forgotten_in_its_turn) {
    citizen.sends(citizen.begins(id));
    waits_too_long(id);
    waits_too_long(id);
    BOOST_TEST(!upload_of(id).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_of_a_case_that_was_deleted_is_not_remembered) {
    citizen.sends(citizen.begins(id));
    auto const writer = std::move(server.store.writer()).value();
    Upload let_go = upload_of(id).value();
    let_go.expires_at = {};
    BOOST_REQUIRE(writer->begin() && writer->put_upload(let_go) && writer->commit());
    waits_too_long(id);
    BOOST_TEST(!upload_of(id).has_value());
    BOOST_TEST(server.uploads->names().empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_belongs_to_a_case_cannot_be_taken_back) {
    std::string const target = citizen.begins(id);
    citizen.submits({id});
    BOOST_TEST(citizen.says("DELETE", target, "").status == 409);
    citizen.sends(target);
    BOOST_TEST(citizen.says("DELETE", target, "").status == 409);
    BOOST_TEST(citizen.opens(id).status == 200);
}

BOOST_AUTO_TEST_CASE(a_case_says_that_a_file_is_not_what_it_was_called) {
    std::string const target = citizen.begins(id);
    citizen.submits({id});
    BOOST_TEST((citizen.sends(target, std::string(3'000, '<')).header("Attachment-State") == "broken"));
    BOOST_TEST(citizen.state() == "broken");
    BOOST_TEST(citizen.opens(id).status == 404);
    BOOST_TEST(server.uploads->names().empty());
}

BOOST_AUTO_TEST_CASE(a_late_look_at_a_file_takes_nothing_away_that_is_stored) {
    citizen.begins(id);
    auto const writer = std::move(server.store.writer()).value();
    auto upload = writer->upload_of({id}).value();
    BOOST_REQUIRE(upload);
    Office office = office_with_files();
    BOOST_REQUIRE(server.uploads->write(upload->name, UploadFiles::Bytes::KeptAsTheyCome)
                      .value()
                      ->append(std::string(3'000, '<')));
    Prepared looked_at = settling(office, *upload);
    // Somebody else's look was earlier, and found a file that is what it was called.
    upload->state = AttachmentState::Stored;
    BOOST_REQUIRE(writer->begin() && writer->put_upload(*upload) && writer->commit());
    auto const& change = std::get<Change>(looked_at.value());
    BOOST_TEST(perform(office, *writer, {&change}).front().status == 204);
    BOOST_TEST(server.uploads->has(upload->name));
}

BOOST_AUTO_TEST_CASE(who_is_at_the_last_part_keeps_the_file_while_whole_files_are_looked_for) {
    std::string const other = id_of('b');
    citizen.begins(id);
    citizen.begins(other);
    auto const writes = [this](std::string const& which) {
        std::string const name = upload_of(which).value().name;
        auto writing = std::move(server.uploads->write(name, UploadFiles::Bytes::KeptAsTheyCome)).value();
        BOOST_TEST(writing->append(picture).is_ok());
        return writing;
    };
    auto const last_part = writes(id);
    writes(other).reset();
    looks_for_whole_files(other);
    BOOST_TEST(last_part->keep().is_ok());
}

BOOST_AUTO_TEST_CASE(the_answer_to_the_last_part_waits_for_its_commit) {
    // What was acknowledged is there for a reader that asks at once.
    std::string const target = citizen.begins(id);
    BOOST_TEST((citizen.sends(target).header("Attachment-State") == "stored"));
    auto const reader = std::move(server.store.reader()).value();
    auto const upload = reader->upload_of({id}).value();
    BOOST_REQUIRE(upload);
    BOOST_TEST((upload->state == AttachmentState::Stored));
    BOOST_TEST(upload->digest.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sent_file_tests)

namespace {

/// A case with a film of 20 MB, more than the buffers of a connection take.
struct Film {
    RunningServer server;
    Citizen citizen{server};
    std::string const id = id_of('a');
    std::string const film = picture + std::string(20'000'000 - 3'000, 'x');

    explicit Film(HttpLimits limits) : server(limits) {
        citizen.sends(citizen.begins(id));
        citizen.submits({id});
        std::string const name = server.store.reader().value()->upload_of({id}).value()->name;
        BOOST_REQUIRE(server.uploads->write(name, UploadFiles::Bytes::KeptAsTheyCome)
                          .value()
                          ->append(std::string_view(film).substr(3'000)));
    }
    std::string logged() {
        server.log->flush();
        std::ifstream stream(server.folder.path("log"), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    Client asks_for_it() const {
        constexpr int little_room = 64 * 1024;
        Client client(server.http->port(), little_room);
        client.says(get("/api/v1/cases/" + citizen.number + "/attachments/" + id,
                        "X-Access-Code: " + citizen.code + "\r\n"));
        return client;
    }
};

using namespace std::chrono_literals;

} // namespace

BOOST_AUTO_TEST_CASE(a_large_file_comes_whole_over_a_line_too_slow_for_one_deadline) {
    Film const film({.write_time = 1s});
    Client client = film.asks_for_it();
    auto const begin = std::chrono::steady_clock::now();
    for (std::size_t received = 1'000'000; received <= 13'000'000; received += 1'000'000) {
        BOOST_REQUIRE(client.has_received(received));
        // The slow line.
        std::this_thread::sleep_for(100ms);
    }
    BOOST_TEST((std::chrono::steady_clock::now() - begin > 1s));
    Response const whole = client.hears();
    BOOST_TEST(whole.status == 200);
    BOOST_TEST((whole.body == film.film));
}

BOOST_AUTO_TEST_CASE(who_stops_reading_a_file_is_let_go) {
    Film const film({.write_time = 200ms, .stop_time = 60s});
    Client client = film.asks_for_it();
    BOOST_REQUIRE(client.has_received(100'000));
    auto const begin = std::chrono::steady_clock::now();
    // Waits until every connection has ended.
    film.server.http->stop();
    BOOST_TEST((std::chrono::steady_clock::now() - begin < 60s));
    BOOST_TEST(client.hears().status == 0);
}

BOOST_AUTO_TEST_CASE(of_a_file_that_nobody_reads_the_kernel_holds_little) {
    Film film({.write_time = 200ms, .stop_time = 60s});
    Client client = film.asks_for_it();
    BOOST_REQUIRE(client.has_received(1));
    film.server.http->stop();
    // What was left with the kernel counts as sent.
    std::string const log = film.logged();
    constexpr std::string_view name = R"("bytes":)";
    std::size_t const sent = std::stoul(log.substr(log.rfind(name) + name.size()));
    BOOST_TEST(sent < 1'000'000U, log);
}

BOOST_AUTO_TEST_CASE(a_file_that_ends_too_early_is_in_the_log_with_the_bytes_that_were_sent) {
    Film film({});
    Client client = film.asks_for_it();
    BOOST_REQUIRE(client.has_received(100'000));
    std::filesystem::resize_file(film.server.uploads->path(film.server.uploads->names().front()), 12'000'000);
    BOOST_TEST(client.hears().status == 0);
    std::string const log = film.logged();
    BOOST_TEST(log.find(R"("event":"file_unusable")") != std::string::npos, log);
    BOOST_TEST(log.find(R"("bytes":12000000)") != std::string::npos, log);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_is_a_failure_of_ours_and_its_head_says_how_long_it_is) {
    Film film({});
    std::string const target = "/api/v1/cases/" + film.citizen.number + "/attachments/" + film.id;
    Client client = film.server.client();
    client.says("HEAD " + target + " HTTP/1.1\r\nHost: h\r\nX-Access-Code: " + film.citizen.code +
                "\r\n\r\n");
    BOOST_TEST(client.hears(true).header("Content-Length").value_or("") == "20000000");
    BOOST_TEST(client.asks(get("/healthz")).status == 200);
    film.server.uploads->remove(film.server.uploads->names().front());
    BOOST_TEST(film.citizen.opens(film.id).status == 503);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
