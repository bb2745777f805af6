// A program of its own, so that nothing of it is in a server that is in service.
#include "server/cli/arguments.h"
#include "server/cli/complaints.h"
#include "server/cli/data.h"
#include "server/demo/demo.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace huiyin::server {

namespace {

constexpr std::string_view usage = R"(demo_filler [--data DIR] [--file FILE]

  Fills an empty database with demonstration cases and says what opens the first of them.

  --data DIR   where the cases are kept (data)
  --file FILE  made from this file: Boston's open data of 311 requests as CSV
)";

Result<std::string> demo_csv(std::string const& file) {
    if (file.empty()) return std::string(built_in_demo_csv());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return Error{"demo_unusable", "cannot read " + file};
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Result<Done> fill(Arguments arguments) {
    constexpr std::size_t shown_keys = 3;
    std::string const directory = arguments.option("--data").value_or(std::string(default_data));
    std::string const file = arguments.option("--file").value_or("");
    if (auto const complaint = arguments.complaint()) return Error{"usage", *complaint};
    std::string const csv = TRY(demo_csv(file));
    Data data = TRY(open_data(directory));
    Office const office = TRY(make_office({.secret = data.secret, .now = system_now}));
    auto const keys = TRY(fill_with_demo(office, *data.store, demo_cases(csv, office.city, office.now())));
    for (std::size_t index = 0; index < std::min(shown_keys, keys.size()); ++index)
        std::cout << "Demonstration case " << keys[index].number << " with access code "
                  << keys[index].access_code << "\n";
    return Done{};
}

int run(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    auto const filled = fill(std::move(arguments));
    return filled ? 0 : complain(filled.error(), usage);
}

} // namespace

} // namespace huiyin::server

int main(int count, char** words) { return huiyin::server::run(huiyin::server::Arguments(count, words)); }
