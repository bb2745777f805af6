#include "server/api/office.h"

#include "core/protocol/messages.h"
#include "embedded/city.h"
#include "server/api/page.h"

namespace huiyin::server {

namespace {

std::optional<Notices> notices_for(std::string address) {
    return address.empty() ? std::optional<Notices>() : std::optional<Notices>(std::move(address));
}

} // namespace

Result<Office> make_office(OfficeParts parts) {
    std::string_view const built_in = embedded::city::all[0].text;
    std::string_view const city_json = parts.city_json.empty() ? built_in : parts.city_json;
    City city = TRY(protocol::read_city(city_json));
    Catalog catalog = TRY(Catalog::make(city));
    PhoneBook phones = TRY(PhoneBook::make(city.telephony));
    Calendar const& calendar = official_calendar();
    std::int64_t const edition = edition_of({city, calendar}, city_json);
    return Office{.city = std::move(city),
                  .calendar = calendar,
                  .secret = parts.secret,
                  .now = std::move(parts.now),
                  .report = std::move(parts.report),
                  .note = std::move(parts.note),
                  .catalog = std::move(catalog),
                  .phones = std::move(phones),
                  .edition = edition,
                  .files = parts.files,
                  .scanner = std::move(parts.scanner),
                  .demand = Demand(parts.free_cases),
                  .notices = notices_for(std::move(parts.address))};
}

} // namespace huiyin::server
