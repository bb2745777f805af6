#include "core/protocol/json_value.h"
#include "core/protocol/json_writer.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace huiyin;
using protocol::json::Malformed;
using protocol::json::parse;
using protocol::json::Value;
using protocol::json::Writer;

namespace {

/// The code of the refusal; empty when the text is fine.
std::string fault(std::string_view text) {
    auto const parsed = parse(text);
    auto const* malformed = std::get_if<Malformed>(&parsed);
    return malformed ? malformed->code : "";
}

Value value(std::string_view text) { return std::get<Value>(parse(text)); }

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string object_with(std::size_t members, std::string_view last) {
    std::string text = "{";
    for (std::size_t i = 0; i < members; ++i)
        text.append("\"m").append(std::to_string(i)).append("\":0,");
    return text.append("\"").append(last).append("\":0}");
}

} // namespace

BOOST_AUTO_TEST_SUITE(json_value_tests)

BOOST_AUTO_TEST_CASE(every_kind_of_value_is_read) {
    BOOST_TEST(value("null").is_null());
    BOOST_TEST(*value("true").as<bool>() == true);
    BOOST_TEST(*value("-7").as<std::int64_t>() == -7);
    BOOST_TEST(*value("9223372036854775807").as<std::int64_t>() == std::numeric_limits<std::int64_t>::max());
    BOOST_TEST(*value("9223372036854775808").as<double>() == 9223372036854775808.0);
    BOOST_TEST(*value("39.9").as<double>() == 39.9);
    BOOST_TEST(*value(R"("回\u97f3\ud83d\ude00")").as<std::string>() == "回音😀");
    BOOST_TEST(value("[1,[2],{}]").as<Value::Array>()->size() == 3U);
    auto const object = value(R"({"b":{"c":[true]},"a":1})");
    auto const& members = *object.as<Value::Object>();
    BOOST_TEST_REQUIRE(members.size() == 2U);
    BOOST_TEST(members[0].name == "b");
    BOOST_TEST(*members[1].value.as<std::int64_t>() == 1);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_malformed) {
    for (std::string const text :
         {"",          " ",       "{",     "{}}",   "{} {}",      "[1,]",      "{\"a\":1,}", "{a:1}",
          "{'a':1}",   "01",      "+1",    "1.",    ".5",         "1e",        "NaN",        "Infinity",
          "-Infinity", "True",    "nul",   "\"",    "\"\\x41\"",  "\"\\u12\"", "\"\t\"",     "\"\n\"",
          "/* a */ 1", "// a\n1", "1e999", "[1 2]", "\"a\" \"b\""})
        BOOST_TEST(fault(text) == "malformed_json", text);
}

BOOST_AUTO_TEST_CASE(a_nul_byte_ends_nothing) {
    BOOST_TEST(fault(std::string("1\0", 2)) == "malformed_json");
    BOOST_TEST(fault(std::string("{}\0{}", 5)) == "malformed_json");
    BOOST_TEST(fault(std::string("\"a\0b\"", 5)) == "malformed_json");
    BOOST_TEST(value(R"("a\u0000b")").as<std::string>()->size() == 3U);
}

BOOST_AUTO_TEST_CASE(malformed_utf8_and_lone_surrogates_are_refused) {
    for (std::string const text :
         {"\"\x80\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xFF\"", "\"\xE4\xB8\"",
          "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\udc00\\ud800\"", "{\"\xFF\":1}"})
        BOOST_TEST(fault(text) == "malformed_json", text);
}

BOOST_AUTO_TEST_CASE(sixteen_levels_are_read_and_seventeen_are_too_deep) {
    BOOST_TEST(fault(nested(16)) == "");
    BOOST_TEST(fault(nested(17)) == "too_deep");
    BOOST_TEST(fault(std::string(1'000'000, '[')) == "too_deep");
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    BOOST_TEST(fault(objects) == "too_deep");
}

BOOST_AUTO_TEST_CASE(a_name_stands_once_in_an_object) {
    BOOST_TEST(fault(R"({"a":1,"a":2})") == "duplicate_key");
    BOOST_TEST(fault(R"({"a":1,"\u0061":2})") == "duplicate_key");
    BOOST_TEST(fault(R"([{"b":{"a":1,"c":2,"a":3}}])") == "duplicate_key");
    BOOST_TEST(fault(R"([{"a":1},{"a":2}])") == "");
    BOOST_TEST(fault(object_with(5'000, "m2500")) == "duplicate_key");
    BOOST_TEST(fault(object_with(5'000, "other")) == "");
}

BOOST_AUTO_TEST_CASE(what_must_be_escaped_is_seen_at_every_place) {
    for (std::size_t place = 0; place < 100; ++place)
        for (char escaped : {'"', '\\', '\n', '\x1F'}) {
            std::string text(100, 'a');
            text[place] = escaped;
            Writer writer;
            writer.begin_array();
            writer.item(text);
            writer.end_array();
            auto const read = value(std::move(writer).take());
            BOOST_TEST_REQUIRE(*read.as<Value::Array>()->front().as<std::string>() == text);
        }
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again) {
    std::string every_ascii;
    for (char c = 0; c < 0x7F; ++c)
        every_ascii.push_back(c);
    Writer writer;
    writer.begin_object();
    writer.field("text", every_ascii);
    writer.field("other", "回音 \u2028😀");
    writer.field("lat", 39.9);
    writer.field("third", 1.0 / 3);
    writer.field("none", std::numeric_limits<double>::infinity());
    writer.field("least", std::numeric_limits<std::int64_t>::min());
    writer.field("at", Instant{1'795'183'200'000});
    writer.begin_array("list");
    writer.item("a");
    writer.item("b");
    writer.end_array();
    writer.begin_object("empty");
    writer.end_object();
    writer.field("yes", true);
    writer.end_object();
    auto const text = std::move(writer).take();
    auto const read = value(text);
    auto const& members = *read.as<Value::Object>();
    BOOST_TEST_REQUIRE(members.size() == 10U);
    BOOST_TEST(*members[0].value.as<std::string>() == every_ascii);
    BOOST_TEST(*members[1].value.as<std::string>() == "回音 \u2028😀");
    BOOST_TEST(text.find("39.9,") != std::string::npos);
    BOOST_TEST(*members[3].value.as<double>() == 1.0 / 3);
    BOOST_TEST(members[4].value.is_null());
    BOOST_TEST(*members[5].value.as<std::int64_t>() == std::numeric_limits<std::int64_t>::min());
    BOOST_TEST(*members[6].value.as<std::string>() == "2026-11-20T14:00:00Z");
    BOOST_TEST(members[7].value.as<Value::Array>()->size() == 2U);
    BOOST_TEST(members[8].value.as<Value::Object>()->empty());
    BOOST_TEST(*members[9].value.as<bool>());
}

BOOST_AUTO_TEST_SUITE_END()
