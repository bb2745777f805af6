#pragma once

#include "core/base/time.h"

#include <compare>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace huiyin {

/// 工单编号: "HY", the local day, a sequence and a check character, "HY20261120-000123-K".
/// Public. One wrong or two swapped neighbouring characters are always noticed.
class CaseNumber {
public:
    /// `sequence` counts from 1 within the day.
    static CaseNumber make(Date day, int sequence);
    /// Forgives case, spaces, dashes, full-width letters, Arabic digits, and O for 0, I and L for 1.
    static std::optional<CaseNumber> read(std::string_view typed);

    /// As it is shown and stored.
    std::string const& text() const { return m_text; }

    bool operator==(CaseNumber const&) const = default;
    /// By the text; Emscripten's library has no <=> for strings.
    std::strong_ordering operator<=>(CaseNumber const& other) const {
        return m_text.compare(other.m_text) <=> 0;
    }
    friend std::ostream& operator<<(std::ostream& out, CaseNumber const& number) {
        return out << number.m_text;
    }

private:
    explicit CaseNumber(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

} // namespace huiyin
