#include "server/cli/staff.h"

#include "core/base/utf8.h"
#include "server/api/second_factor.h"
#include "server/api/sessions.h"
#include "server/cli/complaints.h"
#include "server/cli/data.h"

#include <functional>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

constexpr std::string_view usage = R"(huiyin staff add NAME [--role ROLE] [--unit UNIT] [--data DIR]
huiyin staff role NAME --role ROLE [--unit UNIT] [--data DIR]
huiyin staff password|totp|disable|enable|sessions|end NAME [--data DIR]
huiyin staff list [--data DIR]

  add       lets somebody sign in; the password is asked for, and when the standard input is no terminal,
            its first line is the password
  role      gives somebody another role
  password  gives somebody a new password
  totp      gives somebody a new second factor and shows it, this once, for their authenticator app
  disable   keeps somebody out, whose name stays on the steps they took
  enable    lets them in again
  sessions  says since when somebody is signed in
  end       ends all sessions of somebody
  list      says who there is

  What changes who somebody is (role, password, totp, disable) ends all of their sessions.

  --role ROLE  dispatcher (the hotline; if nothing is said), unit, interpreter or admin
  --unit UNIT  the responsible unit whose cases a member with the role unit sees, as the hotline writes it
  --data DIR   where the cases are kept (data); a running server may use it at the same time
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

Error misunderstood(std::string text) { return {"usage", std::move(text)}; }

Result<std::string> name_in(Arguments& arguments) {
    auto const name = arguments.next_word();
    if (!name) return misunderstood("Say whom, by the name.");
    bool const is_fine = !trimmed(*name).empty() && is_utf8(*name) && !has_control_characters(*name) &&
                         count_code_points(*name) <= longest_name;
    if (!is_fine) return misunderstood("A name has 1 to 100 characters.");
    return *name;
}

Result<Done> nothing_left(Arguments const& arguments) {
    if (auto const complaint = arguments.complaint()) return misunderstood(*complaint);
    return Done{};
}

struct Post {
    Role role = Role::Dispatcher;
    std::optional<UnitName> unit = {};
};

Result<Post> post_in(Arguments& arguments) {
    std::string const name = arguments.option("--role").value_or(std::string(name_of(Role::Dispatcher)));
    auto const role = named<Role>(name);
    if (!role) return misunderstood("--role is dispatcher, unit, interpreter or admin.");
    Post post{.role = *role};
    if (auto unit = arguments.option("--unit")) post.unit = UnitName{*std::move(unit)};
    if ((post.role == Role::Unit) != post.unit.has_value())
        return misunderstood("The role unit, and no other, takes --unit.");
    return post;
}

/// What is to become of a member, in one transaction that ends their sessions.
Result<Done> change_member(std::string const& directory, std::string const& name,
                           std::function<Result<Done>(StaffMember&, Data const&)> const& change) {
    Data const data = TRY(open_data(directory));
    auto const writer = TRY(data.store->writer());
    TRY(writer->begin());
    auto member = TRY(writer->staff(name));
    if (!member) return Error{"staff_not_found", "There is nobody called " + name + "."};
    TRY(change(*member, data));
    TRY(writer->put_staff(*member));
    TRY(writer->end_sessions(name));
    return writer->commit();
}

Result<Done> add(Arguments& arguments, std::string const& directory) {
    std::string const name = TRY(name_in(arguments));
    Post const post = TRY(post_in(arguments));
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    std::string const hash = hash_password(TRY(password()));
    auto const writer = TRY(data.store->writer());
    TRY(writer->begin());
    if (TRY(writer->staff(name)))
        return Error{"staff_known", name + " is there already; huiyin staff password gives a new password."};
    TRY(writer->put_staff({.name = name, .password_hash = hash, .role = post.role, .unit = post.unit}));
    TRY(writer->commit());
    std::cout << name
              << (post.role == Role::Admin ? " can sign in after huiyin staff totp.\n"
                                           : " can sign in now.\n");
    return Done{};
}

