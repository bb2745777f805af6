#include "i18n/language.h"

#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/breaks.h"
#include "i18n/catalogue.h"
#include "i18n/formats.h"
#include "i18n/languages.h"
#include "i18n/message.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <unicode/uchar.h>
#include <unicode/ures.h>
#include <unordered_map>

namespace huiyin::i18n {

namespace {

constexpr std::size_t cache_limit = 512;

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Mapped>
using ByText = std::unordered_map<std::string, Mapped, Hash, std::equal_to<>>;

/// A catalogue's entry: finished words, or a pattern to be filled.
struct Entry {
    std::string words;
    bool is_pattern = false;
    std::optional<Message> message = {};
};

/// MessageFormat gives meaning to braces and doubled apostrophes only; '#' is one outside of plurals' braces.
bool is_pattern(std::string_view message) {
    return message.find_first_of("{}") != std::string_view::npos ||
           message.find("''") != std::string_view::npos;
}

void append_bytes(std::string& to, void const* value, std::size_t size) {
    to.append(static_cast<char const*>(value), size);
}

void append_fingerprint(std::string& to, Text const& text);

void append_fingerprint(std::string& to, Value const& value) {
    to.push_back(static_cast<char>('0' + value.index()));
    match(
        value,
        [&](std::string const& typed) {
            std::size_t const size = typed.size();
            append_bytes(to, &size, sizeof size);
            to += typed;
        },
        [&](Instant at) { append_bytes(to, &at.unix_ms, sizeof at.unix_ms); },
        [&](std::vector<Text> const& texts) {
            for (Text const& text : texts)
                append_fingerprint(to, text);
            to.push_back(']');
        },
        [&](auto number) { append_bytes(to, &number, sizeof number); });
}

/// Equal for equal texts only: each part ends where it says.
void append_fingerprint(std::string& to, Text const& text) {
    append_fingerprint(to, Value(text.key()));
    append_fingerprint(to, Value(text.verbatim()));
    for (Argument const& argument : text.arguments()) {
        to += argument.name;
        to.push_back('=');
        append_fingerprint(to, argument.value);
    }
    to.push_back('}');
}

bool is_right_to_left(char32_t code_point) {
    UCharDirection const kind = u_charDirection(static_cast<UChar32>(code_point));
    return kind == U_RIGHT_TO_LEFT || kind == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_white_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)); }

/// Embeddings, overrides and their end (UAX 9) can reach to the end of the paragraph.
bool is_embedding(char32_t code_point) { return code_point >= 0x202A && code_point <= 0x202E; }
bool opens_isolate(char32_t code_point) { return code_point >= 0x2066 && code_point <= 0x2068; }
constexpr char32_t pop_isolate = 0x2069;

/// The text without directional controls that reach beyond it: each isolate ends in it, and nothing else's.
std::string kept_within(std::string_view text) {
    std::string result;
    int open = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const from = at;
        char32_t const code_point = next_code_point(text, at);
        bool const is_stray = is_embedding(code_point) || (code_point == pop_isolate && open == 0);
        if (is_stray) continue;
        if (opens_isolate(code_point)) ++open;
        if (code_point == pop_isolate) --open;
        result += text.substr(from, at - from);
    }
    for (; open > 0; --open)
        result += "\u2069";
    return result;
}

/// Among left-to-right words only right-to-left letters can disturb; among right-to-left words everything but
/// such letters can: "+86 10" would turn into "10 86+".
bool can_disturb(std::string_view text, Direction around) {
    bool const right_to_left = around == Direction::RightToLeft;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const code_point = next_code_point(text, at);
        if (right_to_left && !is_right_to_left(code_point) && !is_white_space(code_point)) return true;
        if (!right_to_left && is_right_to_left(code_point)) return true;
    }
    return false;
}

/// False when the language's package was not added: ICU would quietly speak root.
bool has_data(icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    ures_close(ures_openDirect(nullptr, locale.getBaseName(), &status));
    return U_SUCCESS(status);
}

class LanguageAtWork final : public Language {
public:
    LanguageAtWork(LanguageInfo const& info, Catalogue catalogue, Duration utc_offset)
        : m_info(info), m_locale(icu_locale(info)), m_utc_offset(utc_offset), m_formats(info, utc_offset) {
        for (auto& [key, words] : catalogue) {
            bool const pattern = is_pattern(words);
            m_entries.emplace(std::move(key), Entry{std::move(words), pattern});
        }
    }

    LanguageInfo const& info() const override { return m_info; }

    std::string format(Text const& text) const override {
        if (text.is_verbatim()) return text.verbatim();
        Entry& entry = entry_of(text.key());
        if (!entry.is_pattern) return entry.words;
        std::lock_guard const lock(m_mutex);
        return filled_from_cache(entry, text);
    }

    bool has(std::string_view key) const override { return m_entries.find(key) != m_entries.end(); }

