#pragma once

#include "core/base/time.h"
#include "i18n/bundle.h"
#include "i18n/languages.h"
#include "i18n/numbers.h"

#include <string>

namespace huiyin::i18n {

/// How a language writes moments, distances in time and numbers, from ICU's data (CLDR). ICU's own formats
/// would be half of what the browser loads; a test holds ours against them.
class Formats {
public:
    Formats(LanguageInfo const& language, Duration utc_offset);

    std::string date(Instant at) const { return written(at, m_conventions.date); }
    std::string date_time(Instant at) const { return written(at, m_conventions.date_time); }
    std::string relative(Instant at, Instant now) const;
    Numbers const& numbers() const { return m_numbers; }

private:
    enum class Calendar { Gregorian, Persian };

    std::string written(Instant at, std::string_view pattern) const;
    std::string in_pattern(Instant at, std::string_view pattern, Calendar calendar) const;
    std::string field(std::string_view letters, Instant at, Calendar calendar) const;

    Conventions m_conventions;
    Duration m_utc_offset;
    Bundle m_bundle;
    Numbers m_numbers;
};

} // namespace huiyin::i18n
