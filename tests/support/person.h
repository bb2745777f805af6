#pragma once

#include "core/app/portal.h"
#include "tests/support/auditor.h"
#include "tests/support/fixed_text_engine.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::tests {

/// What answers the portal's requests.
using Backend = std::function<protocol::Response(protocol::Request const&)>;

/// A window as the person has it, in CSS pixels.
struct Window {
    float width = 360;
    float height = 740;
};
inline constexpr Window phone = {360, 740};
inline constexpr Window tablet = {768, 1024};
inline constexpr Window kiosk = {1080, 1920};
inline constexpr Window desktop = {1280, 800};
/// What must hold of every page holds in each of them.
inline constexpr std::array<Window, 5> every_window = {{{320, 640}, phone, tablet, kiosk, desktop}};

/// What a browser keeps between two visits.
struct Browser {
    std::vector<std::string> languages = {"en"};
    std::map<std::string, std::string> kept = {};
    /// By their ids, as the shell keeps them, with the request of each that waits.
    std::map<std::string, std::pair<app::KeptDraft, protocol::Request>> drafts = {};
    std::string used_draft = {};
    bool keeps_drafts = true;
    bool has_camera = false;
};

/// A person at the portal: reads, types and clicks by what things say, never by where they are. Every frame
/// is audited; a fault fails the test that made it.
class Person {
public:
    Person(Backend backend, Instant now, Browser browser = {}, Window window = phone, std::string path = "/",
           std::string fragment = {});

    // What they do. What is not there fails the test.
    Person& clicks(std::string_view name);
    /// An answer to one of several questions whose answers say the same.
    Person& clicks_answer(std::string_view question, std::string_view answer);
    Person& types(std::string_view label, std::string_view text);
    Person& chooses(std::string_view label, std::string_view option);
    Person& chooses_language(std::string_view name);
    /// Leaves the dialog that is open.
    Person& presses_escape();
    Person& goes_back();
    Person& goes_forward();
    Person& waits(Duration duration);

    // What they notice.
    /// Some text on the page, in a field, or said by a live region has these words.
    bool sees(std::string_view words) const;
    bool can_click(std::string_view name) const;
    /// The whole value of a field.
    std::string value_of(std::string_view label) const;
    std::string address() const { return m_history[m_place]; }
    std::string title() const { return m_frame->title; }
    /// Id of the node that has focus.
    std::string focus() const { return m_focus; }
    std::string clipboard() const { return m_clipboard; }
    std::string last_said() const { return m_said; }
    /// The message of the catalogue in the language that is shown, without arguments filled in.
    std::string words(std::string_view key) const;
    ui::Frame const& frame() const { return *m_frame; }
    /// All nodes as text, for the golden files.
    std::string reads() const;
    int frames() const { return m_frames; }
    /// The canvas is away.
    bool is_plain() const { return m_is_plain; }
    /// For measuring: frames are no longer inspected.
    void stops_auditing() { m_is_audited = false; }

    Browser const& browser() const { return m_browser; }
    Instant now() const { return m_now; }
    /// Answers arrive only when told to.
    /// What waits is sent, as the shell does when the connection is back.
    void sends_waiting();
    /// The file that was saved last.
    std::string saved_file() const { return m_saved_file; }
    void holds_answers(bool held) { m_holds_answers = held; }
    void lets_answers_come();

private:
    struct Coming {
        std::uint64_t fetch_id;
        protocol::Response response;
    };
    ui::Node const& control(std::string_view name) const;
    void happens(ui::UiEvent event);
    void settle();
    void draw(std::vector<ui::UiEvent> events);
    void audit();
    void carry_out(app::ShellOrder const& order);
    void visit_place();
    void keep(app::KeepDraft const& kept);
    std::vector<app::KeptDraft> kept_drafts() const;

    Backend m_backend;
    Browser m_browser;
    Window m_window;
    Instant m_now;
    FixedTextEngine m_text_engine;
    std::unique_ptr<app::Portal> m_portal;
    Auditor m_auditor;
    ui::Frame const* m_frame = nullptr;
    std::vector<Coming> m_coming;
    bool m_holds_answers = false;
    std::vector<std::string> m_history;
    std::size_t m_place = 0;
    std::string m_focus;
    std::string m_clipboard;
    std::string m_said;
    std::string m_saved_file;
    std::unique_ptr<i18n::Language> m_language;
    bool m_is_audited = true;
    bool m_is_plain = false;
    int m_frames = 0;
};

/// The text of a repository's file; fails the test when it cannot be read.
std::string file_text(std::string const& path_from_root);

/// The nodes of a frame, one a line, as a reader who sees nothing gets them.
std::string golden_text(ui::Frame const& frame);

} // namespace huiyin::tests
