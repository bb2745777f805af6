#include "server/cli/staff.h"

#include "core/base/utf8.h"
#include "server/api/passwords.h"
#include "server/api/second_factor.h"
#include "server/api/sessions.h"
#include "server/cli/complaints.h"
#include "server/cli/data.h"

#include <functional>
#include <iostream>

namespace huiyin::server {

namespace {

constexpr std::string_view usage = R"(huiyin staff add NAME [--role ROLE] [--unit UNIT] [--data DIR]
huiyin staff role NAME --role ROLE [--unit UNIT] [--data DIR]
huiyin staff password|totp|disable|enable|sessions|end NAME [--data DIR]
huiyin staff list [--data DIR]

  add       makes an account and shows its first password, this once
  role      gives somebody another role
  password  gives somebody a new first password and shows it, this once
  totp      gives somebody a new second factor and shows it, this once, for their authenticator app
  disable   keeps somebody out, whose name stays on the steps they took
  enable    lets them in again
  sessions  says since when somebody is signed in
  end       ends all sessions of somebody
  list      says who there is

  A first password is good for three days and for one thing: to be changed for a password of their own
  (POST /api/v1/staff/password), which signs them in.
  Give passwords and second factors only to whom you know or who shows who they are, also when one was lost.

  What changes who somebody is (role, password, totp, disable) ends all of their sessions.

  --role ROLE  dispatcher (the hotline; if nothing is said), unit, interpreter or admin
  --unit UNIT  the responsible unit whose cases a member with the role unit sees, as the hotline writes it
  --data DIR   where the cases are kept (data); a running server may use it at the same time
)";

constexpr std::size_t longest_name = 100;

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

/// Hashed at once: a transaction must not wait for that.
struct FirstPassword {
    std::string text = new_first_password();
    std::string hash = hash_password(text);

    void give_to(StaffMember& member) const {
        member.password_hash = hash;
        member.first_password_until = system_now() + passwords::first_life;
    }
    void tell(std::string_view name) const {
        std::cout << "The first password of " << name << ", to be changed within three days: " << text
                  << "\n";
    }
};

Result<Done> add(Arguments& arguments, std::string const& directory) {
    std::string const name = TRY(name_in(arguments));
    Post const post = TRY(post_in(arguments));
    TRY(nothing_left(arguments));
    Data const data = TRY(open_data(directory));
    StaffMember member{.name = name, .password_hash = {}, .role = post.role, .unit = post.unit};
    FirstPassword const password;
    password.give_to(member);
    auto const writer = TRY(data.store->writer());
    TRY(writer->begin());
    if (TRY(writer->staff(name)))
        return Error{"staff_known", name + " is there already; huiyin staff password gives a new password."};
    TRY(writer->put_staff(member));
    TRY(writer->commit());
    password.tell(name);
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
    FirstPassword const password;
    TRY(change_member(directory, name, [&](StaffMember& member, Data const&) -> Result<Done> {
        password.give_to(member);
        return Done{};
    }));
    password.tell(name);
    return Done{};
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
