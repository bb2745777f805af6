#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/languages.h"
#include "i18n/message.h"
#include "i18n/unicode.h"
#include "tools/catalogues/check.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>

namespace huiyin::catalogues {

namespace {

using i18n::Direction;

struct Letters {
    std::string_view tag;
    std::u32string_view letters;
};

/// Marks that good writers of a language use beside those of CLDR.
constexpr Letters more_quotation_marks[] = {
    {"ar", U"«»"}, {"fr", U"“”"}, {"kk", U"«»"}, {"mn", U"«»"}, {"pt", U"«»"},
};

/// Letters that look right and belong to a sister language, with which search and sorting fail.
constexpr Letters sister_letters[] = {
    {"ar", U"\u06CC\u06A9"},
    {"fa", U"\u064A\u0643\u0649"},
    {"ro", U"\u015E\u015F\u0162\u0163"},
};

/// Between words no space stands, or endings are joined to foreign words.
constexpr std::string_view joining[] = {"ja", "ko", "th", "zh-Hans", "zh-Hant"};

constexpr std::string_view markup[] = {"<", ">", "`", "\\", "**", "]("};

constexpr char32_t apostrophe = 0x2019;
constexpr char32_t non_joiner = 0x200C;
constexpr char32_t joiner = 0x200D;
constexpr char32_t pop_isolate = 0x2069;

bool opens_isolate(char32_t letter) { return letter >= 0x2066 && letter <= 0x2068; }

std::u32string_view letters_of(std::span<Letters const> table, std::string_view tag) {
    auto const found = std::ranges::find(table, tag, &Letters::tag);
    return found == table.end() ? std::u32string_view{} : found->letters;
}

std::set<UScriptCode> scripts_of(icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode codes[8];
    int32_t const count = uscript_getCode(locale.getName(), codes, std::size(codes), &status);
    VERIFY(U_SUCCESS(status));
    return {codes, codes + count};
}

std::set<char32_t> quotation_marks_of(icu::Locale const& locale, std::string_view tag) {
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData* const data = ulocdata_open(locale.getName(), &status);
    std::set<char32_t> marks{apostrophe};
    for (auto const kind : {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
                            ULOCDATA_ALT_QUOTATION_END}) {
        UChar mark[8];
        int32_t const length = ulocdata_getDelimiter(data, kind, mark, std::size(mark), &status);
        VERIFY(U_SUCCESS(status) && length > 0);
        marks.insert(static_cast<char32_t>(mark[0]));
    }
    ulocdata_close(data);
    for (char32_t const mark : letters_of(more_quotation_marks, tag))
        marks.insert(mark);
    return marks;
}

bool is_of_a_word(char32_t letter) {
    return u_isalpha(static_cast<UChar32>(letter)) ||
           u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK;
}

std::set<UScriptCode> scripts_in(std::u32string_view word) {
    std::set<UScriptCode> scripts;
    for (char32_t const letter : word) {
        UErrorCode status = U_ZERO_ERROR;
        scripts.insert(uscript_getScript(static_cast<UChar32>(letter), &status));
    }
    scripts.erase(USCRIPT_COMMON);
    scripts.erase(USCRIPT_INHERITED);
    return scripts;
}

std::u32string code_points_of(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();)
        result.push_back(next_code_point(text, at));
    return result;
}

std::string utf8_of(std::u32string_view text) {
    std::string result;
    for (char32_t const letter : text)
        append_utf8(result, letter);
    return result;
}

std::vector<std::u32string_view> words_of(std::u32string_view text) {
    std::vector<std::u32string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const from = at;
        while (at < text.size() && is_of_a_word(text[at]))
            ++at;
        if (at > from) words.push_back(text.substr(from, at - from));
        if (at == from) ++at;
    }
    return words;
}

/// "&amp;", "&#39;".
bool has_entity(std::u32string_view text) {
    for (std::size_t at = text.find(U'&'); at != std::u32string_view::npos; at = text.find(U'&', at + 1))
        if (at + 1 < text.size() && (text[at + 1] == U'#' || u_isalpha(static_cast<UChar32>(text[at + 1]))))
            return true;
    return false;
}

bool has_markup(std::string_view pattern, std::u32string_view text) {
    return has_entity(text) || std::ranges::any_of(markup, [&](std::string_view each) {
               return pattern.find(each) != std::string_view::npos;
           });
}