    std::string date_time(Instant at) const override {
        std::lock_guard const lock(m_mutex);
        return m_formats.date_time(at);
    }
    std::string date(Instant at) const override {
        std::lock_guard const lock(m_mutex);
        return m_formats.date(at);
    }
    std::string relative(Instant at, Instant now) const override {
        std::lock_guard const lock(m_mutex);
        return m_formats.relative(at, now);
    }
    std::string number(std::int64_t value) const override {
        std::lock_guard const lock(m_mutex);
        return m_formats.numbers().written(value);
    }
    std::vector<Break> line_breaks(std::string_view text) const override {
        std::lock_guard const lock(m_mutex);
        return breaks().lines(text);
    }
    std::vector<std::size_t> graphemes(std::string_view text) const override {
        std::lock_guard const lock(m_mutex);
        return breaks().graphemes(text);
    }

private:
    Entry& entry_of(std::string const& key) const {
        auto const found = m_entries.find(key);
        if (found == m_entries.end())
            verification_failed(("the catalogue has the key " + key).c_str(), __FILE__, __LINE__);
        return found->second;
    }

    std::string filled_from_cache(Entry& entry, Text const& text) const {
        std::string fingerprint;
        append_fingerprint(fingerprint, text);
        if (auto const found = m_filled.find(fingerprint); found != m_filled.end()) return found->second;
        if (m_filled.size() >= cache_limit) m_filled.clear();
        std::string words = filled(entry, text);
        m_filled.emplace(std::move(fingerprint), words);
        return words;
    }

    std::string filled(Entry& entry, Text const& text) const {
        Message const& message = parsed(entry, text.key());
        Message::Fillings fillings;
        for (auto const& [name, type] : message.places())
            fillings.emplace(name, filling(argument(text, name), type));
        return message.fill(fillings, m_formats.numbers());
    }

    Message const& parsed(Entry& entry, std::string const& key) const {
        if (entry.message) return *entry.message;
        auto result = Message::parse(entry.words);
        if (!std::holds_alternative<Message>(result))
            verification_failed(("the message of " + key + " parses").c_str(), __FILE__, __LINE__);
        return entry.message.emplace(std::get<Message>(std::move(result)));
    }

    static Value const& argument(Text const& text, std::string_view name) {
        for (Argument const& each : text.arguments())
            if (each.name == name) return each.value;
        std::string const condition = text.key() + " is given its " + std::string(name);
        verification_failed(condition.c_str(), __FILE__, __LINE__);
    }

    Message::Filling filling(Value const& value, std::string_view type) const {
        return match(
            value, [](std::int64_t number) -> Message::Filling { return Number(number); },
            [](double number) -> Message::Filling { return Number(number); },
            [&](std::string const& typed) -> Message::Filling {
                return type == "select" ? typed : isolated(typed);
            },
            [&](Instant at) -> Message::Filling { return moment(at, type); },
            [&](std::vector<Text> const& texts) -> Message::Filling { return nested(texts); });
    }

    std::string moment(Instant at, std::string_view type) const {
        if (type == "date") return m_formats.date(at);
        return type == "deadline" ? deadline(at) : m_formats.date_time(at);
    }

    /// Midnight belongs to the day that ends.
    std::string deadline(Instant at) const {
        bool const is_midnight = at == at_local_midnight(local_date(at, m_utc_offset), m_utc_offset);
        if (!is_midnight) return m_formats.date_time(at);
        return nested({tr("date.end_of_day", {{"day", at - Duration::minutes(1)}})});
    }

    std::string nested(std::vector<Text> const& texts) const {
        std::string words;
        for (Text const& text : texts)
            words += text.is_verbatim() ? isolated(text.verbatim()) : words_of(text);
        return words;
    }

    std::string words_of(Text const& text) const {
        Entry& entry = entry_of(text.key());
        return entry.is_pattern ? filled(entry, text) : entry.words;
    }

    std::string isolated(std::string_view typed) const {
        std::string words = kept_within(typed);
        if (!can_disturb(words, m_info.direction)) return words;
        return "\u2068" + words + "\u2069";
    }

    Breaks& breaks() const {
        if (!m_breaks) m_breaks.emplace(m_locale);
        return *m_breaks;
    }

    LanguageInfo const& m_info;
    icu::Locale m_locale;
    Duration m_utc_offset;
    /// Guards what is made at first use.
    mutable std::mutex m_mutex;
    Formats m_formats;
    mutable ByText<Entry> m_entries;
    mutable ByText<std::string> m_filled;
    mutable std::optional<Breaks> m_breaks;
};

} // namespace

Result<std::unique_ptr<Language>> Language::load(std::string_view tag, std::string_view catalogue_json,
                                                 Duration utc_offset) {
    LanguageInfo const* const info = find_language(tag);
    if (!info) return Error{"unknown_language", std::string(tag)};
    if (!has_data(icu_locale(*info))) return Error{"data_missing", std::string(tag)};
    Catalogue catalogue = TRY(read_catalogue(catalogue_json));
    return std::unique_ptr<Language>(
        std::make_unique<LanguageAtWork>(*info, std::move(catalogue), utc_offset));
}

} // namespace huiyin::i18n
