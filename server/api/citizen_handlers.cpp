#include "core/base/find.h"
#include "core/domain/citizen_view.h"
#include "core/domain/text_check.h"
#include "server/api/answers.h"
#include "server/api/archive.h"
#include "server/api/choices.h"
#include "server/api/handlers.h"
#include "server/api/language_guess.h"
#include "server/api/moving.h"
#include "server/api/page.h"
#include "server/api/reading.h"

#include <algorithm>

namespace huiyin::server {

namespace {

/// What opens a case, as the store compares it.
struct Key {
    CaseNumber number;
    Digest code;
};

/// A number or code that cannot be one opens nothing, with the same work as one that can.
Key key_in(Context const& context, Request const& request) {
    auto const number = CaseNumber::read(context.number);
    auto const code = AccessCode::read(request.header("X-Access-Code").value_or(""));
    static auto const no_number = CaseNumber::make({1970, 1, 1}, 1);
    static auto const no_code = AccessCode::from_bytes(std::array<unsigned char, AccessCode::bytes>{});
    CaseNumber const& asked = number && code ? *number : no_number;
    return {asked, context.office.secret.digest_of_code(asked, code.value_or(no_code))};
}

/// What wrong tries are counted by: the number however it was typed, whether there is such a case or not.
std::string tried(std::string_view number) {
    constexpr std::size_t longest = 64;
    auto const read = CaseNumber::read(number);
    return read ? read->text() : std::string(number.substr(0, longest));
}

Response not_found(Office& office, std::string_view number, std::string_view caller, Instant now) {
    office.wrong_tries.count(tried(number), caller, now);
    return problem(404, "case_not_found");
}

std::optional<Response> refused_for_tries(Context const& context, Instant now) {
    WrongTries const& tries = context.office.wrong_tries;
    if (tries.is_empty()) return std::nullopt;
    auto const wait = tries.must_wait(tried(context.number), context.caller, now);
    return wait ? std::optional(too_many_tries(*wait)) : std::nullopt;
}

/// What a device has to do first, unless it shows that it did.
std::optional<Response> refused_for_work(Office& office, Request const& request, std::string_view purpose,
                                         int bits) {
    if (bits == 0) return std::nullopt;
    Instant const now = office.now();
    std::string_view const shown = request.header("X-Work").value_or("");
    if (office.demand.accepts(office.secret, purpose, shown, bits, now)) return std::nullopt;
    return work_required(office.demand.challenge(office.secret, purpose, bits, now));
}

/// The language that somebody reads: that in which they want to be answered, else the first of their browser.
std::string likely_language(std::optional<Contact> const& contact, Request const& request) {
    if (contact && contact->language) return contact->language->value;
    auto const wishes = wished_languages(request.header("Accept-Language").value_or(""));
    return wishes.empty() ? std::string() : wishes.front();
}

/// Whoever says their language is not asked again.
WrittenLanguage detected_in(Submission const& submission, Request const& request) {
    if (submission.language) return {};
    return guessed_language(submission.description, likely_language(submission.contact, request));
}

/// Behind what lies before it in the form.
void add_phone_problem(Problems& problems) {
    auto const is_behind = [](Problem const& problem) {
        return problem.field == "contact.email" || problem.field == "contact.language";
    };
    problems.insert(std::find_if(problems.begin(), problems.end(), is_behind), {"contact.phone", "invalid"});
}

/// Makes the number international; what the form took for a number may still be none.
void settle_phone(Submission& submission, PhoneBook const& phones, Problems& problems) {
    if (!submission.contact || submission.contact->phone.empty()) return;
    auto const typed = typed_phone(submission.contact->phone);
    if (!typed || find_in(problems, "contact.phone", &Problem::field) != problems.end()) return;
    if (auto phone = phones.international(*typed))
        submission.contact->phone = *std::move(phone);
    else
        add_phone_problem(problems);
}

/// Who does not say in which language to be written to reads that of the page.
void settle_contact_language(Submission& submission, Request const& request) {
    if (!submission.contact || submission.contact->language) return;
    std::string const likely = likely_language({}, request);
    if (!likely.empty()) submission.contact->language = LanguageTag{likely};
}

/// A submission that was found in order, with the key that makes it happen once.
struct Accepted {
    Submission submission;
    WrittenLanguage detected;
    std::string key;
    Digest key_digest;
    Digest body_digest;
    std::string caller;
};

Response receipt_answer(std::string const& receipt_json, CaseNumber const& number) {
    Response response = personal(201, receipt_json);
    response.headers.push_back({"Location", "/api/v1/cases/" + number.text()});
    return response;
}

/// The same 201 again.
Answer answer_again(Office const& office, Accepted const& accepted, UsedKey const& used) {
    if (used.body != accepted.body_digest) return problem(422, "idempotency_key_reused");
    CaseNumber const number = TRY(protocol::read_receipt(used.receipt)).number;
    AccessCode const code = office.secret.access_code(accepted.key, accepted.body_digest);
    return receipt_answer(protocol::with_access_code(used.receipt, code.shown()), number);
}

Receipt receipt_of(Case const& subject, Instant now) {
    return {.number = subject.number,
            .access_code = {},
            .stage = subject.stage,
            .urgency = subject.urgency,
            .created_at = subject.created_at,
            .clocks = shown_clocks(subject.clocks, now),
            .written_in = subject.written_in,
            .needs_interpreter = subject.needs_interpreter,
            .phone = subject.submission.contact ? subject.submission.contact->phone : std::string()};
}

Answer receive(Office& office, CaseWriter& cases, Accepted const& accepted) {
    Instant const now = office.now();
    if (auto const used = TRY(cases.used_key(accepted.key_digest)))
        return answer_again(office, accepted, *used);
    Submission submission = accepted.submission;
    if (auto refusal = TRY(find_uploads(office, cases, submission))) return *std::move(refusal);
    Date const day = local_date(now, office.city.utc_offset);
    CaseNumber const number = CaseNumber::make(day, TRY(cases.next_sequence(day)));
    AccessCode const code = office.secret.access_code(accepted.key, accepted.body_digest);
    Case const subject = received(number, std::move(submission), office.rules(), now, accepted.detected);
    TRY(cases.add({subject, office.secret.digest_of_code(number, code),
                   page_of(subject, office.rules(), office.edition, now)}));
    TRY(claim_uploads(cases, number, subject.submission, now));
    TRY(tell_citizen(office, cases, subject, now));
    UsedKey used{accepted.key_digest, accepted.body_digest, protocol::write_receipt(receipt_of(subject, now)),
                 now};
    TRY(cases.remember(used));
    office.demand.count_case(accepted.caller, now);
    return receipt_answer(protocol::with_access_code(std::move(used.receipt), code.shown()), number);
}

/// A citizen's step on the case that number and code open.
Change citizen_step(Context const& context, Request const& request, StepOrder order, int status) {
    std::string const number(context.number);
    std::string const caller(context.caller);
    return {[&office = context.office, key = key_in(context, request), order = std::move(order), number,
             caller, status](CaseWriter& cases) -> Answer {
        Instant const now = office.now();
        auto const before = TRY(cases.opened(key.number, key.code));
        if (!before) return not_found(office, number, caller, now);
        auto const moved = TRY(move(office, cases, *before, order, now));
        if (auto const* refusal = std::get_if<Response>(&moved)) return *refusal;
        office.demand.count_step(tried(number), now);
        return personal(status, std::get<Moved>(moved).page.json);
    }};
}

Prepared prepared_step(Context const& context, Request const& request, StepOrder order, int status) {
    Instant const now = context.office.now();
    if (auto refusal = refused_for_tries(context, now))
        return std::variant<Response, Change>(*std::move(refusal));
    int const bits = context.office.demand.bits_for_step(tried(context.number), now);
    if (auto refusal = refused_for_work(context.office, request, "step", bits))
        return std::variant<Response, Change>(*std::move(refusal));
    return std::variant<Response, Change>(
        citizen_step(context, request, with_languages(cleaned(std::move(order))), status));
}

} // namespace

Answer guess_language(Context const&, Request const& request) {
    auto body = body_of<std::string>(request, protocol::read_message);
    if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
    TextCheck check;
    check.text("text", std::get<std::string>(body), {.min = 1, .max = limits::description_max});
    if (auto problems = std::move(check).problems(); !problems.empty()) return unprocessable(problems);
    auto const guess = guessed_language(std::get<std::string>(body), likely_language({}, request));
    return personal(200, protocol::write_language_guess(guess));
}

Prepared submit_case(Context const& context, Request const& request) {
    using Ready = std::variant<Response, Change>;
    auto key = idempotency_key(request);
    if (!key) return Ready(problem(400, "idempotency_key_missing"));
    auto body = body_of<Submission>(request, protocol::read_submission);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    Office& office = context.office;
    Submission submission = cleaned(std::get<Submission>(std::move(body)));
    Problems problems = problems_in(submission, office.city, office.now());
    settle_phone(submission, office.phones, problems);
    if (!problems.empty()) return Ready(unprocessable(std::move(problems)));
    int const bits = office.demand.bits_for_case(context.caller, office.now());
    if (auto refusal = refused_for_work(office, request, "case", bits)) return Ready(*std::move(refusal));
    WrittenLanguage const detected = detected_in(submission, request);
    settle_contact_language(submission, request);
    Accepted accepted{std::move(submission),
                      detected,
                      *key,
                      office.secret.digest_of_key(*key),
                      office.secret.digest_of_body(request.body),
                      std::string(context.caller)};
    return Ready(Change{[&office, accepted = std::move(accepted)](CaseWriter& cases) {
                            return receive(office, cases, accepted);
                        },
                        *std::move(key)});
}

Answer show_case(Context const& context, Request const& request) {
    Office const& office = context.office;
    Instant const now = office.now();
    if (auto refusal = refused_for_tries(context, now)) return *std::move(refusal);
    Key const key = key_in(context, request);
    auto page = TRY(context.cases.page(key.number, key.code));
    if (!page) return not_found(context.office, context.number, context.caller, now);
    if (now < page->until && page->edition == office.edition) return personal(200, std::move(page->json));
    auto const subject = TRY(context.cases.opened(key.number, key.code));
    if (!subject) return not_found(context.office, context.number, context.caller, now);
    return personal(200, page_of(*subject, office.rules(), office.edition, now).json);
}

Prepared add_message(Context const& context, Request const& request) {
    auto body = body_of<std::string>(request, protocol::read_message);
    if (auto* refusal = std::get_if<Response>(&body))
        return std::variant<Response, Change>(std::move(*refusal));
    return prepared_step(context, request, {.step = Step::Message, .text = std::get<std::string>(body)}, 201);
}

Prepared give_feedback(Context const& context, Request const& request) {
    auto body = body_of<Feedback>(request, protocol::read_feedback);
    if (auto* refusal = std::get_if<Response>(&body))
        return std::variant<Response, Change>(std::move(*refusal));
    return prepared_step(context, request, {.step = Step::Feedback, .feedback = std::get<Feedback>(body)},
                         200);
}

Prepared reopen_case(Context const& context, Request const& request) {
    auto body = body_of<std::string>(request, protocol::read_reason);
    if (auto* refusal = std::get_if<Response>(&body))
        return std::variant<Response, Change>(std::move(*refusal));
    return prepared_step(context, request, {.step = Step::Reopen, .text = std::get<std::string>(body)}, 200);
}

Prepared withdraw_case(Context const& context, Request const& request) {
    if (auto refusal = refused_content(request)) return std::variant<Response, Change>(*std::move(refusal));
    return prepared_step(context, request, {.step = Step::Withdraw}, 200);
}

Answer show_attachment(Context const& context, Request const& request) {
    Instant const now = context.office.now();
    if (auto refusal = refused_for_tries(context, now)) return *std::move(refusal);
    Key const key = key_in(context, request);
    auto const subject = TRY(context.cases.opened(key.number, key.code));
    if (!subject) return not_found(context.office, context.number, context.caller, now);
    return attachment_answer(context.office, context.cases, *subject, {std::string(context.id)});
}

} // namespace huiyin::server
