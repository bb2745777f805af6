#include "core/domain/submission.h"

#include "core/domain/phone.h"
#include "core/domain/text_check.h"
#include "core/domain/written_language.h"

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

/// A person's clock may run a little ahead of ours.
constexpr Duration clock_difference = Duration::minutes(5);
/// 1900-01-01: nobody alive complains of anything earlier.
constexpr Instant earliest_occurrence{-2'208'988'800'000};
constexpr std::size_t least_phone_digits = 3;

bool is_location(Location const& location) {
    return std::abs(location.lat) <= 90 && std::abs(location.lng) <= 180;
}

/// Loose on purpose: only the server knows which numbers there can be.
bool is_phone(std::string_view phone) {
    auto const typed = typed_phone(phone);
    return typed && typed->digits.size() >= least_phone_digits;
}

/// Loose on purpose: only a mail can show whether an address works.
bool is_email(std::string_view email) {
    auto const at = email.rfind('@');
    if (at == std::string_view::npos || at == 0) return false;
    std::string_view const domain = email.substr(at + 1);
    bool const has_space =
        std::any_of(email.begin(), email.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    bool const has_dots =
        domain.find('.') != std::string_view::npos && domain.front() != '.' && domain.back() != '.';
    return !has_space && has_dots && domain.find("..") == std::string_view::npos;
}

void check_category(TextCheck& check, CategoryId const& category, City const& city) {
    if (category.empty())
        check.add("category", "required");
    else if (!city.is_leaf(category))
        check.add("category", "unknown");
}

void check_district(TextCheck& check, DistrictId const& district, City const& city) {
    if (district.empty())
        check.add("district", "required");
    else if (!city.has(district))
        check.add("district", "unknown");
}

void check_occurred_at(TextCheck& check, std::optional<Instant> occurred_at, Instant now) {
    if (occurred_at > now + clock_difference) check.add("occurred_at", "in_future");
    if (occurred_at && *occurred_at < earliest_occurrence) check.add("occurred_at", "invalid");
}

void check_language(TextCheck& check, std::string_view field, std::optional<LanguageTag> const& language) {
    if (language && !is_language_tag(language->value)) check.add(field, "invalid");
}

void check_phone(TextCheck& check, std::string const& phone) {
    if (phone.empty() || !check.text("contact.phone", phone, {.max = limits::phone_max})) return;
    if (!is_phone(phone)) check.add("contact.phone", "invalid");
}

void check_email(TextCheck& check, std::string const& email) {
    if (email.empty() || !check.text("contact.email", email, {.max = limits::email_max})) return;
    if (!is_email(email)) check.add("contact.email", "invalid");
}

/// Someone who wants to be called must leave a number.
void check_preferred(TextCheck& check, Contact const& contact) {
    if (contact.preferred == PreferredContact::Phone && contact.phone.empty() && !contact.email.empty())
        check.add("contact.phone", "required");
    if (contact.preferred == PreferredContact::Email && contact.email.empty() && !contact.phone.empty())
        check.add("contact.email", "required");
}

void check_contact(TextCheck& check, Contact const& contact, Visibility visibility) {
    bool const needs_name = visibility == Visibility::PublicName;
    check.text("contact.name", contact.name, {.min = needs_name ? 1U : 0U, .max = limits::name_max});
    bool const is_reachable = !contact.phone.empty() || !contact.email.empty();
    if (!is_reachable && visibility != Visibility::Anonymous) check.add("contact.phone", "phone_or_email");
    check_phone(check, contact.phone);
    check_email(check, contact.email);
    check_preferred(check, contact);
    check_language(check, "contact.language", contact.language);
}

bool is_same_id(Attachment const& one, Attachment const& other) { return one.id == other.id; }

bool has_twins(std::vector<Attachment> const& attachments) {
    for (auto at = attachments.begin(); at != attachments.end(); ++at)
        if (std::any_of(attachments.begin(), at, [&](auto const& item) { return is_same_id(item, *at); }))
            return true;
    return false;
}

void check_attachments(TextCheck& check, std::vector<Attachment> const& attachments) {
    if (attachments.size() > limits::attachments_max) return check.add("attachments", "too_many");
    if (has_twins(attachments)) return check.add("attachments", "invalid");
    for (auto const& attachment : attachments) {
        check.text("attachments.name", attachment.name, {.min = 1, .max = limits::file_name_max});
        if (!is_attachment_id(attachment.id.value)) check.add("attachments.id", "invalid");
        if (attachment.bytes > limits::attachment_bytes_max) check.add("attachments.bytes", "too_large");
        if (attachment.bytes <= 0) check.add("attachments.bytes", "invalid");
    }
}

void check_reachability(TextCheck& check, Submission const& submission) {
    if (!submission.visibility) check.add("visibility", "required");
    auto const visibility = submission.visibility.value_or(Visibility::Anonymous);
    if (submission.contact)
        check_contact(check, *submission.contact, visibility);
    else if (visibility != Visibility::Anonymous)
        check.add("contact", "required");
}

} // namespace

Problems problems_in(Submission const& submission, City const& city, Instant now) {
    TextCheck check;
    if (!submission.nature) check.add("nature", "required");
    check_category(check, submission.category, city);
    check_district(check, submission.district, city);
    check.text("address", submission.address, {.max = limits::address_max});
    if (submission.location && !is_location(*submission.location)) check.add("location", "invalid");
    check_occurred_at(check, submission.occurred_at, now);
    check.text("description", submission.description,
               {.min = limits::description_min, .max = limits::description_max});
    check_language(check, "language", submission.language);
    check_reachability(check, submission);
    check_attachments(check, submission.attachments);
    return std::move(check).problems();
}

} // namespace huiyin