bool has_spaces_too_many(std::string_view pattern) {
    return trimmed(pattern).size() != pattern.size() || pattern.find("  ") != std::string_view::npos ||
           pattern.find_first_of("\t\n\r") != std::string_view::npos;
}

/// How one language is written.
class Writing {
public:
    explicit Writing(std::string_view tag) : Writing(tag, *i18n::find_language(tag)) {}

    /// In words, what is wrong with a message.
    std::vector<std::string> faults_in(std::string const& pattern, std::u32string const& text) {
        m_faults.clear();
        if (has_spaces_too_many(pattern)) m_faults.push_back("there are spaces too many");
        if (has_markup(pattern, text)) m_faults.push_back("there is markup in the text");
        for (std::u32string_view const word : words_of(text))
            check_scripts(word);
        for (char32_t const letter : text)
            check_letter(letter);
        check_isolates(text);
        return m_faults;
    }

private:
    Writing(std::string_view tag, i18n::LanguageInfo const& info)
        : m_direction(info.direction), m_scripts(scripts_of(i18n::icu_locale(info))),
          m_joins_words(std::ranges::find(joining, tag) != std::end(joining)),
          m_quotation_marks(quotation_marks_of(i18n::icu_locale(info), tag)),
          m_sister_letters(letters_of(sister_letters, tag)) {}

    void check_scripts(std::u32string_view word) {
        std::set<UScriptCode> const scripts = scripts_in(word);
        auto const is_own = [&](UScriptCode script) { return m_scripts.contains(script); };
        bool const has_latin = scripts.contains(USCRIPT_LATIN) && !is_own(USCRIPT_LATIN);
        auto const own = static_cast<std::size_t>(std::ranges::count_if(scripts, is_own));
        if (own + (has_latin ? 1 : 0) < scripts.size())
            m_faults.push_back("letters of a foreign script in \"" + utf8_of(word) + "\"");
        else if (has_latin && own > 0 && !m_joins_words)
            m_faults.push_back("two scripts in \"" + utf8_of(word) + "\"");
    }

    void check_letter(char32_t letter) {
        auto const code_point = static_cast<UChar32>(letter);
        if (m_sister_letters.find(letter) != std::u32string_view::npos)
            m_faults.push_back("another language's letter \"" + utf8_of({&letter, 1}) + "\"");
        bool const is_mark = u_hasBinaryProperty(code_point, UCHAR_QUOTATION_MARK) != 0;
        if (is_mark && !m_quotation_marks.contains(letter))
            m_faults.push_back("the language does not quote with " + utf8_of({&letter, 1}));
        if (is_unseen(code_point) && !may_be_unseen(letter))
            m_faults.push_back("an invisible character stands in the text");
    }

    static bool is_unseen(UChar32 letter) {
        auto const kind = u_charType(letter);
        return kind == U_FORMAT_CHAR || kind == U_CONTROL_CHAR || kind == U_PRIVATE_USE_CHAR ||
               kind == U_UNASSIGNED || letter == 0xFFFD;
    }

    bool may_be_unseen(char32_t letter) const {
        if (letter == non_joiner || letter == joiner)
            return m_scripts.contains(USCRIPT_ARABIC) || m_scripts.contains(USCRIPT_DEVANAGARI);
        return m_direction == Direction::RightToLeft && (opens_isolate(letter) || letter == pop_isolate);
    }

    void check_isolates(std::u32string const& text) {
        if (std::ranges::count_if(text, opens_isolate) != std::ranges::count(text, pop_isolate))
            m_faults.push_back("an isolate is not closed");
    }

    Direction m_direction;
    std::set<UScriptCode> m_scripts;
    bool m_joins_words;
    std::set<char32_t> m_quotation_marks;
    std::u32string_view m_sister_letters;
    std::vector<std::string> m_faults;
};

} // namespace

Findings check_writing(std::string_view tag, i18n::Catalogue const& catalogue) {
    Findings findings;
    Writing writing(tag);
    for (auto const& [key, pattern] : catalogue) {
        auto const result = i18n::Message::parse(pattern);
        auto const* const message = std::get_if<i18n::Message>(&result);
        if (!message) continue;
        for (std::string& what : writing.faults_in(pattern, code_points_of(message->literal_text())))
            findings.push_back({std::string(tag), key, std::move(what)});
    }
    return findings;
}

} // namespace huiyin::catalogues
