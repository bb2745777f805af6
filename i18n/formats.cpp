#include "i18n/formats.h"

#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <unicode/simpletz.h>

namespace huiyin::i18n {

namespace {

struct Distance {
    std::int64_t count;
    UDateRelativeUnit unit;
};

std::int64_t rounded(std::int64_t value, std::int64_t unit) { return (value + unit / 2) / unit; }

/// Days are the largest unit: a limit is counted in days, not in weeks.
Distance distance_of(std::int64_t ms) {
    std::int64_t const minutes = std::max<std::int64_t>(1, rounded(ms, Duration::minutes(1).ms));
    if (minutes < 60) return {minutes, UDAT_RELATIVE_MINUTES};
    std::int64_t const hours = rounded(minutes, 60);
    if (hours < 24) return {hours, UDAT_RELATIVE_HOURS};
    return {rounded(minutes, 24 * 60), UDAT_RELATIVE_DAYS};
}

std::string in_words(icu::DateFormat const& format, Instant at) {
    icu::UnicodeString words;
    return to_utf8(format.format(static_cast<UDate>(at.unix_ms), words));
}

} // namespace

std::string Formats::date(Instant at) {
    if (!m_date) m_date = make_date_format("yMMMMEEEEd");
    return in_words(*m_date, at);
}

std::string Formats::date_time(Instant at) {
    if (!m_date_time) m_date_time = make_date_format("yMMMMEEEEdHHmm");
    return in_words(*m_date_time, at);
}

std::unique_ptr<icu::DateFormat> Formats::make_date_format(char const* skeleton) const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createInstanceForSkeleton(icu::UnicodeString(skeleton), m_locale, status));
    VERIFY(U_SUCCESS(status));
    format->adoptTimeZone(new icu::SimpleTimeZone(static_cast<int32_t>(m_utc_offset.ms), "City"));
    return format;
}

std::string Formats::relative(Instant at, Instant now) {
    UErrorCode status = U_ZERO_ERROR;
    if (!m_relative) m_relative = std::make_unique<icu::RelativeDateTimeFormatter>(m_locale, status);
    bool const is_past = at < now;
    Distance const distance = distance_of(is_past ? (now - at).ms : (at - now).ms);
    icu::UnicodeString words;
    m_relative->format(static_cast<double>(distance.count),
                       is_past ? UDAT_DIRECTION_LAST : UDAT_DIRECTION_NEXT, distance.unit, words, status);
    VERIFY(U_SUCCESS(status));
    return to_utf8(words);
}

std::string Formats::number(std::int64_t value) {
    UErrorCode status = U_ZERO_ERROR;
    if (!m_number) m_number.reset(icu::NumberFormat::createInstance(m_locale, status));
    VERIFY(U_SUCCESS(status));
    icu::UnicodeString words;
    return to_utf8(m_number->format(static_cast<int64_t>(value), words));
}

} // namespace huiyin::i18n
