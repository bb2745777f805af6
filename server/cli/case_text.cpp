#include "server/cli/case_text.h"

#include "server/store/case_order.h"

#include <iomanip>
#include <sstream>

namespace huiyin::server {

namespace {

constexpr int label_width = 15;
constexpr int stage_width = 17;
constexpr int time_width = 26;

void add_line(std::ostream& out, std::string_view label, std::string_view value) {
    if (!value.empty()) out << std::left << std::setw(label_width) << label << value << "\n";
}

void add_contact(std::ostream& out, Contact const& contact) {
    add_line(out, "name", contact.name);
    add_line(out, "phone", contact.phone);
    add_line(out, "e-mail", contact.email);
}

void add_clock(std::ostream& out, Clock const& clock, Instant now) {
    std::ostringstream value;
    value << name_of(clock.kind) << " due " << clock.due_at << ", " << name_of(state_of(clock, now));
    add_line(out, "clock", value.str());
}

void add_event(std::ostream& out, Event const& event) {
    std::ostringstream value;
    value << std::left << std::setw(time_width) << format_rfc3339(event.at) << name_of(event.step);
    if (event.unit) value << ", " << *event.unit;
    if (!event.text.empty()) value << ": " << event.text;
    add_line(out, "event", value.str());
}

void add_translation(std::ostream& out, Translation const& translation) {
    std::string const by = translation.translator + " (" + std::string(name_of(translation.kind)) + "), " +
                           translation.language.value;
    add_line(out, "translated by", by);
    add_line(out, "translation", translation.text);
    add_line(out, "grounds", translation.grounds);
}

void add_reply(std::ostream& out, Reply const& reply) {
    add_line(out, "outcome", name_of(reply.outcome));
    add_line(out, "reply", reply.text);
    add_line(out, "grounds", reply.grounds);
    if (reply.translation) add_translation(out, *reply.translation);
}

/// "kk, detected (0.97)"; "en, as the citizen says".
std::string language_words(WrittenLanguage const& language) {
    if (language.source == LanguageSource::Person) return language.tag.value + ", as the citizen says";
    std::ostringstream words;
    words << language.tag << ", detected (" << std::fixed << std::setprecision(2) << language.confidence
          << ")";
    return words.str();
}

} // namespace

std::string line_of(Case const& subject) {
    Instant const due = next_due(subject);
    std::ostringstream out;
    out << subject.number << "  " << std::left << std::setw(stage_width) << name_of(subject.stage)
        << std::setw(time_width) << (due == never_due ? "-" : format_rfc3339(due))
        << subject.submission.category << "  " << subject.unit.value_or(UnitName{"-"})
        << (subject.needs_interpreter ? "  interpreter for " + subject.written_in.tag.value : "") << "\n";
    return out.str();
}

std::string text_of(Case const& subject, Instant now) {
    Submission const& submission = subject.submission;
    std::ostringstream out;
    add_line(out, "number", subject.number.text());
    add_line(out, "stage", name_of(subject.stage));
    add_line(out, "urgency", name_of(subject.urgency));
    if (submission.nature) add_line(out, "nature", name_of(*submission.nature));
    add_line(out, "category", submission.category.value);
    add_line(out, "district", submission.district.value);
    add_line(out, "address", submission.address);
    add_line(out, "language", language_words(subject.written_in));
    if (subject.needs_interpreter) add_line(out, "interpreter", "needed");
    if (submission.visibility) add_line(out, "visibility", name_of(*submission.visibility));
    if (submission.contact) add_contact(out, *submission.contact);
    add_line(out, "unit", subject.unit.value_or(UnitName{}).value);
    add_line(out, "description", submission.description);
    for (Clock const& clock : subject.clocks)
        add_clock(out, clock, now);
    for (Event const& event : subject.events)
        add_event(out, event);
    if (subject.reply) add_reply(out, *subject.reply);
    if (subject.feedback) add_line(out, "satisfaction", name_of(subject.feedback->satisfaction));
    return out.str();
}

} // namespace huiyin::server
