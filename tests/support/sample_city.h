#pragma once

#include "core/domain/city.h"
#include "core/domain/submission.h"

namespace huiyin::tests {

/// A city small enough to be read at a glance, eight hours ahead of UTC.
inline City sample_city() {
    Category const environment{.id = {"environment"},
                               .children = {{.id = {"environment.noise"}, .urgency = Urgency::General},
                                            {.id = {"environment.air"}, .urgency = Urgency::General}}};
    Category const utilities{.id = {"utilities"},
                             .children = {{.id = {"utilities.water"}, .urgency = Urgency::BasicLivelihood}}};
    Category const safety{.id = {"safety"},
                          .children = {{.id = {"safety.fire"}, .urgency = Urgency::LifeSafety}}};
    return {.categories = {environment, utilities, safety},
            .districts = {{"dongcheng"}, {"haidian"}},
            .life_safety = {{1, ClockBasis::Hours}, {2, ClockBasis::Hours}},
            .basic_livelihood = {{2, ClockBasis::Hours}, {24, ClockBasis::Hours}},
            .general = {{24, ClockBasis::Hours}, {15, ClockBasis::WorkingDays}},
            .desk_languages = {{"zh"}, {"en"}}};
}

/// Has nothing wrong with it.
inline Submission sample_submission() {
    return {.nature = Nature::Complaint,
            .category = {"environment.noise"},
            .district = {"dongcheng"},
            .address = "12 Lamp Market Street",
            .description = "A building site is loud at night.",
            .language = LanguageTag{"en"},
            .visibility = Visibility::Confidential,
            .contact = Contact{.name = "Lin Mei", .phone = "+86 10 1234 5678", .email = "lin@example.org"}};
}

} // namespace huiyin::tests
