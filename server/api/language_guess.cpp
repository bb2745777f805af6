#include "server/api/language_guess.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin::server {

namespace {

/// Less is as likely wrong as right, and a wrong language is read aloud wrongly.
constexpr double least_confidence = 0.7;

/// CLD2 says "zh" for simplified characters, and has some codes from before BCP 47.
std::string tag_of(CLD2::Language language) {
    std::string const code = CLD2::LanguageCode(language);
    if (code == "zh") return "zh-Hans";
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    return code == "un" || code == "xxx" ? "und" : code;
}

double in_hundredths(double share) { return std::round(std::clamp(share, 0.0, 1.0) * 100) / 100; }

/// Without a hint of what the writer reads: it makes CLD2 take short texts for that.
WrittenLanguage detected(std::string_view text) {
    CLD2::CLDHints const hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int bytes = 0;
    int valid_bytes = 0;
    bool is_reliable = false;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                            CLD2::kCLDFlagBestEffort, languages.data(), percents.data(),
                                            scores.data(), nullptr, &bytes, &is_reliable, &valid_bytes);
    double const share = percents[0] / 100.0;
    return {{tag_of(languages[0])}, in_hundredths(is_reliable ? share : share / 2)};
}

} // namespace

WrittenLanguage guessed_language(std::string_view text, std::string_view likely) {
    WrittenLanguage guess = detected(text);
    if (guess.tag.value != "und") return guess;
    return {.tag = {likely.empty() ? "und" : std::string(likely)}};
}

StepOrder with_languages(StepOrder order) {
    auto const known = [](std::string_view text) -> std::optional<LanguageTag> {
        WrittenLanguage guess = text.empty() ? WrittenLanguage{} : guessed_language(text);
        if (guess.confidence < least_confidence) return std::nullopt;
        return std::move(guess.tag);
    };
    if (order.reply && !order.reply->language) order.reply->language = known(order.reply->text);
    if (!order.language) order.language = known(order.feedback ? order.feedback->comment : order.text);
    return order;
}

} // namespace huiyin::server
