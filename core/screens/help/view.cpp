#include "core/screens/help/view.h"

#include "core/screens/route.h"
#include "core/screens/telling.h"
#include "core/ui/components/link.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::help {

namespace {

using i18n::tr;

std::string_view key_of(ClockBasis basis) {
    switch (basis) {
    case ClockBasis::Hours: return "limit.hours";
    case ClockBasis::CalendarDays: return "limit.calendar_days";
    case ClockBasis::WorkingDays: return "limit.working_days";
    }
    return {};
}

std::string words_of(ui::Ui& ui, Limit limit) {
    return ui.words(tr(key_of(limit.basis), {{"count", limit.amount}}));
}

/// How long one clock may run, by urgency.
i18n::Text limits(ui::Ui& ui, std::string_view key, City const& city, Limit UrgencyLimits::*clock) {
    return tr(key, {{"life_safety", words_of(ui, city.life_safety.*clock)},
                    {"basic_livelihood", words_of(ui, city.basic_livelihood.*clock)},
                    {"general", words_of(ui, city.general.*clock)}});
}

void clocks_view(ui::Ui& ui, City const& city) {
    auto const days = [&](int count) { return words_of(ui, {count, ClockBasis::CalendarDays}); };
    ui::heading(ui, "help.clocks.title", 2, tr("help.clocks.title"));
    ui::paragraph(ui, "help.clocks.dispatch",
                  limits(ui, "help.clocks.dispatch", city, &UrgencyLimits::dispatch));
    ui::paragraph(ui, "help.clocks.reply", limits(ui, "help.clocks.reply", city, &UrgencyLimits::reply));
    for (std::string_view const id : {"help.clocks.hours", "help.clocks.paused", "help.clocks.overdue"})
        ui::paragraph(ui, id, tr(id));
    ui::paragraph(ui, "help.clocks.feedback",
                  tr("help.clocks.feedback",
                     {{"feedback", days(city.feedback_days)}, {"reopen", days(city.reopen_days)}}));
}

/// As it is dialled from anywhere, on one line.
std::string number_from_outside(Telephony const& telephony) {
    constexpr std::string_view space = "\u00A0";
    return "+" + telephony.country_code + std::string(space) + telephony.area_code + std::string(space) +
           "12345";
}

void phone_view(ui::Ui& ui, Telephony const& telephony) {
    ui::heading(ui, "help.phone.title", 2, tr("help.phone.title"));
    ui::paragraph(ui, "help.phone.text",
                  tr("help.phone.text", {{"outside", number_from_outside(telephony)}}));
}

} // namespace

bool view(ui::Ui& ui, City const& city) {
    ui.set_title(ui.words(tr("help.title")));
    bool const goes_back = ui::back_link(ui, "help.back", tr("help.back"), url_of(HomeRoute{}));
    ui::heading(ui, "help.title", 1, tr("help.title"));
    ui::lead(ui, "help.lead", tr("help.lead"));
    for (std::string_view const id : {"help.what", "help.not", "help.after"})
        telling(ui, id, {"text"});
    clocks_view(ui, city);
    for (std::string_view const id : {"help.language", "help.code", "help.name", "help.able"})
        telling(ui, id, {"text"});
    phone_view(ui, city.telephony);
    return goes_back;
}

} // namespace huiyin::screens::help
