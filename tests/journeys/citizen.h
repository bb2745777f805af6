#pragma once

#include "tests/journeys/joined.h"

#include <string>
#include <string_view>

namespace huiyin::tests {

inline constexpr std::string_view description = "楼下的施工队每天夜里都在打桩，已经三个星期了。";

/// A citizen who submits through the real views to the real backend, in one language.
class Citizen {
public:
    Citizen(Joined& joined, std::string const& language, Window window = phone)
        : m_person(joined.backend(), joined.now(), {.languages = {language}, .kept = {}}, window) {}

    Person& person() { return m_person; }
    Citizen& clicks(std::string_view key) { return m_person.clicks(m_person.words(key)), *this; }
    Citizen& types(std::string_view key, std::string_view text) {
        return m_person.types(m_person.words(key), text), *this;
    }
    Citizen& chooses(std::string_view key, std::string_view option_key) {
        return m_person.chooses(m_person.words(key), m_person.words(option_key)), *this;
    }
    bool sees(std::string_view key) const { return m_person.sees(m_person.words(key)); }

    Citizen& fills_in() {
        clicks("home.submit.start");
        clicks("nature.complaint.label").clicks("submit.continue");
        clicks("category.environment.label")
            .clicks("category.environment.noise.label")
            .clicks("submit.continue");
        chooses("submit.district.label", "district.dongcheng.label");
        types("submit.address.label", "灯市口大街12号").clicks("submit.continue");
        types("submit.description.label", description).clicks("submit.continue");
        clicks("visibility.confidential.label");
        types("submit.contact.name.label", "林梅").types("submit.contact.phone.label", "+86 138 0013 8000");
        return clicks("submit.continue");
    }
    Citizen& sends() { return clicks("submit.send"); }
    /// From the page of a case that has its reply.
    Citizen& gives_feedback() {
        clicks("case.feedback.give");
        m_person.clicks_answer(m_person.words("contacted.question"), m_person.words("contacted.yes.label"));
        m_person.clicks_answer(m_person.words("resolved.question"), m_person.words("resolved.partly.label"));
        clicks("satisfaction.satisfied.label");
        return clicks("feedback.send");
    }
    Citizen& opens_the_case() { return clicks("receipt.track"); }

private:
    Person m_person;
};

} // namespace huiyin::tests
