#pragma once

#include "core/domain/citizen_view.h"
#include "core/ui/components/summary_list.h"
#include "core/ui/components/timeline.h"
#include "i18n/language.h"

#include <string>
#include <vector>

namespace huiyin::screens::case_page {

/// What the page says of a case.
struct Page {
    /// Nature and number.
    i18n::Text title;
    /// A closed case says with what result, and never simply that it is closed.
    i18n::Text stage;
    i18n::Text meaning;
    /// What the unit has asked, while the case waits for the citizen; else empty.
    i18n::Text question;
    /// What was answered in the feedback; empty when there is none.
    std::vector<ui::SummaryLine> feedback;
    std::vector<ui::SummaryLine> submitted;
    /// Newest first.
    std::vector<ui::TimelineEntry> timeline;
};

Page page_of(CitizenCase const& shown, i18n::Language const& language);

/// A tag as a node has it: nothing when the language could not be told.
std::string known(std::optional<LanguageTag> const& language);

} // namespace huiyin::screens::case_page
