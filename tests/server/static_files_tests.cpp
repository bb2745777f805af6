#include "server/http/static_files.h"

#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

namespace huiyin::server::tests {

namespace {

struct Fixture {
    Folder folder;

    void write(std::string_view name, std::string_view bytes) {
        std::filesystem::create_directories(std::filesystem::path(folder.path(name)).parent_path());
        std::ofstream(folder.path(name), std::ios::binary) << bytes;
    }

    Fixture() {
        write("shell.html", "<html>");
        write("portal.0123456789abcdef.js", "plain");
        write("portal.0123456789abcdef.js.br", "brotli");
        write("portal.0123456789abcdef.js.gz", "gzip");
        write("portal.0123456789abcdef.wasm", "wasm");
        write("icu/base.dat", "data");
        write("icon.svg", "<svg>");
        for (std::string const tag : {"en", "zh-Hans", "ar"}) {
            write("index." + tag + ".html", "home in " + tag);
            write("track." + tag + ".html", "track in " + tag);
            write("track." + tag + ".html.style", "'sha256-abc='");
            write("track." + tag + ".html.script", "'sha256-def='");
        }
    }

    StaticAnswer get(std::string target, std::vector<protocol::Header> headers = {}) {
        if (!files) files = std::move(StaticFiles::load(folder.path("")).value());
        return files->answer({protocol::Method::Get, std::move(target), std::move(headers)});
    }

    std::string body_for(std::string accept_encoding) {
        return std::string(
            get("/portal.0123456789abcdef.js", {{"Accept-Encoding", std::move(accept_encoding)}}).body);
    }

    std::string header(StaticAnswer const& answer, std::string_view name) {
        Response const response{answer.status, answer.headers, {}};
        return std::string(response.header(name).value_or("(none)"));
    }

