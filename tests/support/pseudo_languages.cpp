#include "tests/support/pseudo_languages.h"

#include "tests/support/person.h"
#include "tools/catalogues/json.h"
#include "tools/catalogues/pseudo.h"

namespace huiyin::tests {

std::vector<PseudoLanguage> pseudo_languages() {
    auto const english = i18n::read_catalogue(file_text("i18n/locales/en.json")).value();
    auto const words = [&](catalogues::Mirrored mirrored) {
        return catalogues::json_of(catalogues::pseudo(english, mirrored));
    };
    return {{"en", words(catalogues::Mirrored::No)}, {"ar", words(catalogues::Mirrored::Yes)}};
}

} // namespace huiyin::tests
