#include "core/screens/case_page/page.h"

#include <algorithm>

namespace huiyin::screens::case_page {

namespace {

using i18n::Text;
using i18n::tr;
using i18n::verbatim;

Text label_of(std::string_view group, auto value) {
    return tr(std::string(group) + "." + std::string(name_of(value)) + ".label");
}

/// The words for an id that the backend sent; one that is newer than the catalogue is shown as it is.
Text label_of_id(std::string_view group, std::string const& id, i18n::Language const& language) {
    std::string const key = std::string(group) + "." + id + ".label";
    return language.has(key) ? tr(key) : verbatim(id);
}

Text moment(Instant at) { return tr("case.moment", {{"at", at}}); }

Text title_of(CitizenCase const& shown) {
    return tr("case.title",
              {{"nature", std::vector{label_of("nature", shown.nature)}}, {"number", shown.number.text()}});
}

Text stage_of(CitizenCase const& shown) {
    if (shown.stage != Stage::Closed || !shown.reply) return label_of("stage", shown.stage);
    return tr("case.closed." + std::string(name_of(shown.reply->outcome)));
}

Text question_in(CitizenCase const& shown) {
    if (shown.stage != Stage::AwaitingCitizen) return {};
    auto const newest = std::find_if(shown.events.rbegin(), shown.events.rend(), [](Event const& event) {
        return event.step == huiyin::Step::AskCitizen;
    });
    return newest == shown.events.rend() ? Text{} : verbatim(newest->text, known(newest->language));
}

/// "Noise (Environment and cleanliness)".
Text category_of(CategoryId const& id, i18n::Language const& language) {
    Text const leaf = label_of_id("category", id.value, language);
    std::size_t const dot = id.value.find('.');
    if (dot == std::string::npos) return leaf;
    Text const top = label_of_id("category", id.value.substr(0, dot), language);
    return tr("case.submitted.category_of", {{"leaf", std::vector{leaf}}, {"top", std::vector{top}}});
}

/// A name's own letters are all that tells its language.
Text name_of_place(std::string const& name) { return verbatim(name, i18n::language_by_script(name)); }

void add(std::vector<ui::SummaryLine>& lines, std::string name, Text term, Text value) {
    if (!value.empty()) lines.push_back({std::move(name), std::move(term), std::move(value)});
}

std::vector<ui::SummaryLine> submitted_of(CitizenCase const& shown, i18n::Language const& language) {
    std::vector<ui::SummaryLine> lines;
    add(lines, "nature", tr("case.submitted.nature"), label_of("nature", shown.nature));
    add(lines, "category", tr("case.submitted.category"), category_of(shown.category, language));
    add(lines, "district", tr("case.submitted.district"),
        label_of_id("district", shown.district.value, language));
    add(lines, "address", tr("case.submitted.address"), name_of_place(shown.address));
    add(lines, "description", tr("case.submitted.description"),
        verbatim(shown.description, known(shown.written_in.tag)));
    add(lines, "date", tr("case.submitted.date"), moment(shown.created_at));
    return lines;
}

std::vector<ui::SummaryLine> feedback_of(CitizenCase const& shown) {
    if (!shown.feedback) return {};
    Feedback const& given = *shown.feedback;
    std::vector<ui::SummaryLine> lines;
    add(lines, "contacted", tr("contacted.question"), label_of("contacted", given.contacted));
    add(lines, "resolved", tr("resolved.question"), label_of("resolved", given.resolved));
    add(lines, "satisfaction", tr("satisfaction.question"), label_of("satisfaction", given.satisfaction));
    add(lines, "comment", tr("case.given.comment"), verbatim(given.comment, known(given.language)));
    add(lines, "date", tr("case.given.date"), moment(given.at));
    return lines;
}

/// The newest reply stands on the page itself, so its text is not repeated.
bool is_shown_above(Event const& event, CitizenCase const& shown) {
    return event.step == huiyin::Step::Reply && shown.reply && shown.reply->at == event.at;
}

Text text_of(Event const& event, CitizenCase const& shown) {
    if (event.text.empty() || is_shown_above(event, shown)) return {};
    if (event.step == huiyin::Step::Merge) return tr("case.timeline.merged", {{"number", event.text}});
    return verbatim(event.text, known(event.language));
}

ui::TimelineEntry entry_of(Event const& event, CitizenCase const& shown) {
    Text const unit = event.unit ? name_of_place(event.unit->value) : Text{};
    return {.name = {},
            .title = label_of("step", event.step),
            .when = moment(event.at),
            .lines = {unit, text_of(event, shown)}};
}

std::vector<ui::TimelineEntry> timeline_of(CitizenCase const& shown) {
    std::vector<ui::TimelineEntry> entries;
    for (Event const& event : shown.events) {
        entries.push_back(entry_of(event, shown));
        entries.back().name = "event" + std::to_string(entries.size());
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

} // namespace

std::string known(std::optional<LanguageTag> const& language) {
    // BCP 47 has "und" for what is undetermined.
    return language && language->value != "und" ? language->value : std::string();
}

Page page_of(CitizenCase const& shown, i18n::Language const& language) {
    return {.title = title_of(shown),
            .stage = stage_of(shown),
            .meaning = tr("stage." + std::string(name_of(shown.stage)) + ".meaning"),
            .question = question_in(shown),
            .feedback = feedback_of(shown),
            .submitted = submitted_of(shown, language),
            .timeline = timeline_of(shown)};
}

} // namespace huiyin::screens::case_page
