#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace huiyin {

/// Something a citizen gave that we cannot accept: which field, and a stable code with a message in every
/// catalogue (`problem.<field>.<code>`, else `problem.<code>`).
struct Problem {
    std::string field;
    std::string code;

    bool operator==(Problem const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, Problem const& problem) {
        return out << problem.field << ": " << problem.code;
    }
};

/// All at once, in the order of the form.
using Problems = std::vector<Problem>;

} // namespace huiyin
