#include "server/cli/cases.h"

#include "core/base/match.h"
#include "server/api/language_guess.h"
#include "server/api/moving.h"
#include "server/api/page.h"
#include "server/api/reading.h"
#include "server/cli/case_text.h"
#include "server/cli/complaints.h"
#include "server/cli/data.h"
#include "server/store/retention.h"

#include <charconv>
#include <iostream>

namespace huiyin::server {

namespace {

constexpr std::string_view usage = R"(huiyin case list [--stage STAGE] [--limit N] [--data DIR]
huiyin case show NUMBER [--data DIR]
huiyin case step NUMBER STEP [--data DIR]
huiyin case anonymise NUMBER [--data DIR]
huiyin case delete NUMBER [--data DIR]

  anonymise takes out who the person is, delete all of the case; a backup still has it.

  The steps, each with what it takes:
    dispatch --unit UNIT [--note TEXT]    hand the case to a responsible unit
    contact [--note TEXT]                 the unit has spoken with the citizen
    instruct [--note TEXT]                the unit's lead has decided how to act
    handle [--note TEXT]                  the unit is at work
    ask_citizen --note TEXT               ask the citizen something; the clocks pause
    reply --outcome resolved|partial|unresolvable|not_justified --text TEXT [--grounds TEXT] [--language TAG]
          [--translation TEXT --into LANGUAGE --by NAME [--machine] [--translated-grounds TEXT]]
    close
    merge --into NUMBER                   the matter goes on in another case

  --data DIR     where the cases are kept (data); a running server may use it at the same time
  --address URL  where citizens read the portal: leaves a notice by e-mail for the server to send
)";

constexpr std::string_view retention_usage =
    R"(huiyin retention [--contact-days N] [--case-days N] [--stage STAGE] [--data DIR]

  Takes out what is kept no longer, while a server may be at work; run it once a day. What was done stands in
  the table erasures, without anything of whom.

  --contact-days N  days after the end of a case until who the person is is taken out
  --case-days N     days after the end of a case until all of it is
  --stage STAGE     closed, withdrawn or merged (all of them)
  --data DIR        where the cases are kept (data)
)";

Error misunderstood(std::string text) { return {"usage", std::move(text)}; }

Result<CaseNumber> number_in(Arguments& arguments) {
    auto const word = arguments.next_word();
    if (!word) return misunderstood("Say which case, by its number.");
    auto const number = CaseNumber::read(*word);
    if (!number) return misunderstood("\"" + *word + "\" is no case number; perhaps a character is wrong.");
    return *number;
}

Error no_such_case(CaseNumber const& number) {
    return {"case_not_found", "There is no case " + number.text() + "."};
}

Result<Done> nothing_left(Arguments const& arguments) {
    if (auto const complaint = arguments.complaint()) return misunderstood(*complaint);
    return Done{};
}

Result<WorkListQuery> query_in(Arguments& arguments) {
    WorkListQuery query;
    if (auto const stage = arguments.option("--stage")) {
        query.stage = named<Stage>(*stage);
        if (!query.stage) return misunderstood("\"" + *stage + "\" is no stage.");
    }
    std::string const limit = arguments.option("--limit").value_or("50");
    auto const [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), query.limit);
    if (error != std::errc() || end != limit.data() + limit.size() || query.limit < 1)
        return misunderstood("--limit takes a number from 1 on.");
    return query;
}

Result<Done> list(Arguments& arguments, std::string const& directory) {
    WorkListQuery const query = TRY(query_in(arguments));
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    auto const reader = TRY(data.store->reader());
    WorkList const found = TRY(reader->work_list(query));
    for (Case const& subject : found.cases)
        std::cout << line_of(subject);
    for (Error const& error : found.unreadable)
        std::cerr << "case " << error.detail << " cannot be read\n";
    return Done{};
}

Result<Done> show(Arguments& arguments, std::string const& directory) {
    CaseNumber const number = TRY(number_in(arguments));
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    auto const reader = TRY(data.store->reader());
    auto const subject = TRY(reader->find(number));
    if (!subject) return no_such_case(number);
    std::cout << text_of(*subject, system_now());
    return Done{};
}

std::optional<Translation> translation_in(Arguments& arguments) {
    auto text = arguments.option("--translation");
    if (!text) return std::nullopt;
    bool const is_by_machine = arguments.flag("--machine");
    return Translation{.language = {arguments.option("--into").value_or("")},
                       .text = *std::move(text),
                       .grounds = arguments.option("--translated-grounds").value_or(""),
                       .translator = arguments.option("--by").value_or(""),
                       .kind = is_by_machine ? TranslatorKind::Machine : TranslatorKind::Person};
}

Result<std::optional<Reply>> reply_in(Arguments& arguments) {
    auto const outcome_name = arguments.option("--outcome");
    auto const outcome = named<Outcome>(outcome_name.value_or(""));
    if (!outcome) return misunderstood("--outcome is resolved, partial, unresolvable or not_justified.");
    Reply reply{.outcome = *outcome,
                .text = arguments.option("--text").value_or(""),
                .grounds = arguments.option("--grounds").value_or(""),
                .translation = translation_in(arguments)};
    if (auto language = arguments.option("--language")) reply.language = LanguageTag{*std::move(language)};
    return std::optional(std::move(reply));
}

