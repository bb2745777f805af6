#include "i18n/language.h"
#include "tools/i18n_check/catalogue_check.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace huiyin::i18n_check {

namespace {

namespace files = std::filesystem;

std::string read_file(files::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void append(Findings& to, Findings findings) {
    to.insert(to.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

i18n::Catalogue catalogue_of(std::string_view tag, files::path const& locales, Findings& findings) {
    auto catalogue = i18n::read_catalogue(read_file(locales / (std::string(tag) + ".json")));
    if (catalogue) return *catalogue;
    findings.push_back({std::string(tag), "", catalogue.error().detail});
    return {};
}

void check_catalogues(files::path const& locales, i18n::Catalogue const& english, Findings& findings) {
    for (auto const& language : i18n::languages()) {
        bool const is_english = language.tag == "en";
        auto const catalogue = is_english ? english : catalogue_of(language.tag, locales, findings);
        append(findings, check_messages(language.tag, catalogue));
        if (!is_english) append(findings, check_translation(language.tag, catalogue, english));
    }
    for (auto const& entry : files::directory_iterator(locales))
        if (!i18n::find_language(entry.path().stem().string()))
            findings.push_back(
                {entry.path().filename().string(), "", "the portal does not speak this language"});
}

void check_sources(files::path const& root, i18n::Catalogue const& english, Findings& findings) {
    for (char const* const room : {"core", "web", "server"})
        for (auto const& entry : files::recursive_directory_iterator(root / room)) {
            files::path const extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            append(findings,
                   check_use(files::relative(entry.path(), root).string(), read_file(entry.path()), english));
        }
}

int run(files::path const& root) {
    Findings findings;
    files::path const locales = root / "i18n" / "locales";
    auto const english = catalogue_of("en", locales, findings);
    check_catalogues(locales, english, findings);
    check_sources(root, english, findings);
    std::sort(findings.begin(), findings.end());
    for (Finding const& finding : findings)
        std::cout << finding << '\n';
    std::cout << english.size() << " messages in " << i18n::languages().size() << " languages, "
              << findings.size() << " findings\n";
    return findings.empty() ? 0 : 1;
}

} // namespace

} // namespace huiyin::i18n_check

int main(int count, char const* const* arguments) {
    if (count != 2) {
        std::cerr << "usage: i18n_check ROOT_OF_THE_SOURCES\n";
        return 2;
    }
    return huiyin::i18n_check::run(arguments[1]);
}
