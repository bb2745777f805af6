#pragma once

#include <string>
#include <vector>

namespace huiyin::tests {

/// A language of the portal with the words of the pseudo-language.
struct PseudoLanguage {
    std::string tag;
    /// The text of a catalogue.
    std::string catalogue;
};

/// As long as a translation may be, from left to right and from right to left.
std::vector<PseudoLanguage> pseudo_languages();

} // namespace huiyin::tests
