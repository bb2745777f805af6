#include "i18n/formats.h"
#include "i18n/message.h"
#include "i18n/unicode.h"
#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>
#include <set>
#include <unicode/coll.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/reldatefmt.h>
#include <unicode/simpletz.h>
#include <unicode/smpdtfmt.h>

namespace huiyin {

using i18n::from_utf8;
using i18n::to_utf8;

namespace {

constexpr Duration utc_offset = Duration::hours(8);
Instant const midnight{1'767'196'800'000};

template <class Made>
std::unique_ptr<Made> made(Made* made, UErrorCode status) {
    BOOST_REQUIRE(U_SUCCESS(status));
    return std::unique_ptr<Made>(made);
}

/// As ICU is told which digits and which calendar.
icu::Locale with_our_digits(i18n::LanguageInfo const& info) {
    std::string const name = i18n::icu_locale(info).getName();
    std::string const calendar = info.tag == "fa" ? "persian" : "gregorian";
    std::string const digits(i18n::conventions(info).digits);
    return icu::Locale((name + "@calendar=" + calendar + ";numbers=" + digits).c_str());
}

std::string icu_date(i18n::LanguageInfo const& info, char const* skeleton, Instant at) {
    UErrorCode status = U_ZERO_ERROR;
    auto* const created = icu::DateFormat::createInstanceForSkeleton(icu::UnicodeString(skeleton),
                                                                     with_our_digits(info), status);
    auto const format = made(created, status);
    format->adoptTimeZone(new icu::SimpleTimeZone(static_cast<int32_t>(utc_offset.ms), "City"));
    icu::UnicodeString words;
    format->format(static_cast<UDate>(at.unix_ms), words);
    return to_utf8(words.findAndReplace(u"\u202F", u"\u00A0"));
}

std::string icu_number(i18n::LanguageInfo const& info, i18n::Number const& number) {
    UErrorCode status = U_ZERO_ERROR;
    auto const format = icu::number::NumberFormatter::withLocale(with_our_digits(info))
                            .precision(icu::number::Precision::maxFraction(3));
    auto const written = std::visit(
        [&](auto value) {
            if constexpr (std::is_same_v<decltype(value), double>)
                return format.formatDouble(value, status);
            else
                return format.formatInt(value, status);
        },
        number);
    return to_utf8(written.toString(status));
}

/// Spanish and Polish write 1000, but 10.000; ICU's older classes write 1.000.
bool is_written_by_icu(i18n::LanguageInfo const& info, std::int64_t count) {
    bool const writes_four_digits_together = info.tag == "es" || info.tag == "pl";
    return !writes_four_digits_together || count < 1000 || count >= 10'000;
}

/// A careful writer says "Uhr", "a las" or "uur", which ICU's pattern for a day with an hour leaves out.
std::set<std::string_view> const names_the_hour{"de", "es", "it", "nl", "pt", "ro"};

struct Unit {
    UDateRelativeUnit unit;
    Duration length;
    int last;
};
constexpr Unit units[] = {
    {UDAT_RELATIVE_MINUTES, Duration::minutes(1), 59},
    {UDAT_RELATIVE_HOURS, Duration::hours(1), 23},
    {UDAT_RELATIVE_DAYS, Duration::days(1), 1200},
};

std::string icu_message(i18n::LanguageInfo const& info, std::string const& pattern, std::int64_t count) {
    UErrorCode status = U_ZERO_ERROR;
    icu::MessageFormat const format(from_utf8(pattern), with_our_digits(info), status);
    icu::UnicodeString const name("count");
    icu::Formattable const value(count);
    icu::UnicodeString words;
    format.format(&name, &value, 1, words, status);
    BOOST_REQUIRE(U_SUCCESS(status));
    return to_utf8(words);
}

std::string our_message(i18n::Formats const& formats, std::string const& pattern, std::int64_t count) {
    auto const message = i18n::Message::parse(pattern);
    i18n::Message::Fillings const fillings{{"count", i18n::Number(count)}};
    return std::get<i18n::Message>(message).fill(fillings, formats.numbers());
}

} // namespace

/// Tags of all languages but the reader's own, which stands first in the picker.
std::vector<std::string_view> other_languages(i18n::LanguageInfo const& reader) {
    std::vector<std::string_view> tags;
    for (i18n::LanguageInfo const* const each : i18n::languages_for(reader.tag))
        if (each != &reader) tags.push_back(each->tag);
    return tags;
}

/// The same by ICU's collation for the reader.
std::vector<std::string_view> collated_languages(i18n::LanguageInfo const& reader) {
    UErrorCode status = U_ZERO_ERROR;
    auto* const created = icu::Collator::createInstance(i18n::icu_locale(reader), status);
    auto const collator = made(created, status);
    std::vector<i18n::LanguageInfo const*> sorted;
    for (i18n::LanguageInfo const& each : i18n::languages())
        if (&each != &reader) sorted.push_back(&each);
    std::ranges::sort(sorted, [&](i18n::LanguageInfo const* one, i18n::LanguageInfo const* other) {
        UErrorCode failure = U_ZERO_ERROR;
        return collator->compareUTF8(std::string(one->name), std::string(other->name), failure) == UCOL_LESS;
    });
    std::vector<std::string_view> tags;
    for (i18n::LanguageInfo const* const each : sorted)
        tags.push_back(each->tag);
    return tags;
}

/// Our formats say what ICU's say, in every language of the portal.
BOOST_AUTO_TEST_SUITE(icu_tests)

BOOST_AUTO_TEST_CASE(days_and_moments_read_as_icu_writes_them) {
    for (auto const& info : i18n::languages()) {
        bool const has_second_calendar = !i18n::conventions(info).gregorian.empty();
        if (has_second_calendar) continue;
        i18n::Formats const formats(info, utc_offset);
        bool const has_word_for_the_hour = names_the_hour.contains(info.tag);
        for (int day = 0; day < 366; ++day) {
            Instant const at = midnight + Duration::days(day) + Duration::minutes(day * 7 % 1440);
            BOOST_TEST(formats.date(at) == icu_date(info, "yMMMMEEEEd", at));
            if (has_word_for_the_hour)
                BOOST_TEST(formats.date_time(at).starts_with(formats.date(at)));
            else
                BOOST_TEST(formats.date_time(at) == icu_date(info, "yMMMMEEEEdHHmm", at));
        }
    }
}

BOOST_AUTO_TEST_CASE(persian_has_the_day_of_its_calendar_and_the_gregorian_one_beside_it) {
    auto const& info = *i18n::find_language("fa");
    i18n::Formats const formats(info, utc_offset);
    auto const icu_writes = [](char const* locale, char const* pattern, Instant at) {
        UErrorCode status = U_ZERO_ERROR;
        icu::SimpleDateFormat format(icu::UnicodeString(pattern), icu::Locale(locale), status);
        BOOST_REQUIRE(U_SUCCESS(status));
        format.adoptTimeZone(new icu::SimpleTimeZone(static_cast<int32_t>(utc_offset.ms), "City"));
        icu::UnicodeString words;
        return to_utf8(format.format(static_cast<UDate>(at.unix_ms), words));
    };
    for (int day = -25'000; day < 40'000; day += 13) {
        Instant const at = midnight + Duration::days(day);
        std::string const expected = icu_writes("fa@calendar=persian;numbers=arabext", "EEEE d MMMM y", at) +
                                     icu_writes("fa@calendar=gregorian;numbers=arabext", " (d MMMM y)", at);
        BOOST_TEST(formats.date(at) == expected);
    }
    BOOST_TEST(formats.date_time(midnight + Duration::hours(9)) ==
               "پنجشنبه ۱۱ دی ۱۴۰۴ ساعت ۹:۰۰ (۱ ژانویهٔ ۲۰۲۶)");
}

BOOST_AUTO_TEST_CASE(where_the_hour_needs_a_word_it_has_one) {
    Instant const at = midnight + Duration::hours(14) + Duration::minutes(5);
    auto const written = [&](std::string_view tag) {
        return i18n::Formats(*i18n::find_language(tag), utc_offset).date_time(at);
    };
    BOOST_TEST(written("de") == "Donnerstag, 1. Januar 2026, 14:05 Uhr");
    BOOST_TEST(written("es") == "jueves, 1 de enero de 2026, a las 14:05");
    BOOST_TEST(written("it") == "giovedì 1 gennaio 2026, ore 14:05");
    BOOST_TEST(written("nl") == "donderdag 1 januari 2026 om 14:05 uur");
    BOOST_TEST(written("pt") == "quinta-feira, 1 de janeiro de 2026, às 14:05");
    BOOST_TEST(written("ro") == "joi, 1 ianuarie 2026, ora 14:05");
}

BOOST_AUTO_TEST_CASE(numbers_read_as_icu_writes_them) {
    i18n::Number const numbers[] = {std::int64_t{0},
                                    std::int64_t{7},
                                    std::int64_t{-7},
                                    std::int64_t{999},
                                    std::int64_t{1000},
                                    std::int64_t{9999},
                                    std::int64_t{10000},
                                    std::int64_t{123456},
                                    std::int64_t{-1234567},
                                    std::int64_t{100'000'000},
                                    INT64_MAX,
                                    INT64_MIN,
                                    0.0,
                                    0.5,
                                    2.5,
                                    -0.25,
                                    1234.5,
                                    3.14159,
                                    0.0004,
                                    99.9996,
                                    12345678.125};
    for (auto const& info : i18n::languages())
        for (auto const& number : numbers)
            BOOST_TEST(i18n::Formats(info, utc_offset).numbers().written(number) == icu_number(info, number));
}

BOOST_AUTO_TEST_CASE(distances_in_time_read_as_icu_writes_them) {
    for (auto const& info : i18n::languages()) {
        i18n::Formats const formats(info, utc_offset);
        UErrorCode status = U_ZERO_ERROR;
        icu::RelativeDateTimeFormatter const icu_formatter(with_our_digits(info), status);
        for (auto const& [unit, length, last] : units) {
            for (int count = 1; count <= last && is_written_by_icu(info, count); ++count) {
                icu::UnicodeString ahead, behind;
                icu_formatter.format(count, UDAT_DIRECTION_NEXT, unit, ahead, status);
                icu_formatter.format(count, UDAT_DIRECTION_LAST, unit, behind, status);
                Duration const distance{length.ms * count};
                BOOST_TEST(formats.relative(midnight + distance, midnight) == to_utf8(ahead));
                BOOST_TEST(formats.relative(midnight - distance, midnight) == to_utf8(behind));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(messages_read_as_icu_fills_them) {
    std::string const patterns[] = {
        "{count, plural, =0 {none} one {# one} two {# two} few {# few} many {# many} other {# other}} left",
        "{count, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}",
        "It''s '{'{count}'}' and {count, plural, other {'#' is # {count}}}",
        "{count, plural, other {{count, plural, one {one} other {{count} inside #}}}}#",
        "{count, number} of {count}",
        "a '' lone ' apostrophe, {count}, 'quoted {count}'"};
    for (auto const& info : i18n::languages()) {
        i18n::Formats const formats(info, utc_offset);
        for (auto const& pattern : patterns)
            for (std::int64_t const count : {0, 1, 2, 3, 10, 11, 21, 99, 100, 102, 1000, 1'000'000})
                if (is_written_by_icu(info, count))
                    BOOST_TEST(our_message(formats, pattern, count) == icu_message(info, pattern, count));
    }
}

BOOST_AUTO_TEST_CASE(the_languages_stand_in_the_order_of_their_readers_collation) {
    // Their collations sort Han letters by how they are read; three names need no such table.
    std::set<std::string_view> const sorted_by_reading = {"zh-Hans", "zh-Hant", "ja", "ko"};
    for (auto const& reader : i18n::languages()) {
        BOOST_TEST(i18n::languages_for(reader.tag).front() == &reader);
        if (sorted_by_reading.contains(reader.tag)) continue;
        BOOST_TEST_CONTEXT(reader.tag)
        BOOST_TEST(other_languages(reader) == collated_languages(reader), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
