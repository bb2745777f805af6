#include "core/screens/problem_words.h"

#include "core/base/find.h"
#include "core/domain/submission.h"

#include <array>
#include <cstdint>

namespace huiyin::screens {

namespace {

struct FieldLimits {
    std::string_view field;
    std::size_t min;
    std::size_t max;
};

constexpr std::array<FieldLimits, 8> field_limits = {{
    {"address", 0, limits::address_max},
    {"description", limits::description_min, limits::description_max},
    {"contact.name", 1, limits::name_max},
    {"contact.phone", 0, limits::phone_max},
    {"contact.email", 0, limits::email_max},
    {"text", 1, limits::message_max},
    {"reason", limits::reason_min, limits::reason_max},
    {"comment", 0, limits::comment_max},
}};

std::vector<i18n::Argument> arguments_for(std::string_view field) {
    auto const* const found = find_in(field_limits, field, &FieldLimits::field);
    bool const is_known = found != field_limits.end();
    return {{"min", static_cast<std::int64_t>(is_known ? found->min : 0)},
            {"max", static_cast<std::int64_t>(is_known ? found->max : 0)}};
}

std::string key_of(Problem const& problem, i18n::Language const& language) {
    std::string own = "problem." + problem.field + "." + problem.code;
    if (language.has(own)) return own;
    std::string general = "problem." + problem.code;
    return language.has(general) ? general : "problem.invalid";
}

} // namespace

i18n::Text problem_words(Problem const& problem, i18n::Language const& language) {
    return i18n::tr(key_of(problem, language), arguments_for(problem.field));
}

i18n::Text problem_of(std::string_view field, Problems const& problems, i18n::Language const& language) {
    auto const found = find_in(problems, field, &Problem::field);
    return found == problems.end() ? i18n::Text{} : problem_words(*found, language);
}

} // namespace huiyin::screens
