#include "core/protocol/pieces.h"

#include <algorithm>
#include <set>

namespace huiyin::protocol {

namespace {

/// Ten years: enough for any limit, and counting stays quick.
constexpr int most_days = 3660;
constexpr std::int64_t most_offset_minutes = 14 * 60;

Category leaf_from(json::Fields& fields) {
    Category leaf{.id = {fields.required("id", fields.text("id"))},
                  .urgency = fields.choice<Urgency>("urgency").value_or(Urgency::General)};
    fields.finish();
    return leaf;
}

void check_children(json::Fields& fields, Category const& top) {
    if (top.children.empty()) fields.add("children", "required");
    for (auto const& leaf : top.children)
        if (!leaf.id.value.starts_with(top.id.value + ".")) fields.add("children", "invalid");
}

Category top_from(json::Fields& fields) {
    Category top{.id = {fields.required("id", fields.text("id"))},
                 .children = objects_in(fields, "children", leaf_from)};
    check_children(fields, top);
    fields.finish();
    return top;
}

void check_limit(json::Fields& fields, std::string_view name, Limit limit) {
    if (limit.amount < 1 || limit.amount > most_days) fields.add(name, "invalid");
}

UrgencyLimits urgency_limits_from(json::Fields& fields) {
    UrgencyLimits const limits{.dispatch = limit_from(fields, "dispatch"),
                               .reply = limit_from(fields, "reply")};
    check_limit(fields, "dispatch", limits.dispatch);
    check_limit(fields, "reply", limits.reply);
    fields.finish();
    return limits;
}

int days_from(json::Fields& fields, std::string_view name) {
    auto const days = fields.required(name, fields.integer(name));
    if (days >= 1 && days <= most_days) return static_cast<int>(days);
    fields.add(name, "invalid");
    return 1;
}

Duration utc_offset_from(json::Fields& fields) {
    auto const minutes = fields.required("utc_offset_minutes", fields.integer("utc_offset_minutes"));
    if (minutes >= -most_offset_minutes && minutes <= most_offset_minutes) return Duration::minutes(minutes);
    fields.add("utc_offset_minutes", "invalid");
    return {};
}

template <class Id>
std::vector<Id> ids_from(json::Fields& fields, std::string_view name) {
    fields.add_required(name);
    std::vector<Id> ids;
    if (auto const* values = fields.array(name))
        for (auto const& value : *values) {
            if (auto const* text = value.as<std::string>())
                ids.push_back({*text});
            else
                fields.add(name, "wrong_type");
        }
    return ids;
}

bool is_dialled(std::string_view code) {
    auto const is_digit = [](char character) { return character >= '0' && character <= '9'; };
    return !code.empty() && code.size() <= 4 && std::all_of(code.begin(), code.end(), is_digit);
}

std::string dialled(json::Fields& fields, std::string_view name) {
    auto code = fields.required(name, fields.text(name));
    if (!is_dialled(code)) fields.add(name, "invalid");
    return code;
}

Telephony telephony_from(json::Fields& fields) {
    constexpr std::int64_t most_digits = 12;
    Telephony telephony{.country_code = dialled(fields, "country_code"),
                        .area_code = dialled(fields, "area_code")};
    auto const digits = fields.required("local_digits", fields.integer("local_digits"));
    if (digits < 1 || digits > most_digits) fields.add("local_digits", "invalid");
    telephony.local_digits = static_cast<std::size_t>(digits);
    fields.finish();
    return telephony;
}

void read_limits(json::Fields& fields, City& city) {
    auto const* limits = fields.object("limits");
    if (!limits) return fields.add_required("limits");
    json::Fields nested(*limits, "limits.", fields.problems());
    auto const limits_in = [&](std::string_view name) {
        return nested.required(name, object_in(nested, name, urgency_limits_from));
    };
    city.life_safety = limits_in("life_safety");
    city.basic_livelihood = limits_in("basic_livelihood");
    city.general = limits_in("general");
    nested.finish();
}

std::optional<KeptFor> kept_for_in(json::Fields& fields) {
    return object_in<KeptFor>(fields, "kept_for", [](json::Fields& nested) {
        KeptFor const days{.contact_days = days_from(nested, "contact_days"),
                           .case_days = days_from(nested, "case_days")};
        if (days.case_days < days.contact_days) nested.add("case_days", "invalid");
        nested.finish();
        return days;
    });
}

/// Every id once; an empty one is as wrong as a repeated one.
void check_ids(json::Fields& fields, City const& city) {
    std::set<std::string_view> seen{""};
    auto const is_new = [&](std::string_view id) { return seen.insert(id).second; };
    for (auto const& top : city.categories) {
        if (!is_new(top.id.value)) fields.add("categories", "invalid");
        for (auto const& leaf : top.children)
            if (!is_new(leaf.id.value)) fields.add("categories", "invalid");
    }
    for (auto const& district : city.districts)
        if (!is_new(district.value)) fields.add("districts", "invalid");
}

std::optional<City> city_from(json::Fields& fields) {
    City city{.utc_offset = utc_offset_from(fields),
              .categories = objects_in(fields, "categories", top_from),
              .districts = ids_from<DistrictId>(fields, "districts")};
    read_limits(fields, city);
    city.feedback_days = days_from(fields, "feedback_days");
    city.reopen_days = days_from(fields, "reopen_days");
    city.desk_languages = ids_from<LanguageTag>(fields, "desk_languages");
    city.telephony = fields.required("telephony", object_in(fields, "telephony", telephony_from));
    if (fields.has("second_factor")) city.second_factor = names_in<Role>(fields, "second_factor");
    city.kept_for = kept_for_in(fields);
    check_ids(fields, city);
    fields.finish();
    return city;
}

} // namespace

Result<City> read_city(std::string_view json) { return read_trustingly(json, "city_unreadable", city_from); }

} // namespace huiyin::protocol
