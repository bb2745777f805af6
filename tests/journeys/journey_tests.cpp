#include "core/base/find.h"
#include "tests/journeys/citizen.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

std::string const reply_partly =
    R"({"step":"reply","reply":{"outcome":"partial","text":"The site rests from ten at night."}})";

constexpr std::string_view in_kazakh =
    "Астыңғы қабаттағы құрылыс үш апта бойы күн сайын түнде жұмыс істейді.";

/// Follows "Change" beside the language of the text.
void changes_the_language(Person& person) {
    auto const& nodes = person.frame().nodes;
    auto const link = find_in(nodes, "submit.answers.language.change", &ui::Node::id);
    BOOST_REQUIRE(link != nodes.end());
    person.clicks(std::string(link->label));
    BOOST_TEST(person.address() == "/submit/description");
}

/// A case that has its reply, opened by its citizen.
struct Replied {
    Joined joined;
    Citizen citizen{joined, "en"};

    Replied() {
        citizen.fills_in().sends().opens_the_case();
        BOOST_REQUIRE(joined.staff(R"({"step":"dispatch","unit":"Noise Office"})") == 200);
        BOOST_REQUIRE(joined.staff(reply_partly) == 200);
        citizen.clicks("case.refresh.press");
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(journey_tests)

BOOST_AUTO_TEST_CASE(a_case_goes_from_a_citizens_hand_to_the_store_and_back_in_every_language_and_window) {
    for (i18n::LanguageInfo const& language : i18n::languages())
        for (Window const& window : {phone, desktop})
            BOOST_TEST_CONTEXT(language.tag << " at " << window.width) {
                Joined joined;
                Citizen citizen(joined, std::string(language.tag), window);
                Person& person = citizen.person();
                citizen.fills_in();
                BOOST_TEST(person.sees(description));
                citizen.sends();
                BOOST_TEST(person.address() == "/receipt");
                BOOST_TEST(person.sees(joined.newest_number()));

                citizen.opens_the_case();
                BOOST_TEST(person.address() == "/case");
                BOOST_TEST(citizen.sees("stage.received.label"));
                BOOST_TEST(joined.staff(R"({"step":"dispatch","unit":"东城区城管委"})") == 200);
                BOOST_TEST(joined.staff(R"({"step":"contact"})") == 200);
                BOOST_TEST(joined.staff(R"({"step":"instruct","note":"Measure at night."})") == 200);
                BOOST_TEST(joined.staff(R"({"step":"handle","note":"已现场测量。"})") == 200);
                citizen.clicks("case.refresh.press");
                BOOST_TEST(person.sees("东城区城管委"));
                BOOST_TEST(person.sees("已现场测量。"));
                BOOST_TEST(joined.staff(reply_partly) == 200);
                citizen.clicks("case.refresh.press");
                BOOST_TEST(person.sees("The site rests from ten at night."));
                BOOST_TEST(citizen.sees("outcome.partial.label"));

                citizen.gives_feedback();
                BOOST_TEST(person.address() == "/case");
                BOOST_TEST(citizen.sees("feedback.thanks"));
                BOOST_TEST(joined.staff(R"({"step":"close"})") == 200);
                citizen.clicks("case.refresh.press");
                BOOST_TEST(citizen.sees("stage.closed.label"));
            }
}

BOOST_AUTO_TEST_CASE(a_number_that_only_the_hotline_knows_to_be_none_is_told_beside_its_field) {
    Joined joined;
    Citizen citizen(joined, "en");
    Person& person = citizen.person();
    citizen.fills_in();
    person.goes_back();
    citizen.types("submit.contact.phone.label", "12345").clicks("submit.continue").sends();
    BOOST_TEST(joined.open_cases() == 0U);
    person.clicks(person.words("problem.contact.phone.invalid"));
    BOOST_TEST(person.address() == "/submit/contact");
    BOOST_TEST(person.focus() == "submit.contact.phone");
    BOOST_TEST(citizen.sees("problem.contact.phone.invalid"));
    BOOST_TEST(person.value_of(person.words("submit.contact.phone.label")) == "12345");
    BOOST_TEST(person.value_of(person.words("submit.contact.name.label")) == "林梅");
    citizen.types("submit.contact.phone.label", "(010) 6512 3456").clicks("submit.continue").sends();
    BOOST_TEST(person.address() == "/receipt");
    BOOST_TEST(person.sees("+861065123456"));
}

BOOST_AUTO_TEST_CASE(a_text_that_no_desk_reads_is_recognised_and_asks_for_an_interpreter) {
    Joined joined;
    Citizen citizen(joined, "ru");
    Person& person = citizen.person();
    citizen.fills_in();
    BOOST_TEST(person.sees("简体中文"));
    changes_the_language(person);
    citizen.types("submit.description.label", in_kazakh).clicks("submit.continue");
    BOOST_TEST(person.sees("Қазақ тілі"));
    citizen.sends();
    BOOST_TEST(citizen.sees("interpreter.receipt"));
    citizen.opens_the_case();
    BOOST_TEST(citizen.sees("interpreter.case"));
}

BOOST_AUTO_TEST_CASE(the_persons_word_on_their_language_goes_before_what_was_recognised) {
    Joined joined;
    Citizen citizen(joined, "ru");
    Person& person = citizen.person();
    citizen.fills_in();
    changes_the_language(person);
    citizen.types("submit.description.label", in_kazakh);
    person.chooses(person.words("submit.language.label"), "Русский");
    citizen.clicks("submit.continue").sends();
    BOOST_TEST(person.address() == "/receipt");
    BOOST_TEST(!citizen.sees("interpreter.receipt"));
}

BOOST_AUTO_TEST_CASE(without_an_answer_the_language_is_that_of_the_page_and_can_still_be_said) {
    Joined joined;
    Citizen citizen(joined, "kk");
    Person& person = citizen.person();
    joined.network(Network::Offline);
    citizen.fills_in();
    BOOST_TEST(person.sees("Қазақ тілі"));
    changes_the_language(person);
    person.chooses(person.words("submit.language.label"), "Монгол");
    citizen.clicks("submit.continue");
    BOOST_TEST(person.sees("Монгол"));
    joined.network(Network::Works);
    citizen.sends();
    BOOST_TEST(person.address() == "/receipt");
    BOOST_TEST(citizen.sees("interpreter.receipt"));
}

BOOST_AUTO_TEST_CASE(a_reply_stands_beside_its_translation) {
    Joined joined;
    Citizen citizen(joined, "kk", desktop);
    citizen.fills_in().sends().opens_the_case();
    BOOST_REQUIRE(joined.staff(R"({"step":"dispatch","unit":"城管委"})") == 200);
    BOOST_REQUIRE(joined.staff(R"({"step":"reply","reply":{"outcome":"partial","text":"工地夜间停止施工。",)"
                               R"("translation":{"language":"kk","text":"Құрылыс түнде тоқтайды.",)"
                               R"("by":"Zhao Min","kind":"person"}}})") == 200);
    citizen.clicks("case.refresh.press");
    auto const& nodes = citizen.person().frame().nodes;
    auto const original = find_in(nodes, "case.reply.text1", &ui::Node::id);
    auto const translation = find_in(nodes, "case.translation.text1", &ui::Node::id);
    BOOST_TEST_REQUIRE((original != nodes.end() && translation != nodes.end()));
    BOOST_TEST(original->lang == "zh-Hans");
    BOOST_TEST(original->bounds.right() < translation->bounds.x);
    BOOST_TEST(citizen.person().sees("Zhao Min"));
}

BOOST_AUTO_TEST_CASE(a_topic_is_found_by_a_word_of_ones_own_in_every_language) {
    for (i18n::LanguageInfo const& language : i18n::languages())
        BOOST_TEST_CONTEXT(language.tag) {
            Joined joined;
            Citizen citizen(joined, std::string(language.tag));
            Person& person = citizen.person();
            citizen.clicks("home.submit.start").clicks("nature.complaint.label").clicks("submit.continue");
            std::string const synonyms = person.words("category.environment.noise.synonyms");
            person.types(person.words("submit.category.search"), synonyms.substr(0, synonyms.find(", ")));
            auto const& nodes = person.frame().nodes;
            auto const found = find_in(nodes, "submit.search.environment.noise", &ui::Node::id);
            BOOST_TEST_REQUIRE((found != nodes.end()));
            person.clicks(std::string(found->label));
            BOOST_TEST(person.focus() == "submit.category.environment.noise");
            citizen.clicks("submit.continue");
            BOOST_TEST(person.address() == "/submit/place");
        }
}

BOOST_AUTO_TEST_CASE(a_topic_is_found_in_the_other_letters_of_chinese_and_in_letters_of_another_width) {
    struct {
        std::string language;
        std::string_view typed;
    } const rows[] = {{"zh-Hans", "裝修聲"}, {"zh-Hant", "装修声"}, {"zh-Hant", "ＫＴＶ"}, {"ja", "ｶﾗｵｹ"}};
    for (auto const& row : rows) {
        Joined joined;
        Citizen citizen(joined, row.language);
        citizen.clicks("home.submit.start").clicks("nature.complaint.label").clicks("submit.continue");
        citizen.person().types(citizen.person().words("submit.category.search"), row.typed);
        auto const& nodes = citizen.person().frame().nodes;
        auto const found = find_in(nodes, "submit.search.environment.noise", &ui::Node::id);
        BOOST_TEST((found != nodes.end()), row.typed << " in " << row.language);
    }
}

BOOST_AUTO_TEST_CASE(number_and_code_open_the_case_on_another_device_however_they_are_typed) {
    Joined joined;
    Citizen sender(joined, "en");
    sender.fills_in().sends();
    sender.clicks("receipt.code.copy");
    std::string code = sender.person().clipboard();
    BOOST_TEST(code.size() == 19U);
    std::ranges::transform(code, code.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });

    Citizen reader(joined, "ar");
    reader.clicks("home.track.action");
    reader.types("track.number.label", " " + joined.newest_number() + " ")
        .types("track.access_code.label", code);
    reader.clicks("track.open");
    BOOST_TEST(reader.person().address() == "/case");
    BOOST_TEST(reader.person().sees(description));
}

BOOST_AUTO_TEST_CASE(a_link_with_number_and_code_in_its_fragment_opens_the_case) {
    Joined joined;
    Citizen sender(joined, "en");
    sender.fills_in().sends().clicks("receipt.code.copy");
    std::string const fragment = joined.newest_number() + "&" + sender.person().clipboard();
    Person reader(joined.backend(), joined.now(), {}, phone, "/track", fragment);
    BOOST_TEST(reader.address() == "/case");
    BOOST_TEST(reader.sees(description));
}

BOOST_AUTO_TEST_CASE(a_wrong_code_and_an_unknown_number_are_answered_alike) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in().sends();
    auto const refusal = [&](std::string const& number) {
        Citizen stranger(joined, "en");
        stranger.clicks("home.track.action");
        stranger.types("track.number.label", number).types("track.access_code.label", "0000-0000-0000-0000");
        stranger.clicks("track.open");
        BOOST_TEST(stranger.sees("error.not_found"));
        return stranger.person().reads().replace(stranger.person().reads().find(number), number.size(), "…");
    };
    BOOST_TEST(refusal(joined.newest_number()) == refusal(CaseNumber::make({2026, 1, 1}, 1).text()));
}

