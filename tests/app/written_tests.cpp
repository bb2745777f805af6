#include "core/app/screen_view.h"
#include "tests/app/samples.h"
#include "tests/support/case_story.h"
#include "tests/support/easel.h"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace huiyin;
using namespace huiyin::tests;

// Every text that a person has written, on every screen that shows it, in pages of both directions.

namespace {

struct Written {
    std::string_view lang;
    std::string_view text;
};

constexpr Written description = {"fa", "کارگاه ساختمانی هر شب کار می‌کند."};
constexpr Written address = {"zh", "鼓楼东大街12号院"};
constexpr Written name = {"ko", "이영희"};
constexpr Written unit = {"zh", "东城区城市管理委员会"};
constexpr Written question = {"ru", "В каком доме вы живёте?"};
constexpr Written message = {"kk", "Он екінші үйде тұрамыз."};
constexpr Written note = {"ar", "قسنا الضجيج في ليلتين."};
constexpr Written reply = {"th", "ไซต์ก่อสร้างจะหยุดพักตั้งแต่สี่ทุ่ม"};
constexpr Written grounds = {"th", "มาตราสิบสองของกฎหมาย"};
constexpr Written translated_reply = {"he", "אתר הבנייה ינוח מעשר בלילה."};
constexpr Written translated_grounds = {"he", "סעיף שתים עשרה לחוק."};
constexpr Written translator = {"", "זאב מין"};
constexpr Written comment = {"ja", "まだうるさいです。"};
constexpr Written reason = {"vi", "Vẫn ồn như trước."};

constexpr std::array everything = {
    description,        address,    name,    unit,  question, message, note, reply, grounds, translated_reply,
    translated_grounds, translator, comment, reason};

StepOrder order(huiyin::Step step, Written const& written) {
    return {
        .step = step, .text = std::string(written.text), .language = LanguageTag{std::string(written.lang)}};
}

CaseStory asked() {
    Submission submission = sample_submission();
    submission.description = description.text;
    submission.language = LanguageTag{std::string(description.lang)};
    submission.address = address.text;
    CaseStory story(submission);
    story.takes({.step = huiyin::Step::Dispatch, .unit = UnitName{std::string(unit.text)}});
    return story.takes(order(huiyin::Step::AskCitizen, question));
}

CaseStory answered() {
    CaseStory story = asked();
    story.takes(order(huiyin::Step::Message, message)).takes(order(huiyin::Step::Handle, note));
    story.replied({.outcome = Outcome::Unresolvable,
                   .text = std::string(reply.text),
                   .grounds = std::string(grounds.text),
                   .language = LanguageTag{std::string(reply.lang)},
                   .translation = Translation{.language = {std::string(translated_reply.lang)},
                                              .text = std::string(translated_reply.text),
                                              .grounds = std::string(translated_grounds.text),
                                              .translator = std::string(translator.text)}});
    return story.takes({.step = huiyin::Step::Feedback,
                        .feedback = Feedback{.comment = std::string(comment.text)},
                        .language = LanguageTag{std::string(comment.lang)}});
}

app::Model showing(CaseStory const& story) {
    app::Model model{.route = screens::CaseRoute{}, .language = "en", .now = sample_now};
    model.case_page.shown =
        screens::Ready<CitizenCase>{citizen_view(story.subject(), story.rules(), sample_now)};
    return model;
}

app::Model writing(screens::case_page::Open open) {
    app::Model model = showing(open == screens::case_page::Open::Reopen ? answered() : asked());
    model.case_page.open = open;
    model.case_page.message = message.text;
    model.case_page.reason = reason.text;
    return model;
}

app::Model rating() {
    app::Model model{.route = screens::FeedbackRoute{}, .language = "en", .now = sample_now};
    model.feedback = {.contacted = Contacted::Yes,
                      .resolved = Resolved::No,
                      .comment = std::string(comment.text),
                      .may_give = true,
                      .may_reopen = true,
                      .wants_reopening = true,
                      .reason = std::string(reason.text)};
    return model;
}

app::Model submitting(screens::SubmitPage page) {
    app::Model model{.route = screens::SubmitRoute{page}, .language = "en", .now = sample_now};
    model.submit.page = page;
    model.submit.draft = {.address = std::string(address.text),
                          .description = std::string(description.text),
                          .visibility = Visibility::PublicName,
                          .name = std::string(name.text)};
    model.submit.guess = {std::string(description.text), LanguageTag{std::string(description.lang)}};
    return model;
}

std::vector<app::Model> pages() {
    using enum screens::SubmitPage;
    using screens::case_page::Open;
    CaseStory reopened = answered();
    reopened.takes(order(huiyin::Step::Reopen, reason));
    return {submitting(Place), submitting(Description), submitting(Contact),
            submitting(Check), showing(asked()),        showing(answered()),
            showing(reopened), writing(Open::Message),  writing(Open::Reopen),
            rating()};
}

bool is_isolated(std::string_view words, std::string_view text) {
    auto const at = words.find(text);
    bool const is_opened =
        at >= 3 && (words.substr(at - 3, 3) == "\u2066" || words.substr(at - 3, 3) == "\u2067" ||
                    words.substr(at - 3, 3) == "\u2068");
    return is_opened && words.substr(at + text.size()).starts_with("\u2069");
}

/// What is wrong with how a node shows a text; empty for nothing.
std::string fault(ui::Node const& node, Written const& written, ui::Frame const& frame) {
    using i18n::direction_of;
    bool const is_field = node.value.find(written.text) != std::string::npos;
    auto const own_direction = direction_of(written.text, frame.direction);
    if (is_field) return node.direction == own_direction ? "" : "typed in the wrong direction";
    if (node.label.find(written.text) == std::string::npos) return {};
    if (node.label != written.text) {
        bool const is_safe = own_direction == frame.direction || is_isolated(node.label, written.text);
        return is_safe ? "" : "not isolated in its sentence";
    }
    if (node.direction != own_direction) return "set in the wrong direction";
    std::string const lang = node.lang.empty() ? frame.lang : node.lang;
    bool const is_said = lang == written.lang || frame.lang.starts_with(written.lang);
    return is_said ? "" : "said to be in '" + lang + "'";
}

bool shows(ui::Node const& node, std::string_view text) {
    return node.label.find(text) != std::string::npos || node.value.find(text) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(written_tests)

BOOST_AUTO_TEST_CASE(what_people_have_written_carries_its_language_and_direction_wherever_it_is_shown) {
    for (std::string const tag : {"en", "ar", "zh-Hans"}) {
        Easel easel(tag);
        for (Written const& written : everything) {
            int seen = 0;
            for (app::Model const& page : pages()) {
                ui::Frame const& frame = easel.draws(page, phone);
                for (ui::Node const& node : frame.nodes) {
                    seen += shows(node, written.text) ? 1 : 0;
                    std::string const found = fault(node, written, frame);
                    BOOST_TEST(found.empty(),
                               tag << " " << node.id << ": " << written.text << " is " << found);
                }
            }
            BOOST_TEST(seen > 0, written.text << " is shown nowhere");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