    std::optional<StaticFiles> files;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(static_files_tests, Fixture)

BOOST_AUTO_TEST_CASE(each_portal_route_gets_the_shell) {
    for (std::string const route :
         {"/submit", "/submit/place", "/receipt", "/case", "/feedback", "/case?x=1"}) {
        StaticAnswer const answer = get(route);
        BOOST_TEST(answer.status == 200, route);
        BOOST_TEST(answer.body == "<html>");
        BOOST_TEST(header(answer, "Content-Type") == "text/html; charset=utf-8");
        BOOST_TEST(header(answer, "Cache-Control") == "no-cache");
    }
}

BOOST_AUTO_TEST_CASE(a_screen_that_was_drawn_before_comes_in_the_language_that_the_browser_asks_for) {
    auto const page_for = [&](std::string target, std::string accept_language) {
        return std::string(get(std::move(target), {{"Accept-Language", std::move(accept_language)}}).body);
    };
    BOOST_TEST(page_for("/track", "ar-EG,ar;q=0.9,en;q=0.8") == "track in ar");
    BOOST_TEST(page_for("/track", "zh-CN,zh;q=0.9") == "track in zh-Hans");
    BOOST_TEST(page_for("/track", "tlh;q=0.9, ar;q=0.5") == "track in ar");
    BOOST_TEST(page_for("/track", "") == "track in en");
    BOOST_TEST(page_for("/", "ar") == "home in ar");
}

BOOST_AUTO_TEST_CASE(a_link_that_names_a_language_goes_before_the_browser) {
    auto const page_for = [&](std::string target) {
        return std::string(get(std::move(target), {{"Accept-Language", "en"}}).body);
    };
    BOOST_TEST(page_for("/track?lang=ar") == "track in ar");
    BOOST_TEST(page_for("/track?from=poster&lang=zh-Hans") == "track in zh-Hans");
    BOOST_TEST(page_for("/track?lang=../../x") == "track in en");
    BOOST_TEST(page_for("/track?lang=") == "track in en");
    BOOST_TEST(page_for("/track?slang=ar") == "track in en");
}

BOOST_AUTO_TEST_CASE(a_drawn_page_is_kept_apart_by_language_and_allows_its_own_styles_and_script) {
    StaticAnswer const answer = get("/track", {{"Accept-Language", "ar"}});
    BOOST_TEST(header(answer, "Vary") == "Accept-Encoding, Accept-Language");
    BOOST_TEST(header(answer, "Content-Language") == "ar");
    BOOST_TEST(header(answer, "Cache-Control") == "no-cache");
    std::string const policy = header(answer, "Content-Security-Policy");
    BOOST_TEST(policy.find("style-src 'self' 'sha256-abc=';") != std::string::npos);
    BOOST_TEST(policy.find("script-src 'self' 'wasm-unsafe-eval' 'sha256-def=';") != std::string::npos);
    StaticAnswer const again =
        get("/track", {{"Accept-Language", "ar"}, {"If-None-Match", header(answer, "ETag")}});
    BOOST_TEST(again.status == 304);
    BOOST_TEST(header(again, "Content-Security-Policy") == header(answer, "Content-Security-Policy"));
    BOOST_TEST(header(get("/case"), "Content-Security-Policy") == "(none)");
}

BOOST_AUTO_TEST_CASE(pages_have_no_address_but_their_route) {
    for (std::string const path :
         {"/track.ar.html", "/track.ar.html.style", "/track.ar.html.script", "/shell.html"}) {
        BOOST_TEST(get(path).status == 404, path);
        BOOST_TEST(get(path).body == "<html>");
    }
}

BOOST_AUTO_TEST_CASE(a_page_in_a_folder_beside_the_portals_files_is_sent_and_nothing_outside_of_them_is) {
    write("web/shell.html", "<html>");
    write("web/compared/plain.html", "a form");
    write("secret.txt", "secret");
    write("web-private/secret.txt", "secret");
    std::filesystem::create_directory_symlink(folder.path("web-private"), folder.path("web/linked"));
    files = std::move(StaticFiles::load(folder.path("web")).value());

    StaticAnswer const page = get("/compared/plain.html");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.body == "a form");
    BOOST_TEST(header(page, "Content-Type") == "text/html; charset=utf-8");
    for (std::string const target :
         {"/secret.txt", "/../secret.txt", "/compared/../../secret.txt", "/%2e%2e/secret.txt",
          "/..%2fsecret.txt", "/..\\secret.txt", "//secret.txt", "/compared//../../secret.txt",
          "/../web-private/secret.txt", "/linked/secret.txt"}) {
        BOOST_TEST(get(target).status == 404, target);
        BOOST_TEST(get(target).body == "<html>", target);
    }
    BOOST_TEST(get(folder.path("secret.txt")).status == 404);
}

BOOST_AUTO_TEST_CASE(an_unknown_path_is_404_with_a_page_that_can_say_so) {
    for (std::string const path : {"/nowhere", "/track/x", "/submit/nothing", "/case/", "/missing.js",
                                   "/../etc/passwd", "/icu/../shell.html", "//", "/icu"}) {
        StaticAnswer const answer = get(path);
        BOOST_TEST(answer.status == 404, path);
        BOOST_TEST(answer.body == "<html>");
    }
}

BOOST_AUTO_TEST_CASE(a_hashed_name_is_kept_for_ever_and_another_asked_for_again) {
    BOOST_TEST(header(get("/portal.0123456789abcdef.js"), "Cache-Control") ==
               "public, max-age=31536000, immutable");
    BOOST_TEST(header(get("/icon.svg"), "Cache-Control") == "no-cache");
}

BOOST_AUTO_TEST_CASE(types_are_those_that_browsers_need) {
    BOOST_TEST(header(get("/portal.0123456789abcdef.wasm"), "Content-Type") == "application/wasm");
    BOOST_TEST(header(get("/portal.0123456789abcdef.js"), "Content-Type") ==
               "text/javascript; charset=utf-8");
    BOOST_TEST(header(get("/icon.svg"), "Content-Type") == "image/svg+xml; charset=utf-8");
    BOOST_TEST(header(get("/icu/base.dat"), "Content-Type") == "application/octet-stream");
}

BOOST_AUTO_TEST_CASE(the_smallest_encoding_that_the_browser_wants_is_sent) {
    BOOST_TEST(body_for("gzip, deflate, br") == "brotli");
    BOOST_TEST(body_for("br;q=0.1, gzip;q=0.9") == "gzip");
    BOOST_TEST(body_for("br;q=0, gzip") == "gzip");
    BOOST_TEST(body_for("*") == "brotli");
    BOOST_TEST(body_for("identity;q=1, br;q=0.5") == "plain");
    BOOST_TEST(body_for("zstd") == "plain");
    BOOST_TEST(body_for("") == "plain");
    BOOST_TEST(body_for("br;q=rubbish") == "plain");
}

BOOST_AUTO_TEST_CASE(the_encoding_is_named_and_kept_apart_in_caches) {
    StaticAnswer const answer = get("/portal.0123456789abcdef.js", {{"Accept-Encoding", "br"}});
    BOOST_TEST(header(answer, "Content-Encoding") == "br");
    BOOST_TEST(header(answer, "Vary") == "Accept-Encoding");
    BOOST_TEST(header(get("/portal.0123456789abcdef.js"), "Content-Encoding") == "(none)");
    BOOST_TEST(header(answer, "ETag") != header(get("/portal.0123456789abcdef.js"), "ETag"));
}

BOOST_AUTO_TEST_CASE(what_the_browser_has_is_not_sent_again) {
    std::string const etag = header(get("/icon.svg"), "ETag");
    for (std::string const& condition : {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
        StaticAnswer const answer = get("/icon.svg", {{"If-None-Match", condition}});
        BOOST_TEST(answer.status == 304, condition);
        BOOST_TEST(answer.body.empty());
    }
    BOOST_TEST(get("/icon.svg", {{"If-None-Match", "\"other\""}}).status == 200);
}

BOOST_AUTO_TEST_CASE(a_folder_without_a_shell_is_refused) {
    std::filesystem::remove(folder.path("shell.html"));
    auto const loaded = StaticFiles::load(folder.path(""));
    BOOST_REQUIRE(!loaded);
    BOOST_TEST(loaded.error().code == "web_unusable");
    BOOST_TEST(!StaticFiles::load(folder.path("no/such/folder")).is_ok());
}

BOOST_AUTO_TEST_CASE(without_files_every_route_says_so) {
    StaticFiles const none;
    BOOST_TEST(none.answer({protocol::Method::Get, "/track"}).status == 200);
    BOOST_TEST(none.answer({protocol::Method::Get, "/nowhere"}).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
