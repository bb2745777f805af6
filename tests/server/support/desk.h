#pragma once

#include "server/api/api.h"
#include "server/api/office.h"
#include "server/store/memory_store.h"
#include "server/store/sqlite_store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace huiyin::server::tests {

/// Thursday, 19 November 2026, 10:00 in Beijing.
inline constexpr Instant opening{1'795'053'600'000};

/// A folder that goes with the test.
class Folder {
public:
    Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder();
    std::string path(std::string_view name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

/// A clock that stands until it is moved.
struct StoppedClock {
    Instant now = opening;
};

Office office_with(StoppedClock& clock);

/// A submission that nothing is wrong with, as JSON.
std::string good_submission(std::string_view description = "Drilling every night since Monday.");

/// A person at the API: says what is sent and reads what comes back.
class Desk {
public:
    explicit Desk(CaseStore& store);

    Response sends(protocol::Method method, std::string target, std::string body = {},
                   std::vector<protocol::Header> headers = {});
    Response submits(std::string key, std::string body = good_submission());
    /// Submits and remembers number and access code.
    void has_a_case();
    /// A call on the remembered case; `path` stands behind its number.
    Response asks(protocol::Method method, std::string_view path, std::string body = {});
    /// What a member sends who has signed in this moment.
    protocol::Header signed_in(StaffMember const& member);
    /// A step by a signed-in dispatcher.
    Response staff_takes(std::string body);
    Response sees() { return asks(protocol::Method::Get, ""); }

    std::string number;
    std::string code;
    StoppedClock clock;
    CaseStore& store;
    std::unique_ptr<Api> api;
};

/// The text of a field anywhere in a JSON answer: the first that has the name.
std::string field(Response const& response, std::string_view name);
std::string code_of(Response const& response);

/// An access code that is well-formed and wrong.
std::string wrong(std::string code);

} // namespace huiyin::server::tests
