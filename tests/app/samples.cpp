#include "tests/app/samples.h"

#include "tests/support/case_story.h"

namespace huiyin::tests {

namespace {

using namespace screens;
using app::Model;

constexpr std::string_view received_at = "2026-11-19T02:00:00Z";

Draft filled_draft() {
    return {.nature = Nature::Complaint,
            .category_top = "environment",
            .category = {"environment.noise"},
            .district = {"dongcheng"},
            .address = "12 Lamp Market Street",
            .description = "A building site is loud at night.\nIt has been so for three weeks.",
            .visibility = Visibility::Confidential,
            .name = "Lin Mei",
            .phone = "+86 10 1234 5678",
            .email = "lin@example.org",
            .idempotency_key = "key-1"};
}

CaseKey key() {
    std::array<unsigned char, AccessCode::bytes> const secret = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    return {CaseNumber::make({2026, 11, 19}, 42), AccessCode::from_bytes(secret)};
}

Model base(Route route) {
    Model model{.route = std::move(route), .language = "en", .now = sample_now};
    model.submit.draft.idempotency_key = "key-1";
    return model;
}

Model submitting(SubmitPage page, Draft draft = filled_draft()) {
    Model model = base(SubmitRoute{page});
    model.submit.page = page;
    model.submit.draft = std::move(draft);
    return model;
}

/// A picture that has arrived and tells where it was taken, a film on its way, and one that broke off.
Draft draft_with_files() {
    Draft draft = filled_draft();
    draft.attachments = {{{std::string(32, 'a')}, "at night.jpg", FileKind::Jpeg, 640'000},
                         {{std::string(32, 'b')}, "site.mp4", FileKind::Mp4, 12'000'000},
                         {{std::string(32, 'c')}, "notice.pdf", FileKind::Pdf, 90'000}};
    return draft;
}

Model with_files(SubmitPage page) {
    Model model = submitting(page, draft_with_files());
    model.submit.files = {{{std::string(32, 'a')},
                           {.status = FileStatus::Done,
                            .share = 1,
                            .has_metadata = true,
                            .is_ready = true,
                            .chosen_bytes = 4'100'000}},
                          {{std::string(32, 'b')}, {.status = FileStatus::Paused, .share = 0.6F}},
                          {{std::string(32, 'c')}, {.status = FileStatus::Failed}}};
    model.submit.has_camera = true;
    return model;
}

/// The hotline has found out the language of the text.
Model checked(LanguageTag language) {
    Model model = submitting(SubmitPage::Check);
    model.submit.guess = {model.submit.draft.description, std::move(language)};
    return model;
}

/// Back at the text to correct its language, which is none of the portal's.
Model correcting_language() {
    Model model = submitting(SubmitPage::Description);
    model.submit.is_changing = true;
    model.submit.guess = {model.submit.draft.description, LanguageTag{"uk"}};
    return model;
}

Model seeking_a_topic() {
    Model model = submitting(SubmitPage::Category, Draft{.idempotency_key = "key-1"});
    model.submit.search.is_open = true;
    return model;
}

Model refused(SubmitPage page) {
    City const city = sample_city();
    Model model = submitting(page, Draft{.idempotency_key = "key-1"});
    model.submit.problems = submit::problems_on(page, model.submit.draft, {city, sample_now});
    return model;
}

Model sending(Remote<Receipt> state) {
    Model model = submitting(SubmitPage::Check);
    model.submit.sending = std::move(state);
    return model;
}

Model with_receipt(std::optional<receipt::Copying> copying) {
    CaseStory const story(sample_submission(), received_at);
    Model model = base(ReceiptRoute{});
    model.receipt = {.receipt = Receipt{.number = key().number,
                                        .access_code = key().code.shown(),
                                        .stage = Stage::Received,
                                        .urgency = Urgency::General,
                                        .created_at = story.now(),
                                        .clocks = shown_clocks(story.subject().clocks, sample_now)},
                     .copying = copying};
    return model;
}

/// Some of its files are still on their way.
Model with_receipt_of_files() {
    Model model = with_receipt({});
    model.receipt.attachments = draft_with_files().attachments;
    model.submit.files = with_files(SubmitPage::Check).submit.files;
    return model;
}

/// A matter of life, of which an earlier text had arrived.
Model with_urgent_receipt() {
    Model model = with_receipt({});
    model.receipt.receipt->urgency = Urgency::LifeSafety;
    model.receipt.had_arrived_before = true;
    model.receipt.copying = receipt::Copying{receipt::Line::Number, receipt::Copying::State::Refused};
    return model;
}

/// In a language that no desk reads, with a telephone number.
Model with_flagged_receipt() {
    Model model = with_receipt({});
    model.receipt.receipt->needs_interpreter = true;
    model.receipt.receipt->phone = "+8613800138000";
    return model;
}

Model submitting_emergency(SubmitPage page) {
    Draft draft = filled_draft();
    draft.category_top = "safety";
    draft.category = CategoryId{"safety.fire_hazard"};
    draft.visibility = Visibility::Anonymous;
    return submitting(page, std::move(draft));
}

Model tracking(std::variant<NotAsked, Loading, Failed> opening, Problems problems = {}) {
    Model model = base(TrackRoute{});
    model.track.number = key().number.text();
    model.track.opening = std::move(opening);
    model.track.problems = std::move(problems);
    return model;
}

Model showing(CaseStory const& story) {
    Model model = base(CaseRoute{});
    model.case_page.key = key();
    model.case_page.shown = Ready<CitizenCase>{citizen_view(story.subject(), story.rules(), sample_now)};
    return model;
}

Model opened(Model model, case_page::Open open) {
    model.case_page.open = open;
    return model;
}

Model sending_message(std::variant<NotAsked, Loading, Failed> sending, Problems problems = {}) {
    Model model =
        opened(showing(CaseStory(sample_submission(), received_at).dispatched()), case_page::Open::Message);
    if (problems.empty()) model.case_page.message = "It was loud again last night.";
    model.case_page.problems = std::move(problems);
    model.case_page.sending = std::move(sending);
    return model;
}

Model done(Model model, case_page::Open what) {
    model.case_page.done = what;
    return model;
}

Model looking_again(std::variant<NotAsked, Loading, Failed> refreshing) {
    Model model = showing(CaseStory(sample_submission(), received_at).dispatched());
    model.case_page.refreshing = std::move(refreshing);
    return model;
}

Model at_case(Remote<CitizenCase> shown) {
    Model model = base(CaseRoute{});
    model.case_page.key = key();
    model.case_page.shown = std::move(shown);
    return model;
}

CaseStory received_story() { return CaseStory(sample_submission(), received_at); }
CaseStory dispatched_story() { return received_story().later(Duration::hours(3)).dispatched(); }
CaseStory replied_story(Reply reply) {
    return dispatched_story()
        .later(Duration::hours(5))
        .takes(huiyin::Step::Contact)
        .later(Duration::hours(1))
        .takes({.step = huiyin::Step::Handle, .text = "We have measured the noise on two nights."})
        .later(Duration::hours(2))
        .replied(std::move(reply));
}

Reply const unresolvable{.outcome = Outcome::Unresolvable,
                         .text = "The road must be open by the end of the month.",
                         .grounds = "The works have a night permit. A quieter machine is being tried."};
Reply const partial{.outcome = Outcome::Partial, .text = "The site now rests from ten at night."};

Reply const translated{.outcome = Outcome::NotJustified,
                       .text = "该工地持有夜间施工许可。",
                       .grounds = "《北京市环境噪声污染防治办法》第三十条。",
                       .language = LanguageTag{"zh-Hans"},
                       .translation = Translation{.language = {"kk"},
                                                  .text = "Құрылыс алаңының түнгі рұқсаты бар.",
                                                  .grounds = "Шу туралы ереженің 30-бабы.",
                                                  .translator = "Hanyu 3"}};

/// One file in each state.
Model with_a_case_of_files() {
    Submission submission = sample_submission();
    submission.attachments = draft_with_files().attachments;
    submission.attachments[0].state = AttachmentState::Stored;
    submission.attachments[1].state = AttachmentState::Checking;
    submission.attachments[2].state = AttachmentState::Refused;
    submission.attachments.push_back(
        {{std::string(32, 'd')}, "broken.png", FileKind::Png, 1, AttachmentState::Broken});
    submission.attachments.push_back({{std::string(32, 'e')}, "late.jpg", FileKind::Jpeg, 1});
    submission.attachments.push_back({{std::string(32, 'f')}, "going.jpg", FileKind::Jpeg, 1'200'000});
    Model model = showing(CaseStory(submission, received_at).dispatched());
    model.submit.files = {{{std::string(32, 'f')}, {.status = FileStatus::Sending, .share = 0.4F}}};
    return model;
}

/// Translated by whom, or what.
Model with_translation(TranslatorKind kind) {
    Reply reply = translated;
    reply.translation->kind = kind;
    Submission submission = sample_submission();
    submission.language = LanguageTag{"kk"};
    CaseStory story(submission, received_at);
    return showing(story.dispatched().later(Duration::hours(5)).replied(std::move(reply)));
}

Model giving_feedback(bool is_refused) {
    Model model = base(FeedbackRoute{});
    model.feedback.key = key();
    model.feedback.may_give = true;
    model.feedback.may_reopen = true;
    if (is_refused)
        model.feedback.problems = {
            {"contacted", "required"}, {"resolved", "required"}, {"satisfaction", "required"}};
    else {
        model.feedback.contacted = Contacted::Yes;
        model.feedback.resolved = Resolved::No;
        model.feedback.satisfaction = Satisfaction::Dissatisfied;
        model.feedback.comment = "Still loud.";
    }
    return model;
}

Model sending_feedback(std::variant<NotAsked, Loading, Failed> sending) {
    Model model = giving_feedback(false);
    model.feedback.wants_reopening = false;
    model.feedback.sending = std::move(sending);
    return model;
}

Model without_feedback() {
    Model model = giving_feedback(false);
    model.feedback.may_give = false;
    return model;
}

/// The answers have arrived, the reopening behind them was lost.
Model half_sent() {
    Model model = sending_feedback(Failed{"offline"});
    model.feedback.wants_reopening = true;
    model.feedback.reason = "It is as loud as before.";
    model.feedback.arrived = Feedback{};
    return model;
}

Model reopening() {
    Model model = giving_feedback(false);
    model.feedback.wants_reopening = true;
    model.feedback.reason = "It is as loud as before.";
    return model;
}

BegunCase begun(std::string id, Draft draft) {
    draft.saved_at = sample_now - Duration::hours(26);
    return {.id = std::move(id), .draft = std::move(draft)};
}

Model home_with_draft() {
    Model model = base(HomeRoute{});
    model.begun = {begun("one", filled_draft()), begun("two", Draft{.nature = Nature::Help})};
    return model;
}

Model asking_to_delete() {
    Model model = home_with_draft();
    model.home.is_asked = true;
    return model;
}

Model keeping(Model model, Keeping keeping) {
    model.keeping = keeping;
    model.submit.keeping = keeping;
    return model;
}

/// One case waits, one was accepted while nobody looked, one was refused.
Model home_with_outbox(bool is_sending) {
    Model model = base(HomeRoute{});
    model.begun = {begun("one", filled_draft()), begun("two", filled_draft()),
                   begun("three", filled_draft())};
    model.begun[0].state = Waiting{};
    model.begun[1].state = *with_receipt({}).receipt.receipt;
    model.begun[2].state = Problems{{"description", "too_short"}};
    model.is_sending_waiting = is_sending;
    return model;
}

Model waiting(bool is_trying) {
    Model model = submitting(SubmitPage::Check);
    model.submit.is_waiting = true;
    model.submit.is_trying = is_trying;
    return model;
}

Model offline_with_new_version() {
    Model model = base(TrackRoute{});
    model.is_online = false;
    model.has_new_version = true;
    return model;
}

Model saved(Model model) {
    model.case_page.is_saved = true;
    return model;
}

Model with_settings(screens::settings::Choices choices) {
    Model model = base(HomeRoute{});
    model.settings = {.choices = choices, .is_open = true};
    return model;
}

Model without_language(std::string tag) {
    Model model = base(TrackRoute{});
    model.lost_language = std::move(tag);
    return model;
}

} // namespace

std::vector<Sample> samples() {
    Feedback const rated{
        .contacted = Contacted::Yes, .resolved = Resolved::Partly, .satisfaction = Satisfaction::Neutral};
    return {
        {"home", base(HomeRoute{})},
        {"home_with_draft", home_with_draft()},
        {"home_deleting", asking_to_delete()},
        {"home_shared", keeping(home_with_draft(), Keeping::Shared)},
        {"home_outbox", home_with_outbox(false)},
        {"home_outbox_sending", home_with_outbox(true)},
        {"submit_nature", submitting(SubmitPage::Nature)},
        {"submit_nature_refused", refused(SubmitPage::Nature)},
        {"submit_category", submitting(SubmitPage::Category)},
        {"submit_category_refused", refused(SubmitPage::Category)},
        {"submit_category_search", seeking_a_topic()},
        {"submit_place", submitting(SubmitPage::Place)},
        {"submit_place_refused", refused(SubmitPage::Place)},
        {"submit_description", submitting(SubmitPage::Description)},
        {"submit_description_refused", refused(SubmitPage::Description)},
        {"submit_description_not_kept", keeping(submitting(SubmitPage::Description), Keeping::Refused)},
        {"submit_contact", submitting(SubmitPage::Contact)},
        {"submit_contact_refused", refused(SubmitPage::Contact)},
        {"submit_check", submitting(SubmitPage::Check)},
        {"submit_check_language", checked(LanguageTag{"kk"})},
        {"submit_language", correcting_language()},
        {"submit_check_empty", refused(SubmitPage::Check)},
        {"submit_files", with_files(SubmitPage::Description)},
        {"submit_check_files", with_files(SubmitPage::Check)},
        {"submit_sending", sending(Loading{})},
        {"submit_waiting", waiting(false)},
        {"submit_waiting_sending", waiting(true)},
        {"submit_failed", sending(Failed{"offline"})},
        {"submit_in_progress", sending(Failed{"in_progress"})},
        {"submit_category_emergency", submitting_emergency(SubmitPage::Category)},
        {"submit_check_emergency", submitting_emergency(SubmitPage::Check)},
        {"receipt", with_receipt({})},
        {"receipt_files", with_receipt_of_files()},
        {"receipt_copied",
         with_receipt(receipt::Copying{receipt::Line::Code, receipt::Copying::State::Copied})},
        {"receipt_urgent", with_urgent_receipt()},
        {"receipt_interpreter", with_flagged_receipt()},
        {"track", tracking(NotAsked{})},
        {"track_refused", tracking(NotAsked{}, {{"number", "invalid"}, {"access_code", "required"}})},
        {"track_loading", tracking(Loading{})},
        {"track_failed", tracking(Failed{"not_found"})},
        {"track_offline", offline_with_new_version()},
        {"track_language_lost", without_language("ar")},
        {"case_not_open", base(CaseRoute{})},
        {"case_loading", at_case(Loading{})},
        {"case_failed", at_case(Failed{"server"})},
        {"case_received", showing(received_story())},
        {"case_dispatched", showing(dispatched_story())},
        {"case_saved", saved(showing(received_story()))},
        {"case_files", with_a_case_of_files()},
        {"case_asking", showing(dispatched_story().later(Duration::hours(2)).asks())},
        {"case_message", opened(showing(dispatched_story()), case_page::Open::Message)},
        {"case_message_refused", sending_message(NotAsked{}, {{"text", "required"}})},
        {"case_message_sending", sending_message(Loading{})},
        {"case_message_failed", sending_message(Failed{"offline"})},
        {"case_message_done",
         done(showing(dispatched_story().says("It was loud again last night.")), case_page::Open::Message)},
        {"case_refreshing", looking_again(Loading{})},
        {"case_refresh_failed", looking_again(Failed{"slow"})},
        {"case_withdraw", opened(showing(dispatched_story()), case_page::Open::Withdraw)},
        {"case_replied", showing(replied_story(partial))},
        {"case_unresolvable", showing(replied_story(unresolvable))},
        {"case_translated", with_translation(TranslatorKind::Person)},
        {"case_translated_by_machine", with_translation(TranslatorKind::Machine)},
        {"case_reopen", opened(showing(replied_story(unresolvable)), case_page::Open::Reopen)},
        {"case_closed", showing(replied_story(partial).rated(rated).takes(huiyin::Step::Close))},
        {"case_reopened", showing(replied_story(partial).reopened())},
        {"case_withdrawn", showing(dispatched_story().takes(huiyin::Step::Withdraw))},
        {"feedback", giving_feedback(false)},
        {"feedback_reopening", reopening()},
        {"feedback_sending", sending_feedback(Loading{})},
        {"feedback_failed", sending_feedback(Failed{"server"})},
        {"feedback_half_sent", half_sent()},
        {"feedback_not_open", without_feedback()},
        {"feedback_refused", giving_feedback(true)},
        {"help", base(HelpRoute{})},
        {"privacy", base(PrivacyRoute{})},
        {"not_found", base(NotFoundRoute{})},
        {"settings", with_settings({})},
    };
}

} // namespace huiyin::tests