Result<Done> give_role(Arguments& arguments, std::string const& directory) {
    std::string const name = TRY(name_in(arguments));
    Post const post = TRY(post_in(arguments));
    TRY(nothing_left(arguments));
    return change_member(directory, name, [&](StaffMember& member, Data const&) -> Result<Done> {
        member.role = post.role;
        member.unit = post.unit;
        return Done{};
    });
}

Result<Done> give_password(std::string const& directory, std::string const& name) {
    std::string const hash = hash_password(TRY(password()));
    return change_member(directory, name, [&](StaffMember& member, Data const&) -> Result<Done> {
        member.password_hash = hash;
        return Done{};
    });
}

Result<Done> give_second_factor(std::string const& directory, std::string const& name) {
    std::string const factor = new_second_factor();
    TRY(change_member(directory, name, [&](StaffMember& member, Data const& data) -> Result<Done> {
        member.second_factor = data.secret.sealed(factor, name);
        member.used_counter = 0;
        return Done{};
    }));
    std::cout << otpauth_uri(name, factor) << "\n";
    return Done{};
}

Result<Done> set_disabled(std::string const& directory, std::string const& name, bool is_disabled) {
    return change_member(directory, name, [&](StaffMember& member, Data const&) -> Result<Done> {
        member.is_disabled = is_disabled;
        return Done{};
    });
}
Result<Done> disable(std::string const& directory, std::string const& name) {
    return set_disabled(directory, name, true);
}
Result<Done> enable(std::string const& directory, std::string const& name) {
    return set_disabled(directory, name, false);
}

Result<Done> end_sessions_of(std::string const& directory, std::string const& name) {
    return change_member(directory, name, [](StaffMember&, Data const&) { return Result<Done>(Done{}); });
}

Result<Done> show_sessions(std::string const& directory, std::string const& name) {
    Data const data = TRY(open_data(directory));
    auto const reader = TRY(data.store->reader());
    for (Session const& session : TRY(reader->sessions(name)))
        if (is_alive(session, system_now()))
            std::cout << session.id << "  since " << format_rfc3339(session.began_at) << ", used "
                      << format_rfc3339(session.used_at) << "\n";
    return Done{};
}

std::string line_of(StaffMember const& member) {
    std::string line = member.name + "  " + std::string(name_of(member.role));
    if (member.unit) line += " " + member.unit->value;
    if (!member.second_factor.empty()) line += ", second factor";
    if (member.is_disabled) line += ", disabled";
    return line + "\n";
}

Result<Done> list(std::string const& directory) {
    Data const data = TRY(open_data(directory));
    auto const reader = TRY(data.store->reader());
    for (StaffMember const& member : TRY(reader->members()))
        std::cout << line_of(member);
    return Done{};
}

struct Verb {
    std::string_view name;
    Result<Done> (*run)(std::string const& directory, std::string const& name);
};
/// Those that take a name and nothing else.
constexpr Verb verbs[] = {{"password", give_password}, {"totp", give_second_factor},
                          {"disable", disable},        {"enable", enable},
                          {"sessions", show_sessions}, {"end", end_sessions_of}};

Result<Done> command(Arguments& arguments) {
    std::string const directory = arguments.option("--data").value_or(std::string(default_data));
    std::string const word = arguments.next_word().value_or("");
    if (word == "add") return add(arguments, directory);
    if (word == "role") return give_role(arguments, directory);
    if (word == "list") {
        TRY(nothing_left(arguments));
        return list(directory);
    }
    for (Verb const& verb : verbs) {
        if (verb.name != word) continue;
        std::string const name = TRY(name_in(arguments));
        TRY(nothing_left(arguments));
        return verb.run(directory, name);
    }
    return misunderstood("Say what to do with staff: huiyin staff add NAME, or another of these.");
}

} // namespace

int staff(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    auto const done = command(arguments);
    return done ? 0 : complain(done.error(), usage);
}

} // namespace huiyin::server