BOOST_AUTO_TEST_CASE(a_lost_answer_never_makes_a_second_case) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    joined.network(Network::LosesAnswers);
    citizen.sends();
    BOOST_TEST(citizen.sees("outbox.waiting"));
    BOOST_TEST(joined.open_cases() == 1U);
    joined.network(Network::Works);
    citizen.clicks("outbox.now");
    BOOST_TEST(citizen.person().address() == "/receipt");
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(when_very_many_send_a_device_does_its_work_and_its_person_only_waits) {
    Joined joined;
    joined.is_crowded();
    Citizen citizen(joined, "en");
    citizen.fills_in().sends();
    BOOST_TEST(citizen.person().address() == "/receipt");
    BOOST_TEST(citizen.person().last_said() == citizen.person().words("error.busy"));
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(a_lost_answer_a_reload_and_a_changed_text_still_make_one_case) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    joined.network(Network::LosesAnswers);
    citizen.sends();
    joined.network(Network::Works);

    Person reloaded(joined.backend(), joined.now(), citizen.person().browser(), phone, "/submit/description");
    BOOST_TEST(reloaded.value_of(reloaded.words("submit.description.label")) == description);
    reloaded.types(reloaded.words("submit.description.label"), "Something else entirely, and longer.");
    reloaded.clicks(reloaded.words("submit.continue")).clicks(reloaded.words("submit.continue"));
    reloaded.clicks(reloaded.words("submit.send"));
    BOOST_TEST(reloaded.address() == "/receipt");
    BOOST_TEST(reloaded.sees(reloaded.words("receipt.arrived_before.title")));
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(what_fails_on_the_way_waits_and_nothing_typed_is_lost) {
    for (Network const failure : {Network::Offline, Network::TimesOut, Network::SaysNonsense, Network::Fails})
        for (std::string const language : {"en", "zh-Hans", "ar"}) {
            Joined joined;
            Citizen citizen(joined, language);
            citizen.fills_in();
            joined.network(failure);
            citizen.sends();
            BOOST_TEST(citizen.sees("outbox.waiting"), static_cast<int>(failure));
            BOOST_TEST(citizen.person().sees(description));
            BOOST_TEST(joined.open_cases() == 0U);
            joined.network(Network::Works);
            citizen.clicks("outbox.now");
            BOOST_TEST(citizen.person().address() == "/receipt");
            BOOST_TEST(joined.open_cases() == 1U);
        }
}

/// Sent without a connection; the page is closed then.
Browser left_waiting(Joined& joined, std::string_view text = description) {
    Citizen citizen(joined, "en");
    citizen.fills_in();
    citizen.person().goes_back().goes_back();
    citizen.types("submit.description.label", text).clicks("submit.continue").clicks("submit.continue");
    joined.network(Network::Offline);
    citizen.sends();
    BOOST_TEST(citizen.sees("outbox.waiting"));
    return citizen.person().browser();
}

BOOST_AUTO_TEST_CASE(
    a_case_sent_without_a_connection_is_sent_once_when_that_returns_and_leaves_nothing_behind) {
    Joined joined;
    Person later(joined.backend(), joined.now(), left_waiting(joined));
    BOOST_TEST(later.sees(later.words("outbox.title")));
    later.sends_waiting();
    later.clicks(later.words("outbox.now"));
    BOOST_TEST(joined.open_cases() == 0U);
    joined.network(Network::Works);
    later.clicks(later.words("outbox.now"));
    BOOST_TEST(joined.open_cases() == 1U);
    BOOST_TEST(later.address() == "/");
    BOOST_TEST(later.last_said() == later.words("outbox.sent"));
    BOOST_TEST(!later.browser().drafts.empty());
    later.clicks(later.words("outbox.show_receipt"));
    BOOST_TEST(later.address() == "/receipt");
    BOOST_TEST(later.sees(joined.newest_number()));
    Person reloaded(joined.backend(), joined.now(), later.browser(), phone, "/receipt");
    BOOST_TEST(reloaded.sees(joined.newest_number()));
    reloaded.clicks(reloaded.words("receipt.home"));
    BOOST_TEST(reloaded.browser().drafts.empty());
    BOOST_TEST(!reloaded.sees(reloaded.words("outbox.title")));
}

BOOST_AUTO_TEST_CASE(a_case_that_waits_can_be_opened_changed_and_sent_as_changed) {
    Joined joined;
    Person later(joined.backend(), joined.now(), left_waiting(joined));
    joined.network(Network::Works);
    later.clicks(later.words("outbox.open"));
    BOOST_TEST(later.address() == "/submit/check");
    later.goes_back();
    Person changed(joined.backend(), joined.now(), later.browser(), phone, "/submit/description");
    changed.types(changed.words("submit.description.label"), "It is loud by day as well.");
    changed.sends_waiting();
    BOOST_TEST(joined.open_cases() == 0U);
    changed.clicks(changed.words("submit.continue")).clicks(changed.words("submit.continue"));
    changed.clicks(changed.words("submit.send"));
    BOOST_TEST(changed.address() == "/receipt");
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(a_case_that_was_refused_while_nobody_looked_is_opened_with_what_is_wrong) {
    Joined joined;
    Browser browser = left_waiting(joined);
    Backend const refusing = [](protocol::Request const&) {
        return protocol::Response{
            .status = 422,
            .body =
                R"({"status":422,"code":"invalid","errors":[{"field":"description","code":"too_short"}]})"};
    };
    Person later(refusing, joined.now(), browser);
    later.clicks(later.words("outbox.now"));
    BOOST_TEST(later.last_said() == later.words("outbox.refused"));
    later.clicks(later.words("outbox.open"));
    BOOST_TEST(later.address() == "/submit/check");
    BOOST_TEST(later.focus() == "errors");
    BOOST_TEST(later.can_click(later.words("submit.send")));
    BOOST_TEST(!later.browser().drafts.begin()->second.first.is_waiting);
}

BOOST_AUTO_TEST_CASE(an_earlier_text_that_had_arrived_is_asked_for_while_nobody_looks) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    joined.network(Network::LosesAnswers);
    citizen.sends();
    BOOST_TEST(joined.open_cases() == 1U);
    Person changed(joined.backend(), joined.now(), citizen.person().browser(), phone, "/submit/description");
    changed.types(changed.words("submit.description.label"), "It is loud by day as well.");
    changed.clicks(changed.words("submit.continue")).clicks(changed.words("submit.continue"));
    joined.network(Network::Offline);
    changed.clicks(changed.words("submit.send"));
    joined.network(Network::Works);
    Person later(joined.backend(), joined.now(), changed.browser());
    later.clicks(later.words("outbox.now"));
    later.clicks(later.words("outbox.now"));
    later.clicks(later.words("outbox.show_receipt"));
    BOOST_TEST(later.sees(joined.newest_number()));
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(on_a_shared_computer_nothing_of_the_form_is_kept) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    citizen.person().goes_back().goes_back();
    citizen.clicks("drafts.shared");
    BOOST_TEST(citizen.person().browser().drafts.empty());
    citizen.types("submit.description.label", "It is loud by day as well.");
    BOOST_TEST(citizen.person().browser().drafts.empty());
    Person next(joined.backend(), joined.now(), citizen.person().browser(), phone, "/submit/description");
    BOOST_TEST(next.value_of(next.words("submit.description.label")) == "");
    citizen.clicks("submit.continue").clicks("submit.continue");
    joined.network(Network::Offline);
    citizen.sends();
    BOOST_TEST(citizen.sees("error.offline"));
}

BOOST_AUTO_TEST_CASE(a_case_is_given_as_a_file_with_what_the_citizen_sees) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in().sends().opens_the_case().clicks("case.save");
    std::string const file = citizen.person().saved_file();
    BOOST_TEST(file.find(joined.newest_number()) != std::string::npos);
    BOOST_TEST(file.find(description) != std::string::npos);
    BOOST_TEST(file.find("138") == std::string::npos);
    BOOST_TEST(citizen.sees("case.saved"));
}

