// Each MUST of tus 1.0 (https://tus.io/protocols/resumable-upload) and of the extensions that are announced.
#include "server/files/checksum.h"
#include "tests/server/support/citizen.h"
#include "tests/server/support/pictures.h"

#include <boost/test/unit_test.hpp>
#include <thread>

namespace huiyin::server::tests {

namespace {

using namespace std::string_literals;

std::string sha1(std::string_view bytes) {
    auto checksum = Checksum::of("sha1");
    checksum->put(bytes);
    return checksum->finish();
}

/// A file that many connections are about at once, and what each found.
struct Racing {
    enum class End { Whole, Ended };

    std::string target;
    End end;
    std::string sent = {};
    std::string looked = {};
    std::string ended = {};
};

/// A client of tus that says exactly what a test wants.
struct Fixture {
    RunningServer server;
    std::string const content = png(100'000);
    std::string const version = "Tus-Resumable: 1.0.0\r\n";

    std::string metadata(std::string const& type = "image/png", std::string const& more = {}) const {
        return "Upload-Metadata: filename " + base64("a b.png") + ",filetype " + base64(type) + more + "\r\n";
    }

    Response says(std::string const& method, std::string const& target, std::string const& lines,
                  std::string const& body = {}) const {
        Client client = server.client();
        client.says(method + " " + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n" + lines + "\r\n" + body);
        return client.hears(method == "HEAD");
    }

    Response creates(std::string const& lines) const {
        return says("POST", "/api/v1/uploads", version + lines);
    }

    std::string created() const {
        Response const answer =
            creates("Upload-Length: " + std::to_string(content.size()) + "\r\n" + metadata());
        BOOST_REQUIRE_EQUAL(answer.status, 201);
        return std::string(answer.header("Location").value_or(""));
    }

    static std::string patch_lines(std::size_t offset) {
        return "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + std::to_string(offset) +
               "\r\n";
    }

    Response patches(std::string const& target, std::size_t offset, std::string const& bytes,
                     std::string const& more = {}) const {
        return says("PATCH", target, version + patch_lines(offset) + more, bytes);
    }

    Response heads(std::string const& target) const { return says("HEAD", target, version); }
    std::string offset_of(std::string const& target) const {
        return std::string(heads(target).header("Upload-Offset").value_or("none"));
    }
    /// A piece after the other, from where the server says it is, until it is whole or gone.
    std::string sends_pieces(std::string const& target) const {
        constexpr std::size_t piece = 10'000;
        for (std::size_t offset = 0; offset < content.size();) {
            Response const answer = patches(target, offset, content.substr(offset, piece));
            if (answer.status == 404) return "ended";
            if (answer.status != 204 && answer.status != 409) return std::to_string(answer.status);
            std::string const next = answer.status == 204
                                         ? std::string(answer.header("Upload-Offset").value_or("none"))
                                         : offset_of(target);
            if (next == "none") return "ended";
            offset = std::stoul(next);
        }
        return "whole";
    }

    /// Until it is whole or gone.
    std::string sees_true_offsets(std::string const& target) const {
        for (std::size_t last = 0; last < content.size();) {
            std::string const text = offset_of(target);
            if (text == "none") return "true";
            std::size_t const offset = std::stoul(text);
            if (offset < last || offset > content.size()) return text + " behind " + std::to_string(last);
            last = offset;
        }
        return "true";
    }

    /// What is wrong about it.
    std::string is_ended_midway(std::string const& target) const {
        while (offset_of(target) == "0")
            std::this_thread::yield();
        if (int const status = says("DELETE", target, version).status; status != 204)
            return "DELETE " + std::to_string(status);
        if (heads(target).status != 404) return "HEAD";
        if (patches(target, 0, "x").status != 404) return "PATCH";
        return server.uploads->has(target.substr(target.rfind('/') + 1)) ? "its bytes are there" : "";
    }

    std::string stored(std::string const& target) const {
        return server.uploads->content(target.substr(target.rfind('/') + 1)).value();
    }
};

bool has(Response const& response, std::string_view name, std::string_view value) {
    return response.header(name) == value;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(tus_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_file_that_comes_in_two_parts_is_whole) {
    std::string const target = created();
    Response const first = patches(target, 0, content.substr(0, 60'000));
    BOOST_TEST(first.status == 204);
    BOOST_TEST(has(first, "Upload-Offset", "60000"));
    BOOST_TEST(has(patches(target, 60'000, content.substr(60'000)), "Upload-Offset", "100000"));
    BOOST_TEST((stored(target) == content));
    BOOST_TEST(has(heads(target), "Attachment-State", "stored"));
}

// Core: "The Tus-Resumable header MUST be included in every request and response except for OPTIONS
// requests."
BOOST_AUTO_TEST_CASE(every_answer_says_the_version) {
    std::string const target = created();
    for (Response const& answer :
         {creates(""), heads(target), patches(target, 0, "x"), patches(target, 7, "x"),
          heads("/api/v1/uploads/x"), says("PUT", target, version), says("DELETE", target, version),
          says("DELETE", target, "")})
        BOOST_TEST(has(answer, "Tus-Resumable", "1.0.0"), answer.status);
}

// Core: "it MUST respond with the 412 Precondition Failed status and MUST include the Tus-Version header […]
// the Server MUST NOT process the request."
BOOST_AUTO_TEST_CASE(a_request_of_another_version_is_refused_and_not_carried_out) {
    std::string const target = created();
    for (std::string const& other : {"Tus-Resumable: 0.2.2\r\n"s, ""s}) {
        Response const patched = says("PATCH", target, other + patch_lines(0), content);
        BOOST_TEST(patched.status == 412);
        BOOST_TEST(has(patched, "Tus-Version", "1.0.0"));
        BOOST_TEST(says("HEAD", target, other).status == 412);
        BOOST_TEST(says("DELETE", target, other).status == 412);
        BOOST_TEST(says("POST", "/api/v1/uploads", other + "Upload-Length: 9\r\n" + metadata()).status ==
                   412);
    }
    BOOST_TEST(offset_of(target) == "0");
}

// Core, X-HTTP-Method-Override: "MUST interpret its value as the request's method, if the header is
// presented."
BOOST_AUTO_TEST_CASE(the_method_in_a_header_counts) {
    std::string const target = created();
    std::string const meant = version + "X-HTTP-Method-Override: ";
    BOOST_TEST(says("POST", target, meant + "PATCH\r\n" + patch_lines(0), content.substr(0, 70'000)).status ==
               204);
    Response const head = says("POST", target, meant + "HEAD\r\n");
    BOOST_TEST(has(head, "Upload-Offset", "70000"));
    BOOST_TEST(says("POST", target, meant + "DELETE\r\n").status == 204);
    BOOST_TEST(heads(target).status == 404);
}

// Core, HEAD: "The Server MUST always include the Upload-Offset header in the response for a HEAD request,
// even if the offset is 0, or the upload is already considered completed." — "the Server MUST include the
// Upload-Length header" — "MUST prevent the client and/or proxies from caching the response by adding
// Cache-Control: no-store".
BOOST_AUTO_TEST_CASE(a_head_tells_offset_and_length_and_is_kept_by_no_cache) {
    std::string const target = created();
    for (char const* offset : {"0", "100000"}) {
        Response const head = heads(target);
        BOOST_TEST(head.status == 200);
        BOOST_TEST(has(head, "Upload-Offset", offset));
        BOOST_TEST(has(head, "Upload-Length", "100000"));
        BOOST_TEST(has(head, "Cache-Control", "no-store"));
        patches(target, 0, content);
    }
}

// Core, HEAD: "If the resource is not found, the Server SHOULD return either the 404 Not Found, 410 Gone or
// 403 Forbidden status without the Upload-Offset header."
BOOST_AUTO_TEST_CASE(what_is_not_there_has_no_offset) {
    Response const head = heads("/api/v1/uploads/0123456789abcdef0123456789abcdef");
    BOOST_TEST(head.status == 404);
    BOOST_TEST(!head.header("Upload-Offset").has_value());
    BOOST_TEST(patches("/api/v1/uploads/..%2Fsecret", 0, "x").status == 404);
}

// Core, PATCH: "All PATCH requests MUST use Content-Type: application/offset+octet-stream, otherwise the
// server SHOULD return a 415 Unsupported Media Type status."
BOOST_AUTO_TEST_CASE(a_patch_of_another_type_is_refused) {
    std::string const target = created();
    std::string const lines = version + "Upload-Offset: 0\r\n";
    BOOST_TEST(says("PATCH", target, lines + "Content-Type: image/png\r\n", content).status == 415);
    BOOST_TEST(says("PATCH", target, lines, content).status == 415);
    BOOST_TEST(offset_of(target) == "0");
}

// Core, PATCH: "If the offsets do not match, the Server MUST respond with the 409 Conflict status without
// modifying the upload resource."
BOOST_AUTO_TEST_CASE(a_patch_from_another_offset_changes_nothing) {
    std::string const target = created();
    patches(target, 0, content.substr(0, 10));
    for (std::size_t offset : {std::size_t{0}, std::size_t{9}, std::size_t{11}, std::size_t{100'000}})
        BOOST_TEST(patches(target, offset, "xyz").status == 409);
    BOOST_TEST(offset_of(target) == "10");
    BOOST_TEST(
        says("PATCH", target, version + "Content-Type: application/offset+octet-stream\r\n", "x").status ==
        400);
    for (char const* offset : {"-1", "1.0", "ten", "", "99999999999999999999"})
        BOOST_TEST(says("PATCH", target,
                        version + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                            offset + "\r\n",
                        "x")
                       .status == 400);
    BOOST_TEST((stored(target) == content.substr(0, 10)));
}

// Core, PATCH: "The Server MUST acknowledge successful PATCH requests with the 204 No Content status. It MUST
// include the Upload-Offset header containing the new offset."
BOOST_AUTO_TEST_CASE(a_patch_is_acknowledged_with_the_new_offset) {
    std::string const target = created();
    Response const patched = patches(target, 0, content.substr(0, 5));
    BOOST_TEST(patched.status == 204);
    BOOST_TEST(patched.body == "");
    BOOST_TEST(has(patched, "Upload-Offset", "5"));
}

BOOST_AUTO_TEST_CASE(what_arrived_before_a_connection_broke_stays_and_the_rest_follows) {
    std::string const target = created();
    {
        Client client = server.client();
        client.says("PATCH " + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n" + version +
                    patch_lines(0) + "\r\n" + content.substr(0, 40'000));
        while (!server.uploads->has(target.substr(target.rfind('/') + 1)))
            std::this_thread::yield();
    }
    std::size_t const offset = std::stoul(offset_of(target));
    BOOST_TEST(offset <= 40'000U);
    BOOST_TEST(patches(target, offset, content.substr(offset)).status == 204);
    BOOST_TEST((stored(target) == content));
}

BOOST_AUTO_TEST_CASE(a_second_connection_takes_over_from_one_that_hangs) {
    std::string const target = created();
    Client hanging = server.client();
    hanging.says("PATCH " + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n" + version +
                 patch_lines(0) + "\r\n" + content.substr(0, 40'000));
    std::size_t offset = 0;
    while ((offset = std::stoul(offset_of(target))) == 0)
        std::this_thread::yield();
    hanging.says("what the first one still says");
    BOOST_TEST(patches(target, offset, content.substr(offset)).status == 204);
    BOOST_TEST((stored(target) == content));
}

BOOST_AUTO_TEST_CASE(no_more_arrives_than_was_announced) {
    std::string const target = created();
    BOOST_TEST(patches(target, 0, content + "x").status == 413);
    BOOST_TEST(offset_of(target) == "0");
    Client client = server.client();
    client.says("PATCH " + target + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n" + version +
                patch_lines(0) + "\r\n186A1\r\n" + content + "x\r\n0\r\n\r\n");
    BOOST_TEST(client.hears().status == 413);
    std::size_t const offset = std::stoul(offset_of(target));
    BOOST_TEST(offset <= content.size());
    BOOST_TEST(patches(target, offset, content.substr(offset)).status == 204);
    BOOST_TEST((stored(target) == content));
}

// Core, OPTIONS: "A successful response indicated by the 204 No Content or 200 OK status MUST contain the
// Tus-Version header." Checksum: "The Tus-Checksum-Algorithm header MUST be included in the response to an
// OPTIONS request." — "The Server MUST support at least the SHA1 checksum algorithm identified by sha1."
BOOST_AUTO_TEST_CASE(what_the_server_can_do_is_told_without_a_version) {
    for (std::string const target : {"/api/v1/uploads", "/api/v1/uploads/x"}) {
        Response const answer = says("OPTIONS", target, "");
        BOOST_TEST(answer.status == 204);
        BOOST_TEST(has(answer, "Tus-Version", "1.0.0"));
        BOOST_TEST(has(answer, "Tus-Max-Size", "20000000"));
        BOOST_TEST(has(answer, "Tus-Extension", "creation,termination,checksum,expiration"));
        BOOST_TEST(has(answer, "Tus-Checksum-Algorithm", "sha1,sha256"));
    }
}

// Creation: "The Server MUST acknowledge a successful upload creation with the 201 Created status. The Server
// MUST set the Location header to the URL of the created resource."
BOOST_AUTO_TEST_CASE(a_creation_is_answered_with_its_address) {
    Response const answer = creates("Upload-Length: 9\r\n" + metadata());
    BOOST_TEST(answer.status == 201);
    std::string const target(answer.header("Location").value_or(""));
    BOOST_TEST(target.starts_with("/api/v1/uploads/"));
    BOOST_TEST(target.size() == std::string_view("/api/v1/uploads/").size() + 32);
    BOOST_TEST(created() != target);
}

// Creation: "If the length of the upload exceeds the maximum, which MAY be specified using the Tus-Max-Size
// header, the Server MUST respond with the 413 Request Entity Too Large status."
BOOST_AUTO_TEST_CASE(a_file_that_is_too_large_is_not_begun) {
    BOOST_TEST(creates("Upload-Length: 20000001\r\n" + metadata()).status == 413);
    BOOST_TEST(creates("Upload-Length: 20000000\r\n" + metadata()).status == 201);
    for (char const* length : {"0", "-1", "many", "1e3"})
        BOOST_TEST(creates("Upload-Length: "s + length + "\r\n" + metadata()).status == 400);
    BOOST_TEST(creates(metadata()).status == 400);
    BOOST_TEST(creates("Upload-Defer-Length: 1\r\n" + metadata()).status == 400);
}

// Creation, Upload-Metadata: "All keys MUST be unique." — "the value MUST be Base64 encoded" — "If an upload
// contains additional metadata, responses to HEAD requests MUST include the Upload-Metadata header and its
// value as specified by the Client during the creation."
BOOST_AUTO_TEST_CASE(what_a_client_said_of_a_file_is_told_again) {
    std::string const line = metadata("image/png", ",empty");
    Response const answer = creates("Upload-Length: 9\r\n" + line);
    BOOST_REQUIRE(answer.status == 201);
    std::string const target(answer.header("Location").value_or(""));
    std::string const value = line.substr(17, line.size() - 19);
    BOOST_TEST(has(heads(target), "Upload-Metadata", value));
    for (std::string const& bad : {metadata("image/png", ",filename YQ=="), metadata("image/png", ",a b"),
                                   metadata("image/png", ",a !!!!"), metadata("image/png", ",id YQ==")})
        BOOST_TEST(creates("Upload-Length: 9\r\n" + bad).status == 400, bad);
    for (std::string const& kind : {"text/html"s, "image/svg+xml"s, "application/zip"s, ""s})
        BOOST_TEST(creates("Upload-Length: 9\r\n" + metadata(kind)).status == 415, kind);
}

// Expiration: "If a Client does attempt to resume an upload which has since been removed by the Server, the
// Server SHOULD respond with the 404 Not Found or 410 Gone status." — "This header MUST be included in every
// PATCH response if the upload is going to expire." — "The value of the Upload-Expires header MUST be in RFC
// 9110 datetime format."
BOOST_AUTO_TEST_CASE(an_unfinished_upload_says_when_it_expires) {
    Response const answer = creates("Upload-Length: 9\r\n" + metadata());
    BOOST_TEST(has(answer, "Upload-Expires", "Thu, 26 Nov 2026 02:00:00 GMT"));
    std::string const target(answer.header("Location").value_or(""));
    BOOST_TEST(has(patches(target, 0, "x"), "Upload-Expires", "Thu, 26 Nov 2026 02:00:00 GMT"));
    BOOST_TEST(has(heads(target), "Upload-Expires", "Thu, 26 Nov 2026 02:00:00 GMT"));
}

// Checksum: "the Server MUST verify the checksum […] MUST respond with 460 Checksum Mismatch and the chunk
// MUST be discarded" — "400 Bad Request if the checksum algorithm is not supported by the server".
BOOST_AUTO_TEST_CASE(a_part_that_was_changed_on_its_way_is_discarded) {
    std::string const target = created();
    std::string const part = content.substr(0, 50'000);
    std::string const right = "Upload-Checksum: sha1 " + base64(sha1(part)) + "\r\n";
    BOOST_TEST(patches(target, 0, part, right).status == 204);
    Response const changed = patches(target, 50'000, content.substr(50'000), right);
    BOOST_TEST(changed.status == 460);
    BOOST_TEST(offset_of(target) == "50000");
    for (char const* line :
         {"Upload-Checksum: md5 YQ==\r\n", "Upload-Checksum: sha1\r\n", "Upload-Checksum: sha1 !\r\n"})
        BOOST_TEST(patches(target, 50'000, content.substr(50'000), line).status == 400);
    std::string const rest = content.substr(50'000);
    BOOST_TEST(
        patches(target, 50'000, rest, "Upload-Checksum: sha256 " + base64(sha256_of(rest)) + "\r\n").status ==
        204);
    BOOST_TEST((stored(target) == content));
}

BOOST_AUTO_TEST_CASE(a_part_that_could_not_be_checked_is_discarded) {
    std::string const target = created();
    Client hanging = server.client();
    hanging.says(
        "PATCH " + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\nUpload-Checksum: sha1 " +
        base64(sha1(content)) + "\r\n" + version + patch_lines(0) + "\r\n" + content.substr(0, 40'000));
    while (!server.uploads->has(target.substr(target.rfind('/') + 1)))
        std::this_thread::yield();
    BOOST_TEST(offset_of(target) == "0");
    BOOST_TEST(patches(target, 0, content).status == 204);
}

// Termination: "the Server SHOULD free associated resources and MUST respond with the 204 No Content status,
// confirming that the upload was terminated. For all future requests to this URL, the Server SHOULD respond
// with the 404 Not Found or 410 Gone status."
BOOST_AUTO_TEST_CASE(an_upload_that_was_ended_is_gone) {
    std::string const target = created();
    patches(target, 0, content.substr(0, 10));
    BOOST_TEST(says("DELETE", target, version).status == 204);
    BOOST_TEST(heads(target).status == 404);
    BOOST_TEST(patches(target, 10, "x").status == 404);
    BOOST_TEST(says("DELETE", target, version).status == 404);
    BOOST_TEST(server.uploads->names().empty());
}

BOOST_AUTO_TEST_CASE(six_files_come_at_once_while_others_ask_for_them_and_end_them) {
    std::vector<Racing> files;
    for (int turn = 0; turn < 6; ++turn)
        files.push_back({created(), turn % 2 == 0 ? Racing::End::Whole : Racing::End::Ended});
    std::vector<std::thread> threads;
    for (Racing& file : files) {
        threads.emplace_back([&] { file.sent = sends_pieces(file.target); });
        threads.emplace_back([&] { file.looked = sees_true_offsets(file.target); });
        if (file.end == Racing::End::Ended)
            threads.emplace_back([&] { file.ended = is_ended_midway(file.target); });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (Racing const& file : files) {
        BOOST_TEST(file.sent == (file.end == Racing::End::Whole ? "whole" : "ended"));
        BOOST_TEST(file.looked == "true");
        BOOST_TEST(file.ended == "");
        if (file.end == Racing::End::Whole) BOOST_TEST((stored(file.target) == content));
    }
    BOOST_TEST(server.uploads->names().size() == 3U);
    BOOST_TEST(server.still_serves());
}

BOOST_AUTO_TEST_CASE(the_largest_file_arrives_without_piling_up) {
    std::string const whole = png(20'000'000);
    Response const answer = creates("Upload-Length: 20000000\r\n" + metadata());
    std::string const target(answer.header("Location").value_or(""));
    BOOST_TEST(has(patches(target, 0, whole), "Attachment-State", "stored"));
    BOOST_TEST((stored(target) == whole));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_what_it_was_announced_as_is_not_kept) {
    Response const answer = creates("Upload-Length: 100000\r\n" + metadata("image/jpeg"));
    std::string const target(answer.header("Location").value_or(""));
    BOOST_TEST(has(patches(target, 0, content), "Attachment-State", "broken"));
    BOOST_TEST(heads(target).status == 404);
    BOOST_TEST(server.uploads->names().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
