#include "core/screens/case_page/parts.h"

#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

#include <algorithm>
#include <functional>

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

/// What the grounds are called depends on what became of the matter.
i18n::Text grounds_title(Outcome outcome, i18n::Language const& language) {
    std::string const key = "outcome." + std::string(name_of(outcome)) + ".grounds";
    return tr(language.has(key) ? key : "case.reply.grounds");
}

/// What a reply says, in one language.
struct Words {
    std::string id;
    Outcome outcome;
    std::string const& text;
    std::string const& grounds;
    std::string lang;
};

void words_view(ui::Ui& ui, Words const& words) {
    ui::passage(ui, words.id + ".text", words.text, words.lang);
    if (words.grounds.empty()) return;
    ui::heading(ui, words.id + ".grounds", 3, grounds_title(words.outcome, ui.language()));
    ui::passage(ui, words.id + ".grounds.text", words.grounds, words.lang);
}

void original_view(ui::Ui& ui, Reply const& reply) {
    if (reply.translation) ui::heading(ui, "case.reply.original", 3, tr("case.translation.original"));
    words_view(ui, {"case.reply", reply.outcome, reply.text, reply.grounds, known(reply.language)});
    ui::quiet(ui, "case.reply.date", tr("case.reply.date", {{"at", reply.at}}));
}

/// By its own name, which whoever reads the translation knows.
std::string name_of_language(LanguageTag const& tag) {
    i18n::LanguageInfo const* const info = i18n::find_language(tag.value);
    return std::string(info ? info->name : std::string_view(tag.value));
}

void translation_view(ui::Ui& ui, Outcome outcome, Translation const& translation) {
    ui::heading(ui, "case.translation", 3,
                tr("case.translation.title", {{"language", name_of_language(translation.language)}}));
    words_view(ui, {"case.translation", outcome, translation.text, translation.grounds,
                    known(translation.language)});
    std::string const key = "case.translation." + std::string(name_of(translation.kind));
    ui::quiet(ui, "case.translation.by", tr(key, {{"translator", translation.translator}}));
}

/// One at the end of the other; on narrow windows one below the other.
void side_by_side(ui::Ui& ui, std::function<void()> const& first, std::function<void()> const& second) {
    constexpr float between = 32;
    if (!ui.is_wide()) return first(), second();
    float const width = (ui.column().width - between) / 2;
    float const top = ui.y();
    float bottom = top;
    for (auto const& [offset, draw] : {std::pair{0.0F, &first}, std::pair{width + between, &second}}) {
        ui::Scope const place = ui.place(ui.part(offset, width), top);
        (*draw)();
        bottom = std::max(bottom, ui.y());
    }
    ui.move_to(bottom);
}

} // namespace

void reply_view(ui::Ui& ui, Reply const& reply) {
    ui::notice(ui, "case.reply", ui::Surface::Card, tr("case.reply.title"), [&] {
        ui::paragraph(ui, "case.reply.outcome",
                      tr("outcome." + std::string(name_of(reply.outcome)) + ".label"),
                      {.kind = ui::TextKind::Strong});
        if (!reply.translation) return original_view(ui, reply);
        side_by_side(
            ui, [&] { original_view(ui, reply); },
            [&] { translation_view(ui, reply.outcome, *reply.translation); });
    });
}

} // namespace huiyin::screens::case_page