BOOST_AUTO_TEST_CASE(pressing_send_twice_sends_once) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    citizen.person().holds_answers(true);
    citizen.sends();
    BOOST_TEST(!citizen.person().can_click(citizen.person().words("submit.send")));
    citizen.person().lets_answers_come();
    BOOST_TEST(citizen.person().address() == "/receipt");
    BOOST_TEST(joined.open_cases() == 1U);
}

BOOST_AUTO_TEST_CASE(back_and_forward_walk_the_pages_and_keep_what_was_typed) {
    Joined joined;
    Citizen citizen(joined, "zh-Hans");
    citizen.fills_in();
    Person& person = citizen.person();
    person.goes_back().goes_back();
    BOOST_TEST(person.address() == "/submit/description");
    BOOST_TEST(person.value_of(person.words("submit.description.label")) == description);
    person.goes_forward().goes_forward();
    BOOST_TEST(person.address() == "/submit/check");
}

BOOST_AUTO_TEST_CASE(a_change_of_language_keeps_the_page_the_focus_and_what_was_typed) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in();
    Person& person = citizen.person();
    person.goes_back().goes_back();
    person.chooses_language("العربية");
    BOOST_TEST(person.address() == "/submit/description");
    BOOST_TEST(person.frame().lang == "ar");
    BOOST_TEST(person.value_of(person.words("submit.description.label")) == description);
    BOOST_TEST(person.browser().kept.at("language") == "ar");
    Person next_visit(joined.backend(), joined.now(), person.browser());
    BOOST_TEST(next_visit.frame().lang == "ar");
}

