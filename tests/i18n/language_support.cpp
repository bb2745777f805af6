#include "tests/i18n/language_support.h"

#include "core/base/verify.h"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <new>

namespace huiyin::tests {

namespace {

#ifdef __EMSCRIPTEN__
/// ICU keeps pointing into its packages, so they are never given back.
void add_package(std::string const& name) {
    static std::map<std::string, std::span<std::byte const>> added;
    if (added.contains(name)) return;
    std::string const package = read_file(std::string(HUIYIN_BINARY_DIR) + "/icu/" + name + ".dat");
    auto* const memory = static_cast<std::byte*>(::operator new (package.size(), std::align_val_t{16}));
    std::copy_n(reinterpret_cast<std::byte const*>(package.data()), package.size(), memory);
    added.emplace(name, std::span(memory, package.size()));
    VERIFY(i18n::add_data(added.at(name)).is_ok());
}
#endif

void add_packages([[maybe_unused]] std::string_view tag) {
#ifdef __EMSCRIPTEN__
    add_package("base");
    add_package(std::string(tag));
#endif
}

} // namespace

std::string read_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    VERIFY(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::unique_ptr<i18n::Language> speaking(std::string_view tag, std::string_view catalogue_json) {
    add_packages(tag);
    return i18n::Language::load(tag, catalogue_json, Duration::hours(8)).value();
}

std::unique_ptr<i18n::Language> speaking_as_published(std::string_view tag) {
    return speaking(tag, read_file(HUIYIN_SOURCE_DIR "/i18n/locales/" + std::string(tag) + ".json"));
}

} // namespace huiyin::tests