Result<StepOrder> order_in(Arguments& arguments) {
    auto const word = arguments.next_word();
    auto const step = named<Step>(word.value_or(""));
    if (!step || !is_for_staff(*step))
        return misunderstood(word ? "\"" + *word + "\" is no step of the staff's."
                                  : "Say which step to take.");
    StepOrder order{.step = *step};
    if (*step == Step::Dispatch) order.unit = UnitName{arguments.option("--unit").value_or("")};
    if (*step == Step::Reply) order.reply = TRY(reply_in(arguments));
    order.text = arguments.option(*step == Step::Merge ? "--into" : "--note").value_or("");
    order.by = "command line";
    return with_languages(cleaned(std::move(order)));
}

std::string listed(std::vector<Step> const& steps) {
    std::string text;
    for (Step step : steps)
        text.append(text.empty() ? "" : ", ").append(name_of(step));
    return text.empty() ? "none" : text;
}

Error refusal_of(NotAllowed const& refusal) {
    return {refusal.code,
            "The case cannot take this step now. Steps allowed: " + listed(refusal.allowed) + "."};
}

Error refusal_of(Problems const& problems) {
    std::string text = "Something is missing or wrong:";
    for (Problem const& problem : problems)
        text += " " + problem.field + " (" + problem.code + ")";
    return {"invalid", text};
}

Result<Done> store_step(Office const& office, CaseWriter& cases, CaseNumber const& number,
                        StepOrder const& order) {
    auto const before = TRY(cases.find(number));
    if (!before) return no_such_case(number);
    return match(
        TRY(take_and_store(office, cases, *before, order, office.now())).outcome,
        [&](Case const& after) -> Result<Done> {
            TRY(cases.commit());
            std::cout << line_of(after);
            return Done{};
        },
        [](NotAllowed const& refusal) -> Result<Done> { return refusal_of(refusal); },
        [](Problems const& problems) -> Result<Done> { return refusal_of(problems); });
}

Result<Done> step(Arguments& arguments, std::string const& directory) {
    CaseNumber const number = TRY(number_in(arguments));
    StepOrder const order = TRY(order_in(arguments));
    std::string address = arguments.option("--address").value_or("");
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    Office const office =
        TRY(make_office({.secret = data.secret, .now = system_now, .address = std::move(address)}));
    auto const writer = TRY(data.store->writer());
    TRY(writer->begin());
    // An error leaves the transaction open; the writer's end rolls it back.
    return store_step(office, *writer, number, order);
}

Result<Done> take_out(Arguments& arguments, std::string const& directory, Erasure erasure) {
    CaseNumber const number = TRY(number_in(arguments));
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    if (!TRY(erase(*data.store, number, erasure, system_now()))) return no_such_case(number);
    std::cout << number << (erasure == Erasure::Contact ? " is anonymous now.\n" : " is deleted.\n");
    return Done{};
}

Result<int> days_in(Arguments& arguments, std::string_view name) {
    std::string const text = arguments.option(name).value_or("0");
    int days = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0)
        return misunderstood(std::string(name) + " takes a number of days.");
    return days;
}

Result<Done> retain(Arguments& arguments) {
    std::string const directory = arguments.option("--data").value_or(std::string(default_data));
    int const contact_days = TRY(days_in(arguments, "--contact-days"));
    int const case_days = TRY(days_in(arguments, "--case-days"));
    auto const stage = arguments.option("--stage");
    TRY(nothing_left(arguments));
    std::vector<Retention> rules = for_every_end(contact_days, case_days);
    std::erase_if(rules, [&](Retention const& rule) { return stage && *stage != name_of(rule.stage); });
    if (rules.empty()) return misunderstood("--stage is closed, withdrawn or merged.");
    if (contact_days == 0 && case_days == 0) return misunderstood("Say after how many days.");
    Data const data = TRY(open_data(directory));
    Erased const erased = TRY(erase_aged(*data.store, rules, system_now()));
    std::cout << erased.contacts << " made anonymous, " << erased.cases << " deleted\n";
    return Done{};
}

Result<Done> command(Arguments& arguments) {
    std::string const directory = arguments.option("--data").value_or(std::string(default_data));
    std::string const verb = arguments.next_word().value_or("");
    if (verb == "list") return list(arguments, directory);
    if (verb == "show") return show(arguments, directory);
    if (verb == "step") return step(arguments, directory);
    if (verb == "anonymise") return take_out(arguments, directory, Erasure::Contact);
    if (verb == "delete") return take_out(arguments, directory, Erasure::Case);
    return misunderstood("Say what to do with cases: list, show, step, anonymise or delete.");
}

} // namespace

int cases(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    auto const done = command(arguments);
    return done ? 0 : complain(done.error(), usage);
}

int retention(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << retention_usage, 0;
    auto const done = retain(arguments);
    return done ? 0 : complain(done.error(), retention_usage);
}

} // namespace huiyin::server