BOOST_AUTO_TEST_CASE(each_page_refuses_what_is_missing_beside_its_field_and_in_a_summary_with_focus) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.clicks("home.submit.start").clicks("submit.continue");
    BOOST_TEST(citizen.person().focus() == "errors");
    BOOST_TEST(citizen.sees("problem.nature.required"));
    BOOST_TEST(citizen.person().address() == "/submit");
    citizen.clicks("problem.nature.required");
    BOOST_TEST(citizen.person().focus() == "submit.nature.consultation");
}

BOOST_AUTO_TEST_CASE(a_citizen_adds_a_message_and_withdraws) {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.fills_in().sends().opens_the_case();
    citizen.clicks("case.message.add").types("case.text.label", "It was quieter last night.");
    citizen.clicks("case.message.send");
    BOOST_TEST(citizen.person().sees("It was quieter last night."));
    citizen.clicks("case.withdraw.open").clicks("case.withdraw.confirm");
    BOOST_TEST(citizen.sees("stage.withdrawn.label"));
    BOOST_TEST(joined.open_cases() == 0U);
}

BOOST_AUTO_TEST_CASE(not_resolved_reopens_the_case_and_the_unit_must_answer_again) {
    Replied replied;
    replied.citizen.clicks("case.reopen.open").types("case.reason.label", "It is as loud as before.");
    replied.citizen.clicks("case.reopen.send");
    BOOST_TEST(replied.citizen.sees("stage.reopened.label"));
    BOOST_TEST(replied.citizen.person().sees("It is as loud as before."));
    BOOST_TEST(replied.joined.staff(reply_partly) == 200);
}

BOOST_AUTO_TEST_CASE(feedback_and_reopening_end_when_their_time_is_over) {
    Replied replied;
    replied.joined.passes(Duration::days(15));
    replied.citizen.person().waits(Duration::days(15));
    replied.citizen.clicks("case.refresh.press");
    BOOST_TEST(!replied.citizen.person().can_click(replied.citizen.person().words("case.feedback.give")));
    BOOST_TEST(!replied.citizen.person().can_click(replied.citizen.person().words("case.reopen.open")));
}

BOOST_AUTO_TEST_CASE(a_reload_of_the_case_page_asks_for_number_and_code_again) {
    Joined joined;
    Person person(joined.backend(), joined.now(), {}, phone, "/case");
    BOOST_TEST(!person.sees("HY2026"));
    BOOST_TEST(person.can_click(person.words("case.track")));
}

BOOST_AUTO_TEST_SUITE_END()
