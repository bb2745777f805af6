#pragma once

#include "core/base/time.h"

#include <memory>
#include <string>
#include <unicode/numfmt.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

namespace huiyin::i18n {

/// ICU's formats of one language, each made when first needed. Not for several threads at once.
class Formats {
public:
    Formats(icu::Locale locale, Duration utc_offset)
        : m_locale(std::move(locale)), m_utc_offset(utc_offset) {}

    std::string date(Instant at);
    std::string date_time(Instant at);
    std::string relative(Instant at, Instant now);
    std::string number(std::int64_t value);

private:
    std::unique_ptr<icu::DateFormat> make_date_format(char const* skeleton) const;

    icu::Locale m_locale;
    Duration m_utc_offset;
    std::unique_ptr<icu::DateFormat> m_date;
    std::unique_ptr<icu::DateFormat> m_date_time;
    std::unique_ptr<icu::RelativeDateTimeFormatter> m_relative;
    std::unique_ptr<icu::NumberFormat> m_number;
};

} // namespace huiyin::i18n
