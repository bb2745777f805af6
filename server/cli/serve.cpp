#include "server/cli/serve.h"

#include "server/cli/complaints.h"
#include "server/cli/data.h"
#include "server/cli/postman.h"
#include "server/files/virus_scan.h"
#include "server/http/server.h"
#include "server/store/retention.h"

#include <charconv>
#include <csignal>
#include <iostream>
#include <sys/resource.h>

namespace huiyin::server {

namespace {

constexpr std::string_view usage =
    R"(huiyin serve [--port N] [--listen ADDRESS] [--data DIR] [--web DIR] [--log FILE]

  --port N          the port to listen on (12345; 0 lets the system choose)
  --listen ADDRESS  the address to listen on (127.0.0.1: this machine only), or the path of a socket, at which
                    only a proxy on this machine can ask
  --data DIR        where the cases are kept (data)
  --web DIR         the built portal; without it only the API is served
  --log FILE        where to log (- is the standard error, none is nowhere; -)
  --threads N       threads that serve connections (2)
  --behind ADDRESS  the proxies before the server, with commas; what they say of a caller is believed
  --work-after N    cases that an address may send in 10 minutes before its devices have to work for each
                    more (600; 0 never asks)
  --address URL     where citizens read the portal; with it they get notices by e-mail
  --mail COMMAND    takes each notice on its input and answers with status 0 ("sendmail -t -i")
  --mail-from MAIL  the address that the notices come from
  --clamd ADDRESS   looks through files for viruses, "127.0.0.1:3310" or the path of a socket; nobody sees a
                    file before it has found nothing
)";

struct ServeOptions {
    HttpOptions http;
    std::string data;
    std::string web;
    std::string log;
    int free_cases = 0;
    std::string address;
    std::string scanner;
    PostOptions post;
};

template <class Number>
std::optional<Number> number_in(std::string const& text) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(value) : std::nullopt;
}

Result<ServeOptions> options_in(Arguments& arguments) {
    ServeOptions options;
    auto const port = number_in<std::uint16_t>(arguments.option("--port").value_or("12345"));
    if (!port) return Error{"usage", "--port takes a number from 0 to 65535."};
    auto const threads = number_in<unsigned>(arguments.option("--threads").value_or("2"));
    if (!threads || *threads < 1 || *threads > 64)
        return Error{"usage", "--threads takes a number from 1 to 64."};
    auto const free_cases = number_in<int>(arguments.option("--work-after").value_or("600"));
    if (!free_cases || *free_cases < 0) return Error{"usage", "--work-after takes a number from 0 on."};
    options.free_cases = *free_cases;
    options.http.port = *port;
    options.http.threads = *threads;
    options.http.callers = TRY(Callers::behind(arguments.option("--behind").value_or("")));
    options.http.address = arguments.option("--listen").value_or(options.http.address);
    options.data = arguments.option("--data").value_or(std::string(default_data));
    options.web = arguments.option("--web").value_or("");
    options.log = arguments.option("--log").value_or("-");
    if (options.log == "none") options.log.clear();
    options.address = arguments.option("--address").value_or("");
    options.scanner = arguments.option("--clamd").value_or("");
    if (!options.scanner.empty() && !is_scanner_address(options.scanner))
        return Error{"usage", "--clamd takes a numeric address with its port, or the path of a socket."};
    options.post = {arguments.option("--mail").value_or(""), arguments.option("--mail-from").value_or("")};
    if (auto const complaint = arguments.complaint()) return Error{"usage", *complaint};
    bool const sends = !options.address.empty();
    if (sends == options.post.command.empty() || sends == options.post.sender.empty())
        return Error{"usage", "--address, --mail and --mail-from belong together."};
    return options;
}

/// As many connections as the system lets one program have.
void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Blocked before any thread starts, so that every thread has them blocked and this one waits for them.
sigset_t block_stop_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

std::string shown_address(HttpOptions const& http, std::uint16_t port) {
    if (http.is_at_a_path()) return http.address;
    bool const is_v6 = http.address.find(':') != std::string::npos;
    return "http://" + (is_v6 ? "[" + http.address + "]" : http.address) + ":" + std::to_string(port) + "/";
}

void take_out_what_is_old(SqliteStore& store, KeptFor const& kept_for, Log& log) {
    auto const rules = for_every_end(kept_for.contact_days, kept_for.case_days);
    auto const erased = erase_aged(store, rules, system_now());
    if (!erased) return log.failure(erased.error());
    if (*erased == Erased{}) return;
    log.event("erased",
              std::to_string(erased->contacts) + " contacts, " + std::to_string(erased->cases) + " cases");
}

/// Meanwhile, every hour, what the city keeps no longer is taken out.
void wait_for_stop(sigset_t const& stop_signals, SqliteStore& store, std::optional<KeptFor> const& kept_for,
                   Log& log) {
    constexpr timespec hour{3600, 0};
    do {
        if (kept_for) take_out_what_is_old(store, *kept_for, log);
    } while (sigtimedwait(&stop_signals, nullptr, &hour) < 0);
}

Result<Done> serve_with(ServeOptions const& options, sigset_t const& stop_signals) {
    auto log = TRY(Log::open(options.log));
    Data data = TRY(open_data(options.data));
    TRY(data.store->check_clock(system_now()));
    Office office = TRY(make_office({.secret = data.secret,
                                     .now = system_now,
                                     .report = [&log](Error const& error) { log->failure(error); },
                                     .note = [&log](Note const& note) { log->note(note); },
                                     .free_cases = options.free_cases,
                                     .address = options.address,
                                     .files = data.files.get(),
                                     .scanner = options.scanner}));
    std::optional<KeptFor> const kept_for = office.city.kept_for;
    StaticFiles const files = options.web.empty() ? StaticFiles() : TRY(StaticFiles::load(options.web));
    auto dispatcher = TRY(Dispatcher::make(std::move(office), *data.store));
    auto server = TRY(HttpServer::start(options.http, *dispatcher, files, *log));
    std::unique_ptr<Postman> const postman =
        options.address.empty() ? nullptr : TRY(Postman::start(options.post, *data.store, *log));
    std::cout << "Huiyin is ready at " << shown_address(options.http, server->port()) << std::endl;
    log->event("ready");
    wait_for_stop(stop_signals, *data.store, kept_for, *log);
    log->event("stopping");
    server->stop();
    dispatcher->stop();
    log->event("stopped");
    return Done{};
}

} // namespace

int serve(Arguments arguments) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    auto const options = options_in(arguments);
    if (!options) return complain(options.error(), usage);
    raise_descriptor_limit();
    sigset_t const stop_signals = block_stop_signals();
    auto const served = serve_with(*options, stop_signals);
    return served ? 0 : complain(served.error(), usage);
}

} // namespace huiyin::server
