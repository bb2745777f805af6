#include "server/api/phone_book.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <regex>
#include <string_view>

namespace huiyin::server {

namespace {

/// How the numbers behind a country calling code are made.
struct Plan {
    std::string_view country_code;
    /// A bit for each number of digits there can be.
    std::uint32_t lengths;
    /// What every number looks like; a regular expression, like the prefix.
    std::string_view pattern;
    /// What is dialled before a number inside the country and is no part of it.
    std::string_view prefix;
    /// What takes the place of the prefix when its last group stands for something; empty for nothing.
    std::string_view transform;
};

#include "phone_plans.inc"

/// A plan with its expressions made.
struct Expressions {
    explicit Expressions(Plan const& plan) : pattern(made(plan.pattern)), prefix(made(plan.prefix)) {}

    static std::regex made(std::string_view text) {
        return std::regex(text.begin(), text.end(), std::regex::ECMAScript | std::regex::optimize);
    }

    std::regex pattern;
    std::regex prefix;
};

Plan const* plan_of(std::string_view country_code) {
    auto const* const found = std::find_if(std::begin(plans), std::end(plans), [&](Plan const& plan) {
        return plan.country_code == country_code;
    });
    return found == std::end(plans) ? nullptr : found;
}

bool is_possible(Plan const& plan, std::string_view national) {
    constexpr std::size_t most_digits = 15;
    return national.size() + plan.country_code.size() <= most_digits &&
           (plan.lengths >> national.size() & 1U) != 0;
}

/// The number without what was dialled before it.
std::string stripped(Plan const& plan, std::regex const& prefix, std::string const& national) {
    std::smatch match;
    if (!std::regex_search(national, match, prefix, std::regex_constants::match_continuous)) return national;
    std::string const rest = match.suffix();
    bool const stands_for_something = match.size() > 1 && match[match.size() - 1].matched;
    if (plan.transform.empty() || !stands_for_something) return rest;
    return match.format(std::string(plan.transform)) + rest;
}

/// As libphonenumber does it: a prefix stays when the number is one with it, and none without.
std::string without_prefix(Plan const& plan, Expressions const& expressions, std::string const& national) {
    if (plan.prefix.empty()) return national;
    std::string rest = stripped(plan, expressions.prefix, national);
    if (rest == national) return national;
    bool const is_number = std::regex_match(national, expressions.pattern);
    if (is_number && !std::regex_match(rest, expressions.pattern)) return national;
    bool const is_possible_only_with = is_possible(plan, national) && !is_possible(plan, rest);
    return is_possible_only_with ? national : rest;
}

std::optional<std::string> written(Plan const& plan, std::string const& national) {
    if (!is_possible(plan, national)) return std::nullopt;
    return "+" + std::string(plan.country_code) + national;
}

/// The plan that digits with a country code belong to: no code begins another.
Plan const* plan_for(std::string_view digits) {
    constexpr std::size_t longest_code = 3;
    for (std::size_t length = 1; length <= std::min(longest_code, digits.size()); ++length)
        if (Plan const* const plan = plan_of(digits.substr(0, length))) return plan;
    return nullptr;
}

} // namespace

/// Its expressions are made once; others when somebody types such a number.
struct PhoneBook::Home {
    Home(Plan const& own_plan, Telephony own_telephony)
        : plan(own_plan), expressions(own_plan), telephony(std::move(own_telephony)) {}

    std::optional<std::string> with_code(std::string const& digits) const {
        Plan const* const found = plan_for(digits);
        if (!found) return std::nullopt;
        std::string const national = digits.substr(found->country_code.size());
        if (found == &plan) return written(plan, without_prefix(plan, expressions, national));
        return written(*found, without_prefix(*found, Expressions(*found), national));
    }

    /// Inside a city no number begins with what leads out of it, or to a service.
    bool is_local(std::string const& digits) const {
        return digits.size() == telephony.local_digits && digits.front() != '0' && digits.front() != '1';
    }

    std::optional<std::string> without_code(std::string const& digits) const {
        if (is_local(digits)) return written(plan, telephony.area_code + digits);
        std::string const national = without_prefix(plan, expressions, digits);
        if (std::regex_match(national, expressions.pattern)) return written(plan, national);
        // Perhaps with the country code, but without its "+".
        bool const has_code = digits.starts_with(telephony.country_code);
        if (auto phone = has_code ? with_code(digits) : std::nullopt) return phone;
        return written(plan, national);
    }

    Plan const& plan;
    Expressions expressions;
    Telephony telephony;
};

Result<PhoneBook> PhoneBook::make(Telephony const& home) {
    Plan const* const plan = plan_of(home.country_code);
    if (!plan) return Error{"unknown_country_code", home.country_code};
    return PhoneBook(std::make_unique<Home const>(*plan, home));
}

PhoneBook::PhoneBook(std::unique_ptr<Home const> home) : m_home(std::move(home)) {}
PhoneBook::PhoneBook(PhoneBook&&) noexcept = default;
PhoneBook::~PhoneBook() = default;

std::optional<std::string> PhoneBook::international(TypedPhone const& typed) const {
    if (typed.digits.empty()) return std::nullopt;
    auto phone =
        typed.is_international ? m_home->with_code(typed.digits) : m_home->without_code(typed.digits);
    if (phone && !typed.extension.empty()) phone->append(";ext=").append(typed.extension);
    return phone;
}

} // namespace huiyin::server
