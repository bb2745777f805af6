#pragma once

#include "server/http/log.h"
#include "server/store/case_store.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace huiyin::server {

/// How notices leave the house.
struct PostOptions {
    /// Reads one mail with its head from its input and answers with status 0, "sendmail -t -i".
    std::string command;
    /// The address that the mails come from.
    std::string sender;
};

/// Hands waiting notices to a command, on a thread and a connection of its own, until it goes.
class Postman {
public:
    static Result<std::unique_ptr<Postman>> start(PostOptions options, CaseStore& store, Log& log);
    ~Postman();

private:
    Postman(PostOptions options, std::unique_ptr<CaseWriter> cases, Log& log);
    void work_until_stopped();

    PostOptions m_options;
    std::unique_ptr<CaseWriter> m_cases;
    Log& m_log;
    std::mutex m_mutex;
    std::condition_variable m_stops;
    bool m_is_stopping = false;
    std::thread m_thread;
};

/// Runs a command by the shell with this input; true when it has ended well within half a minute.
bool takes_input(std::string const& command, std::string const& input);

} // namespace huiyin::server
