#include "core/protocol/messages.h"
#include "tests/support/every_reader.h"
#include "tests/support/sample_cases.h"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <random>

using namespace huiyin;
using namespace huiyin::protocol;

namespace {

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t below) { return below == 0 ? 0 : random() % below; }

std::vector<std::string> good_messages() {
    auto const story = tests::full_story();
    auto const& subject = story.subject();
    Receipt const receipt{
        .number = subject.number, .access_code = "A", .clocks = shown_clocks(subject.clocks, story.now())};
    return {
        write_submission(subject.submission),
        write_receipt(receipt),
        write_citizen_case(citizen_view(subject, story.rules(), story.now())),
        write_message("text"),
        write_reason("reason"),
        write_feedback(*subject.feedback),
        write_staff_case(subject, staff_may(subject), story.now()),
        write_problem({.status = 422, .code = "a", .errors = {{"b", "c"}}, .allowed = {Step::Close}}),
        write_stored_case(subject),
        write_draft({.nature = Nature::Help, .description = "half"}),
        R"({"step":"reply","unit":"u","note":"n","reply":{"outcome":"resolved","text":"t","grounds":"g"}})",
        R"({"name":"n","password":"p"})",
        R"({"utc_offset_minutes":480,"categories":[{"id":"a","children":[{"id":"a.b"}]}],"districts":["d"],
                "limits":{"general":{"dispatch":{"amount":1,"basis":"hours"}}},"feedback_days":14})"};
}

/// Pieces that a parser may stumble over.
std::string_view nasty_piece(Random& random) {
    static constexpr std::string_view pieces[] = {"\"",
                                                  "\\",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  ",",
                                                  ":",
                                                  "null",
                                                  "-",
                                                  "1e309",
                                                  "\\ud800",
                                                  "\xFF",
                                                  "\xED\xA0\x80",
                                                  "\\u0000",
                                                  "[[[[[[[[[[[[[[[[[[[[",
                                                  "{\"a\":{\"a\":",
                                                  "\"\":",
                                                  "9223372036854775808",
                                                  "-9223372036854775809",
                                                  "0000-01-01T00:00:00+23:59",
                                                  "9999-12-31T23:59:59-23:59",
                                                  "true",
                                                  "\"number\":"};
    return pieces[pick(random, std::size(pieces))];
}

std::string mutated(std::string text, Random& random) {
    for (std::size_t count = 1 + pick(random, 4); count > 0; --count) {
        auto const at = pick(random, text.size() + 1);
        switch (random() % 5) {
        case 0: text.insert(at, nasty_piece(random)); break;
        case 1: text.erase(at, pick(random, 12)); break;
        case 2: text.resize(at); break;
        case 3: text.insert(at, text.substr(pick(random, text.size() + 1), pick(random, 60))); break;
        default:
            if (at < text.size()) text[at] = static_cast<char>(random());
        }
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_bytes_tests)

BOOST_AUTO_TEST_CASE(thousands_of_damaged_messages_are_read_without_a_crash) {
    Random random(12345);
    for (auto const& message : good_messages())
        for (int i = 0; i < 400; ++i)
            tests::read_every_way(mutated(message, random));
}

BOOST_AUTO_TEST_CASE(random_bytes_are_read_without_a_crash) {
    Random random(110);
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes(pick(random, 200), ' ');
        for (auto& byte : bytes)
            byte = static_cast<char>(random());
        tests::read_every_way(bytes);
    }
}

/// What was read from a damaged message is a value like any other: it can be written and read again.
BOOST_AUTO_TEST_CASE(what_survives_damage_can_be_written_and_read_again) {
    Random random(119);
    auto const whole = write_submission(tests::full_story().subject().submission);
    int survived = 0;
    for (int i = 0; i < 4'000; ++i) {
        auto const read = read_submission(mutated(whole, random));
        if (auto const* submission = std::get_if<Submission>(&read)) {
            ++survived;
            bool const is_writable = !submission->occurred_at || *submission->occurred_at >= Instant{};
            auto const again = read_submission(write_submission(*submission));
            if (is_writable) BOOST_TEST((std::get<Submission>(again) == *submission));
        }
    }
    BOOST_TEST(survived > 100);
}

BOOST_AUTO_TEST_SUITE_END()
