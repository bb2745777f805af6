#include "server/api/notices.h"

#include "embedded/locales.h"
#include "i18n/language.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <sstream>

namespace huiyin::server {

namespace {

using i18n::tr;

/// The stage that a notice tells of; nothing for steps that need none.
std::optional<Stage> told_stage(Step step) {
    switch (step) {
    case Step::Submit: return Stage::Received;
    case Step::Dispatch: return Stage::Dispatched;
    case Step::AskCitizen: return Stage::AwaitingCitizen;
    case Step::Reply: return Stage::Replied;
    case Step::Close: return Stage::Closed;
    case Step::Reopen: return Stage::Reopened;
    default: return std::nullopt;
    }
}

/// One address and nothing else: what could name another recipient gets no mail.
bool is_one_address(std::string_view address) {
    constexpr std::string_view others = ",;:<>()[]\\\"";
    return !address.empty() && std::all_of(address.begin(), address.end(), [&](char letter) {
        return static_cast<unsigned char>(letter) > ' ' && letter != 0x7F &&
               others.find(letter) == std::string_view::npos;
    });
}

std::string in_base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back();
    return text;
}

/// RFC 2047: words of at most 75 characters, none of which divides a letter.
std::string head_words(std::string_view text) {
    constexpr std::size_t most_bytes = 42;
    std::string words;
    while (!text.empty()) {
        std::size_t end = std::min(most_bytes, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        words.append(words.empty() ? "" : "\n ").append("=?UTF-8?B?" + in_base64(text.substr(0, end)) + "?=");
        text.remove_prefix(end);
    }
    return words;
}

/// RFC 2045: lines of at most 76 characters.
std::string body_lines(std::string_view text) {
    constexpr std::size_t line_length = 76;
    std::string const whole = in_base64(text);
    std::string lines;
    for (std::size_t at = 0; at < whole.size(); at += line_length)
        lines.append(whole, at, line_length).push_back('\n');
    return lines;
}

/// 1 minute, 2, 4 … 6 hours: a mail system that is away is back within a day or two.
Duration pause_behind(int tries) {
    constexpr int most_doublings = 9;
    return std::min(Duration::minutes(std::int64_t{1} << std::min(tries, most_doublings)),
                    Duration::hours(6));
}

/// Some five days.
constexpr int most_tries = 28;

Result<Done> settle(CaseWriter& cases, WaitingNotice const& waiting, bool is_taken, Instant now) {
    TRY(cases.begin());
    bool const is_over = is_taken || waiting.tries + 1 >= most_tries;
    auto const settled = is_over ? cases.forget_notice(waiting.id)
                                 : cases.delay_notice(waiting.id, now + pause_behind(waiting.tries));
    auto done = settled ? cases.commit() : settled;
    if (!done) cases.roll_back();
    return done;
}

} // namespace

/// The languages that notices were written in so far: few servers need all.
struct Notices::Words {
    i18n::Language const& in(i18n::LanguageInfo const& info) {
        std::lock_guard const lock(mutex);
        auto& language = languages[info.tag];
        if (!language) language = loaded(info.tag);
        return *language;
    }

    static std::unique_ptr<i18n::Language> loaded(std::string_view tag) {
        for (auto const& [file_name, text] : embedded::locales::all) {
            if (file_name.substr(0, file_name.rfind('.')) != tag) continue;
            auto language = i18n::Language::load(tag, text, {});
            VERIFY(language.is_ok());
            return std::move(language).value();
        }
        VERIFY(false && "a language without a catalogue");
        return nullptr;
    }

    std::mutex mutex;
    std::map<std::string_view, std::unique_ptr<i18n::Language>> languages;
};

Notices::Notices(std::string address) : m_address(std::move(address)), m_words(std::make_unique<Words>()) {}
Notices::Notices(Notices&&) noexcept = default;
Notices::~Notices() = default;

std::optional<Notice> Notices::about(Case const& subject, Step step) const {
    auto const stage = told_stage(step);
    auto const& contact = subject.submission.contact;
    if (!stage || !contact || !is_one_address(contact->email)) return std::nullopt;
    std::string const wish = contact->language.value_or(subject.written_in.tag).value;
    i18n::LanguageInfo const& info = i18n::negotiate(std::array{wish});
    i18n::Language const& language = m_words->in(info);
    std::string const key = "email." + std::string(name_of(*stage));
    std::vector<i18n::Argument> const arguments = {{"number", subject.number.text()},
                                                   {"unit", subject.unit.value_or(UnitName{}).value},
                                                   {"address", m_address}};
    std::string text;
    for (std::string const& part :
         {std::string("email.greeting"), key + ".text", std::string("email.open"), std::string("email.never"),
          std::string("email.no_reply"), std::string("email.sender")})
        text.append(text.empty() ? "" : "\n\n").append(language.format(tr(part, arguments)));
    return Notice{
        contact->email, language.format(tr(key + ".subject", arguments)), text, {std::string(info.tag)}};
}

std::string mail_of(WaitingNotice const& waiting, std::string const& sender) {
    Notice const& notice = waiting.notice;
    std::string const domain = sender.substr(std::min(sender.size(), sender.rfind('@') + 1));
    std::ostringstream mail;
    // A notice that is handed over twice has the same name, so that its reader need not see it twice.
    mail << "From: <" << sender << ">\n"
         << "To: <" << notice.to << ">\n"
         << "Subject: " << head_words(notice.subject) << "\n"
         << "Message-ID: <notice." << waiting.id << "@" << domain << ">\n"
         << "Auto-Submitted: auto-generated\n"
         << "MIME-Version: 1.0\n"
         << "Content-Type: text/plain; charset=UTF-8\n"
         << "Content-Language: " << notice.language << "\n"
         << "Content-Transfer-Encoding: base64\n\n"
         << body_lines(notice.text);
    return mail.str();
}

Result<int> hand_over(CaseWriter& cases, std::string const& sender, Carrier const& carrier,
                      std::function<void(Error const&)> const& report, Instant now) {
    constexpr std::size_t most_at_once = 50;
    int taken = 0;
    for (WaitingNotice const& waiting : TRY(cases.due_notices(now, most_at_once))) {
        bool const is_taken = carrier(mail_of(waiting, sender));
        TRY(settle(cases, waiting, is_taken, now));
        taken += is_taken ? 1 : 0;
        if (!is_taken) report({"notice_not_taken", "notice " + std::to_string(waiting.id)});
    }
    return taken;
}

} // namespace huiyin::server
