#include "server/cli/staff.h"

#include "core/base/utf8.h"
#include "server/cli/complaints.h"
#include "server/cli/data.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

constexpr std::string_view usage = R"(huiyin staff add NAME [--data DIR]

  Adds a staff member, or gives one who is there a new password. The password is asked for; when the
  standard input is no terminal, its first line is the password.

  --data DIR  where the cases are kept (data)
)";

constexpr std::size_t shortest_password = 8;
constexpr std::size_t longest_name = 100;

/// Keeps what is typed off the screen while it lives.
class WithoutEcho {
public:
    WithoutEcho() {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    WithoutEcho(WithoutEcho const&) = delete;
    WithoutEcho& operator=(WithoutEcho const&) = delete;
    ~WithoutEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before = {};
};

std::string asked_line(std::string_view question) {
    std::cerr << question << std::flush;
    std::string line;
    std::getline(std::cin, line);
    std::cerr << "\n";
    return line;
}

Result<std::string> password() {
    std::string first;
    if (isatty(STDIN_FILENO) == 0) {
        std::getline(std::cin, first);
    } else {
        WithoutEcho const quiet;
        first = asked_line("Password: ");
        if (asked_line("Again: ") != first) return Error{"password", "The two passwords differ."};
    }
    if (count_code_points(first) < shortest_password)
        return Error{"password", "The password needs at least 8 characters."};
    return first;
}

Result<std::string> name_in(Arguments& arguments) {
    auto const verb = arguments.next_word();
    auto const name = arguments.next_word();
    if (verb != "add" || !name) return Error{"usage", "Say whom to add: huiyin staff add NAME."};
    if (auto const complaint = arguments.complaint()) return Error{"usage", *complaint};
    bool const is_fine = !trimmed(*name).empty() && is_utf8(*name) && !has_control_characters(*name) &&
                         count_code_points(*name) <= longest_name;
    if (!is_fine) return Error{"usage", "A name has 1 to 100 characters."};
    return *name;
}

Result<Done> add(std::string const& directory, std::string const& name) {
    Data const data = TRY(open_data(directory));
    std::string const typed = TRY(password());
    auto const writer = TRY(data.store->writer());
    TRY(writer->begin());
    TRY(writer->put_staff({name, hash_password(typed)}));
    TRY(writer->commit());
    std::cout << name << " can sign in now.\n";
    return Done{};
}

} // namespace

int staff(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    std::string const directory = arguments.option("--data").value_or(std::string(default_data));
    auto const name = name_in(arguments);
    if (!name) return complain(name.error(), usage);
    auto const added = add(directory, *name);
    return added ? 0 : complain(added.error(), usage);
}

} // namespace huiyin::server
