#pragma once

#include <compare>
#include <ostream>
#include <string>
#include <vector>

namespace huiyin::catalogues {

/// Something that is wrong with a catalogue or with its use.
struct Finding {
    /// The language's tag, or the source file.
    std::string where;
    /// Empty when the whole file is meant.
    std::string key;
    std::string what;

    auto operator<=>(Finding const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, Finding const& finding) {
        return out << finding.where << ": " << finding.key << (finding.key.empty() ? "" : ": ")
                   << finding.what;
    }
};
using Findings = std::vector<Finding>;

} // namespace huiyin::catalogues
