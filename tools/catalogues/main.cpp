#include "i18n/language.h"
#include "tools/catalogues/check.h"
#include "tools/catalogues/json.h"
#include "tools/catalogues/pseudo.h"
#include "tools/catalogues/stats.h"
#include "tools/catalogues/use.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <span>

namespace huiyin::catalogues {

namespace {

namespace files = std::filesystem;
using Arguments = std::span<char const* const>;

constexpr char const* usage =
    "usage: catalogues ROOT check               everything, and what the sources name\n"
    "       catalogues ROOT check TAG FILE      a file as the catalogue of a language\n"
    "       catalogues ROOT stats\n"
    "       catalogues ROOT pseudo [--mirrored]\n";

std::string read_file(files::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void append(Findings& to, Findings findings) {
    to.insert(to.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

i18n::Catalogue catalogue_in(files::path const& file, std::string_view tag, Findings& findings) {
    auto catalogue = i18n::read_catalogue(read_file(file));
    if (catalogue) return *catalogue;
    findings.push_back({std::string(tag), "", catalogue.error().detail});
    return {};
}

/// The repository's catalogues and sources.
class Repository {
public:
    explicit Repository(files::path root) : m_root(std::move(root)) {}

    files::path file_of(std::string_view tag) const {
        return m_root / "i18n" / "locales" / (std::string(tag) + ".json");
    }
    i18n::Catalogue catalogue(std::string_view tag, Findings& findings) const {
        return catalogue_in(file_of(tag), tag, findings);
    }

    void check_catalogues(i18n::Catalogue const& english, Findings& findings) const {
        for (auto const& language : i18n::languages())
            append(findings, check_language(language.tag, catalogue(language.tag, findings), english));
        for (auto const& entry : files::directory_iterator(file_of("en").parent_path()))
            if (!i18n::find_language(entry.path().stem().string()))
                findings.push_back(
                    {entry.path().filename().string(), "", "the portal does not speak this language"});
    }

    void check_sources(i18n::Catalogue const& english, Findings& findings) const {
        Names names;
        for (char const* const room : {"core", "i18n", "server", "web"})
            for (auto const& entry : files::recursive_directory_iterator(m_root / room)) {
                std::string const extension = entry.path().extension().string();
                bool const is_cpp = extension == ".cpp" || extension == ".h";
                if (!is_cpp && extension != ".js") continue;
                std::string const source = read_file(entry.path());
                names.add(source, "\"'`");
                std::string const name = files::relative(entry.path(), m_root).string();
                if (is_cpp) append(findings, check_use(name, source, english));
            }
        for (char const* const page : {"shell.html", "entry.html"})
            names.add(read_file(m_root / page), "{} ");
        names.add(read_file(m_root / "assets" / "city.json"), "\"");
        append(findings, check_unused(english, names));
    }

private:
    files::path m_root;
};

/// Prints what was found; 1 when that is something.
int told(Findings findings) {
    std::sort(findings.begin(), findings.end());
    for (Finding const& finding : findings)
        std::cout << finding << '\n';
    return findings.empty() ? 0 : 1;
}

int check(Repository const& repository) {
    Findings findings;
    auto const english = repository.catalogue("en", findings);
    repository.check_catalogues(english, findings);
    repository.check_sources(english, findings);
    std::cout << english.size() << " messages in " << i18n::languages().size() << " languages, "
              << findings.size() << " findings\n";
    return told(std::move(findings));
}

int check_file(Repository const& repository, std::string_view tag, files::path const& file) {
    Findings findings;
    auto const english = repository.catalogue("en", findings);
    auto const catalogue = catalogue_in(file, tag, findings);
    if (!i18n::find_language(tag))
        findings.push_back({std::string(tag), "", "the portal does not speak this language"});
    else if (findings.empty())
        append(findings, check_language(tag, catalogue, english));
    return told(std::move(findings));
}

int print_stats(Repository const& repository) {
    Findings findings;
    auto const english = repository.catalogue("en", findings);
    std::cout << "language  messages    bytes  untranslated  growth\n";
    for (auto const& language : i18n::languages()) {
        auto const found = stats(language.tag, repository.catalogue(language.tag, findings), english);
        std::cout << std::left << std::setw(8) << language.tag << std::right << std::setw(10)
                  << found.messages << std::setw(9) << files::file_size(repository.file_of(language.tag))
                  << std::setw(14) << found.untranslated << std::setw(8) << std::fixed << std::setprecision(2)
                  << found.growth << "  " << found.grown_key << '\n';
    }
    return told(std::move(findings));
}

int print_pseudo(Repository const& repository, Mirrored mirrored) {
    Findings findings;
    auto const english = repository.catalogue("en", findings);
    if (findings.empty()) std::cout << json_of(pseudo(english, mirrored));
    return told(std::move(findings));
}

int run(Arguments arguments) {
    Repository const repository(arguments[0]);
    std::string_view const command = arguments[1];
    if (command == "check" && arguments.size() == 2) return check(repository);
    if (command == "check" && arguments.size() == 4)
        return check_file(repository, arguments[2], arguments[3]);
    if (command == "stats" && arguments.size() == 2) return print_stats(repository);
    if (command == "pseudo" && arguments.size() == 2) return print_pseudo(repository, Mirrored::No);
    bool const is_mirrored = arguments.size() == 3 && arguments[2] == std::string_view("--mirrored");
    if (command == "pseudo" && is_mirrored) return print_pseudo(repository, Mirrored::Yes);
    std::cerr << usage;
    return 2;
}

} // namespace

} // namespace huiyin::catalogues

int main(int count, char const* const* arguments) {
    if (count < 3) {
        std::cerr << huiyin::catalogues::usage;
        return 2;
    }
    return huiyin::catalogues::run({arguments + 1, static_cast<std::size_t>(count) - 1});
}
