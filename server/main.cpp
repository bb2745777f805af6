#include "server/cli/cases.h"
#include "server/cli/safekeeping.h"
#include "server/cli/serve.h"
#include "server/cli/staff.h"

#include <iostream>

namespace {

constexpr std::string_view usage = R"(Huiyin, the portal of a city's hotline.

  huiyin serve           serve the portal and its API
  huiyin staff           say who may sign in, and as what
  huiyin case list       list the open cases, oldest due first
  huiyin case show       show one case
  huiyin case step       move a case
  huiyin retention       take out what is kept no longer
  huiyin backup FILE     copy the database while the server is at work
  huiyin restore FILE    put a backup in place
  huiyin check           read everything and say what is wrong

Each says more with --help.
)";

} // namespace

int main(int count, char** words) {
    using namespace huiyin::server;
    Arguments arguments(count, words);
    bool const asks_for_help = count == 2 && arguments.flag("--help");
    std::string const command = arguments.next_word().value_or("");
    if (command == "serve") return serve(std::move(arguments));
    if (command == "staff") return staff(std::move(arguments));
    if (command == "case") return cases(std::move(arguments));
    if (command == "retention") return retention(std::move(arguments));
    if (command == "backup") return backup(std::move(arguments));
    if (command == "restore") return restore(std::move(arguments));
    if (command == "check") return check(std::move(arguments));
    (asks_for_help ? std::cout : std::cerr) << usage;
    return asks_for_help ? 0 : 2;
}
