#pragma once

#include "core/domain/citizen_view.h"
#include "tests/support/case_story.h"

namespace huiyin::tests {

/// A case with something in every field there is.
inline CaseStory full_story() {
    auto submission = sample_submission();
    submission.location = Location{39.9163, 116.3972};
    submission.occurred_at = parse_rfc3339("2026-03-01T14:30:00.250Z");
    submission.description = "夜里施工 \"loud\" \\ at night,\n\tevery night. \u202B😀";
    submission.contact->preferred = PreferredContact::Email;
    submission.contact->language = LanguageTag{"zh-Hans"};
    CaseStory story(submission);
    story.later(Duration::hours(1)).dispatched().takes(Step::Contact);
    story.asks().later(Duration::days(2)).says("Number twelve.");
    story.takes({.step = Step::Handle, .text = "Measured 62 dB.", .language = LanguageTag{"en"}})
        .later(Duration::days(1));
    story.replied({.outcome = Outcome::NotJustified,
                   .text = "It is allowed.",
                   .grounds = "Article 12.",
                   .language = LanguageTag{"en"},
                   .translation = Translation{.language = {"zh-Hans"},
                                              .text = "允许施工。",
                                              .grounds = "第十二条。",
                                              .translator = "Zhao Min",
                                              .kind = TranslatorKind::Machine}});
    story.rated({.contacted = Contacted::No,
                 .resolved = Resolved::Partly,
                 .satisfaction = Satisfaction::Dissatisfied,
                 .comment = "还是吵"});
    return story;
}

} // namespace huiyin::tests
