// What people type for a number, a code, an address or a telephone: what is read, is read again from its own
// text.
#include "core/domain/access_code.h"
#include "core/domain/case_number.h"
#include "core/screens/route.h"
#include "tests/fuzz/fuzz.h"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text = fuzz::text_of(data, size);
    if (auto const number = CaseNumber::read(text)) fuzz::holds(CaseNumber::read(number->text()) == number);
    if (auto const code = AccessCode::read(text)) fuzz::holds(AccessCode::read(code->shown()) == code);
    if (auto const key = screens::case_key_in(text))
        fuzz::holds(screens::case_key_in(key->number.text() + "&" + key->code.shown()) == key);
    auto const route = screens::route_of(text);
    bool const is_known = !std::holds_alternative<screens::NotFoundRoute>(route);
    if (is_known) fuzz::holds(screens::route_of(screens::url_of(route)) == route);
    return 0;
}
