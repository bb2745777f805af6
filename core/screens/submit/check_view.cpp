#include "core/screens/emergency_view.h"
#include "core/screens/failure_view.h"
#include "core/screens/files_view.h"
#include "core/screens/submit/attachments_view.h"
#include "core/screens/submit/fields.h"
#include "core/screens/submit/pages.h"
#include "core/ui/components/button.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/summary_list.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

i18n::Text missing() { return tr("submit.check.missing"); }

template <Named E>
i18n::Text choice_words(std::string_view key, std::optional<E> choice) {
    return choice ? tr(std::string(key) + "." + std::string(name_of(*choice)) + ".label") : missing();
}

i18n::Text category_words(Draft const& draft, City const& city) {
    if (!city.is_leaf(draft.category)) return missing();
    return tr("submit.check.chosen_category",
              {{"top", std::vector{tr("category." + draft.category_top + ".label")}},
               {"leaf", std::vector{tr("category." + draft.category.value + ".label")}}});
}

i18n::Text district_words(Draft const& draft, City const& city) {
    return city.has(draft.district) ? tr("district." + draft.district.value + ".label") : missing();
}

i18n::Text typed_words(std::string const& typed, i18n::Text otherwise) {
    std::string const cleaned = i18n::cleaned(typed);
    if (cleaned.empty()) return otherwise;
    return i18n::verbatim(cleaned, i18n::language_by_script(cleaned));
}

i18n::Text description_words(Page const& page) {
    std::string const cleaned = i18n::cleaned(page.model.draft.description);
    if (cleaned.empty()) return missing();
    return i18n::verbatim(cleaned, language_of_text(page.model).value_or(LanguageTag{}).value);
}

/// By its own name.
ui::SummaryLine language_line(Page const& page) {
    LanguageTag const tag = shown_language(page);
    i18n::LanguageInfo const* const info = i18n::find_language(tag.value);
    return {.name = "language",
            .term = tr("submit.language.label"),
            .value = info ? i18n::verbatim(info->name, info->tag) : tr("submit.language.other"),
            .change_href = url_of(SubmitRoute{page_of_field("language")})};
}

ui::SummaryLine line(std::string_view field, i18n::Text value) {
    return {.name = std::string(field),
            .term = tr("submit.check." + std::string(field)),
            .value = std::move(value),
            .change_href = url_of(SubmitRoute{page_of_field(field)})};
}

void add_contact(std::vector<ui::SummaryLine>& lines, Draft const& draft) {
    if (!draft.visibility || draft.visibility == Visibility::Anonymous) return;
    i18n::Text const not_given = tr("submit.check.not_given");
    bool const needs_name = draft.visibility == Visibility::PublicName;
    lines.push_back(line("contact.name", typed_words(draft.name, needs_name ? missing() : not_given)));
    lines.push_back(line("contact.phone", typed_words(draft.phone, not_given)));
    lines.push_back(line("contact.email", typed_words(draft.email, not_given)));
}

/// Nothing is said of files where there are none: they were never asked for as such.
void add_attachments(std::vector<ui::SummaryLine>& lines, Model const& model) {
    if (model.draft.attachments.empty()) return;
    std::vector<ui::SummaryItem> files;
    for (Attachment const& attachment : model.draft.attachments)
        files.push_back(checked_file(attachment, model.files));
    lines.push_back({.name = "attachments",
                     .term = tr("attachments.case"),
                     .items = std::move(files),
                     .change_href = url_of(SubmitRoute{page_of_field("attachments")})});
}

/// Every answer as it will be sent, in the order of the pages.
std::vector<ui::SummaryLine> answers_of(Page const& page) {
    Draft const& draft = page.model.draft;
    City const& city = page.city;
    std::vector<ui::SummaryLine> lines = {
        line("nature", choice_words("nature", draft.nature)),
        line("category", category_words(draft, city)),
        line("district", district_words(draft, city)),
        line("address", typed_words(draft.address, tr("submit.check.not_given"))),
        line("description", description_words(page)),
        language_line(page),
        line("visibility", choice_words("visibility", draft.visibility)),
    };
    add_attachments(lines, page.model);
    add_contact(lines, draft);
    return lines;
}

/// The language stands below the text; all others are what their page asks first.
ChangeFollowed change_of(std::string const& field) {
    return {page_of_field(field),
            field == "language" || field == "attachments" ? node_id(field) : std::string()};
}

/// Sent without a connection: it goes by itself, and the page can be left.
void waiting_view(Page const& page) {
    bool const is_trying = page.model.is_trying;
    ui::notice(page.ui, "submit.waiting", ui::Surface::Notice, tr("outbox.title"), [&] {
        ui::paragraph(page.ui, "submit.waiting.text", tr(is_trying ? "outbox.sending" : "outbox.waiting"));
    });
    if (ui::button(page.ui, {.id = "submit.now", .label = tr("outbox.now"), .is_busy = is_trying}))
        page.emit(TryNowPressed{});
}

void send_view(Page const& page) {
    if (page.model.is_waiting) return waiting_view(page);
    if (auto const* const failure = std::get_if<Failed>(&page.model.sending))
        failure_view(page.ui, "submit.failure", *failure);
    bool const is_busy = std::holds_alternative<Loading>(page.model.sending);
    i18n::Text const label = tr(is_busy ? "submit.sending" : "submit.send");
    if (ui::button(page.ui, {.id = "submit.send", .label = label, .is_busy = is_busy}))
        page.emit(SendPressed{});
}

} // namespace

void check_view(Page const& page) {
    ui::heading(page.ui, "submit.title", 1, tr("submit.check.title"));
    emergency_view(page.ui, "submit.emergency", chosen_urgency(page));
    if (auto const field = ui::summary_list(page.ui, "submit.answers", answers_of(page)))
        page.emit(change_of(*field));
    ui::paragraph(page.ui, "submit.promise", tr("submit.check.promise"));
    if (is_sending_files(page.model))
        ui::paragraph(page.ui, "submit.attachments.meanwhile", tr("attachments.meanwhile"));
    send_view(page);
}

} // namespace huiyin::screens::submit
