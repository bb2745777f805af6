#pragma once

#include "core/domain/attachment.h"
#include "core/domain/city.h"
#include "core/domain/problem.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin {

/// Lengths in code points after trimming and NFC.
namespace limits {
inline constexpr std::size_t description_min = 10;
inline constexpr std::size_t description_max = 4000;
inline constexpr std::size_t address_max = 200;
inline constexpr std::size_t name_max = 100;
inline constexpr std::size_t phone_max = 32;
inline constexpr std::size_t email_max = 254;
inline constexpr std::size_t message_max = 2000;
inline constexpr std::size_t reason_min = 2;
inline constexpr std::size_t reason_max = 1000;
inline constexpr std::size_t comment_max = 1000;
inline constexpr std::size_t reply_text_max = 4000;
inline constexpr std::size_t grounds_max = 2000;
inline constexpr std::size_t unit_max = 100;
inline constexpr std::size_t note_max = 2000;
} // namespace limits

/// WGS-84, in degrees.
struct Location {
    double lat = 0;
    double lng = 0;

    bool operator==(Location const&) const = default;
};

struct Contact {
    std::string name = {};
    std::string phone = {};
    std::string email = {};
    std::optional<PreferredContact> preferred = {};
    std::optional<LanguageTag> language = {};

    bool operator==(Contact const&) const = default;
};

/// What a citizen sends; texts are trimmed and in NFC (i18n::cleaned).
struct Submission {
    std::optional<Nature> nature = {};
    CategoryId category = {};
    DistrictId district = {};
    std::string address = {};
    std::optional<Location> location = {};
    std::optional<Instant> occurred_at = {};
    std::string description = {};
    std::optional<LanguageTag> language = {};
    std::optional<Visibility> visibility = {};
    std::optional<Contact> contact = {};
    std::vector<Attachment> attachments = {};
    Channel channel = Channel::Web;

    bool operator==(Submission const&) const = default;
};

/// All problems at once; empty when the submission can be accepted.
/// Codes: required, too_short, too_long, unknown, control_characters, invalid, in_future, phone_or_email,
/// too_many, too_large.
/// Fields are named as on the wire, "contact.phone".
Problems problems_in(Submission const& submission, City const& city, Instant now);

} // namespace huiyin
