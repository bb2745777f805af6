#include "tests/support/person.h"

#include "core/base/match.h"
#include "core/base/verify.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace huiyin::tests {

namespace {

using ui::EventKind;
using ui::Node;
using ui::Role;
using ui::UiEvent;

/// A page that needs more frames than this will never come to rest.
constexpr int most_frames = 8;

bool is_control(Node const& node) {
    using enum Role;
    return node.role == Link || node.role == Button || node.role == TextField || node.role == TextArea ||
           node.role == Select || node.role == Radio || node.role == Checkbox || node.role == ComboBox ||
           node.role == Option || node.role == Tab || node.role == Disclosure;
}

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

UiEvent click_on(Node const& node) {
    if (node.role == Role::Checkbox)
        return {node.id, EventKind::Change, node.state.checked ? "false" : "true"};
    if (node.role == Role::Radio) return {node.id, EventKind::Change, node.value};
    return {node.id, EventKind::Click, {}};
}

} // namespace

std::string file_text(std::string const& path_from_root) {
    std::ifstream file(std::string(HUIYIN_SOURCE_DIR) + "/" + path_from_root, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(file.good(), "cannot read " << path_from_root);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Person::Person(Backend backend, Instant now, Browser browser, Window window, std::string path,
               std::string fragment)
    : m_backend(std::move(backend)), m_browser(std::move(browser)), m_window(window),
      m_now(now), m_history{path} {
    app::Start start{.path = path,
                     .fragment = std::move(fragment),
                     .wished_languages = m_browser.languages,
                     .now = now,
                     .random_hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"};
    if (auto const kept = m_browser.kept.find("language"); kept != m_browser.kept.end())
        start.kept_language = kept->second;
    if (auto const kept = m_browser.kept.find("shared"); kept != m_browser.kept.end())
        start.kept_shared = kept->second;
    start.drafts = kept_drafts();
    start.used_draft = m_browser.used_draft;
    start.keeps_drafts = m_browser.keeps_drafts;
    start.has_camera = m_browser.has_camera;
    if (auto const kept = m_browser.kept.find("settings"); kept != m_browser.kept.end())
        start.kept_settings = kept->second;
    m_portal = app::Portal::make(m_text_engine, std::move(start));
    settle();
}

void Person::draw(std::vector<UiEvent> events) {
    m_auditor.begin_frame();
    ui::FrameInput const input{.width = m_window.width,
                               .height = m_window.height,
                               .paint_top = 0,
                               .paint_bottom = m_window.height,
                               .events = std::move(events)};
    m_frame = &m_portal->frame(input, m_now);
    ++m_frames;
    if (m_is_audited) audit();
}

void Person::audit() {
    if (m_frame->nodes.empty()) return;
    for (std::string const& complaint : m_auditor.complaints(*m_frame))
        BOOST_ERROR(address() << ": " << complaint);
    for (std::string const& fault : faults_in(*m_frame, m_window.width))
        BOOST_ERROR(address() << ": " << fault);
}

void Person::settle() {
    for (int frame = 0; frame < most_frames; ++frame) {
        bool was_still = true;
        for (app::ShellOrder const& order : m_portal->take_orders()) {
            carry_out(order);
            was_still = false;
        }
        if (!m_holds_answers && !m_coming.empty()) {
            was_still = false;
            for (Coming& coming : std::exchange(m_coming, {}))
                m_portal->responded(coming.fetch_id, std::move(coming.response));
        }
        draw({});
        if (was_still && !m_frame->wants_another) break;
        BOOST_REQUIRE_MESSAGE(frame + 1 < most_frames, address() << " does not come to rest");
    }
    bool const is_focus_there =
        m_focus.empty() || std::ranges::find(m_frame->nodes, m_focus, &Node::id) != m_frame->nodes.end();
    BOOST_CHECK_MESSAGE(is_focus_there, address()
                                            << ": focus was sent to '" << m_focus << "', which is not there");
    if (!is_focus_there) m_focus.clear();
}

void Person::carry_out(app::ShellOrder const& order) {
    match(
        order,
        [&](app::Fetch const& fetch) {
            m_coming.push_back({fetch.id, m_backend(fetch.request)});
        },
        [&](app::Keep const& keep) {
            if (keep.text)
                m_browser.kept[keep.name] = *keep.text;
            else
                m_browser.kept.erase(keep.name);
        },
        [&](app::Visit const& visit) {
            if (visit.push) {
                m_history.resize(++m_place);
                m_history.push_back(visit.url);
            } else
                m_history[m_place] = visit.url;
        },
        [&](app::FocusNode const& focus) { m_focus = focus.id; },
        [&](app::Say const& say) { m_said = say.words; },
        [&](app::CopyText const& copy) {
            m_clipboard = copy.text;
            m_portal->copied(true);
        },
        [&](app::LoadLanguage const& load) {
            std::string const catalogue = file_text("i18n/locales/" + load.tag + ".json");
            auto language = i18n::Language::load(load.tag, catalogue, Duration::hours(8));
            BOOST_REQUIRE(language.is_ok());
            m_language = std::move(language).value();
            m_portal->language_loaded(load.tag, catalogue);
        },
        [&](app::ShowPlain const& show) { m_is_plain = show.is_plain; },
        [&](app::KeepDraft const& kept) { keep(kept); },
        [&](app::DropDraft const& dropped) { m_browser.drafts.erase(dropped.id); },
        [&](app::DropAllDrafts) { m_browser.drafts.clear(); },
        [&](app::UseDraft const& use) { m_browser.used_draft = use.id; },
        [&](app::SendWaiting) { sends_waiting(); },
        [&](app::SaveFile const& save) { m_saved_file = save.text; }, [](app::Wake const&) {},
        // Files stay with the shell; what it tells of them is a test's to say.
        [](app::SendFile const&) {}, [](app::DropFile const&) {}, [](app::LeaveFile const&) {},
        [](app::FetchFile const&) {}, [](app::TakeVersion) {}, [](app::PrintPage) {});
}

void Person::keep(app::KeepDraft const& kept) {
    if (!m_browser.keeps_drafts) return m_portal->drafts_refused();
    m_browser.drafts[kept.id] = {
        {.id = kept.id, .text = kept.text, .is_waiting = kept.request.has_value(), .answer = kept.answer},
        kept.request.value_or(protocol::Request{})};
}

std::vector<app::KeptDraft> Person::kept_drafts() const {
    std::vector<app::KeptDraft> drafts;
    for (auto const& each : m_browser.drafts)
        drafts.push_back(each.second.first);
    return drafts;
}

void Person::sends_waiting() {
    for (auto& each : m_browser.drafts) {
        auto& [draft, request] = each.second;
        if (!draft.is_waiting) continue;
        protocol::Response const answer = m_backend(request);
        if (answer.status == 0 || answer.status >= 500) continue;
        draft.is_waiting = false;
        draft.answer = answer;
    }
    m_portal->drafts_changed(kept_drafts());
}

ui::Node const& Person::control(std::string_view name) const {
    std::vector<Node const*> found;
    for (Node const& node : m_frame->nodes)
        if (is_control(node) && node.label == name) found.push_back(&node);
    BOOST_REQUIRE_MESSAGE(found.size() == 1, address() << ": " << found.size() << " controls say '" << name
                                                       << "' on\n"
                                                       << reads());
    return *found.front();
}

void Person::happens(UiEvent event) {
    m_focus.clear();
    draw({std::move(event)});
    settle();
}

Person& Person::clicks(std::string_view name) {
    Node const node = control(name);
    BOOST_REQUIRE_MESSAGE(!node.state.disabled, "'" << name << "' cannot be clicked now");
    happens(click_on(node));
    return *this;
}

Person& Person::clicks_answer(std::string_view question, std::string_view answer) {
    auto const legend = std::ranges::find_if(m_frame->nodes, [&](Node const& node) {
        return node.role == Role::Fieldset && node.label == question;
    });
    BOOST_REQUIRE_MESSAGE(legend != m_frame->nodes.end(), "nobody asks '" << question << "'");
    auto const choice = std::ranges::find_if(m_frame->nodes, [&](Node const& node) {
        return node.role == Role::Radio && node.group == legend->id && node.label == answer;
    });
    BOOST_REQUIRE_MESSAGE(choice != m_frame->nodes.end(),
                          "'" << question << "' does not offer '" << answer << "'");
    happens(click_on(*choice));
    return *this;
}

Person& Person::types(std::string_view label, std::string_view text) {
    happens({control(label).id, EventKind::Input, std::string(text)});
    return *this;
}

Person& Person::chooses(std::string_view label, std::string_view option) {
    Node const node = control(label);
    auto const found = std::ranges::find(node.options, option, &ui::Option::label);
    BOOST_REQUIRE_MESSAGE(found != node.options.end(), "'" << label << "' does not offer '" << option << "'");
    happens({node.id, EventKind::Change, found->value});
    return *this;
}

Person& Person::chooses_language(std::string_view name) { return chooses(words("language.choose"), name); }

Person& Person::presses_escape() {
    auto const open = std::ranges::find(m_frame->nodes, Role::Dialog, &Node::role);
    BOOST_REQUIRE_MESSAGE(open != m_frame->nodes.end(), "there is no dialog to leave");
    happens({open->id, EventKind::Dismiss, {}});
    return *this;
}

void Person::visit_place() {
    m_focus.clear();
    m_portal->visited(m_history[m_place], "");
    settle();
}

Person& Person::goes_back() {
    BOOST_REQUIRE_MESSAGE(m_place > 0, "there is nothing to go back to");
    --m_place;
    visit_place();
    return *this;
}

Person& Person::goes_forward() {
    BOOST_REQUIRE_MESSAGE(m_place + 1 < m_history.size(), "there is nothing to go forward to");
    ++m_place;
    visit_place();
    return *this;
}

Person& Person::waits(Duration duration) {
    m_now = m_now + duration;
    m_portal->woken(m_now);
    settle();
    return *this;
}

void Person::lets_answers_come() {
    m_holds_answers = false;
    settle();
}

bool Person::sees(std::string_view words) const {
    return contains(m_said, words) || std::ranges::any_of(m_frame->nodes, [&](Node const& node) {
               return contains(node.label, words) || contains(node.value, words);
           });
}

bool Person::can_click(std::string_view name) const {
    return std::ranges::any_of(m_frame->nodes, [&](Node const& node) {
        return is_control(node) && node.label == name && !node.state.disabled;
    });
}

std::string Person::value_of(std::string_view label) const { return control(label).value; }

std::string Person::words(std::string_view key) const { return m_language->format(i18n::tr(key)); }

std::string Person::reads() const { return golden_text(*m_frame); }

} // namespace huiyin::tests
