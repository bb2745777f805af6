#include "core/app/requests.h"

#include "core/base/match.h"
#include "core/protocol/messages.h"

namespace huiyin::app {

namespace {

using namespace screens;
using protocol::Method;
using protocol::Request;

Request on_case(Method method, CaseKey const& key, std::string_view call, std::string body) {
    Request request{.method = method,
                    .target = "/api/v1/cases/" + key.number.text() + std::string(call),
                    .headers = {{"X-Access-Code", key.code.plain()}, {"Accept", "application/json"}},
                    .body = std::move(body)};
    if (method != Method::Get) request.headers.push_back({"Content-Type", "application/json"});
    return request;
}

Request submission(SendCase const& order) {
    return {.method = Method::Post,
            .target = "/api/v1/cases",
            .headers = {{"Idempotency-Key", order.idempotency_key},
                        {"Accept", "application/json"},
                        {"Content-Type", "application/json"}},
            .body = protocol::write_submission(order.submission)};
}

Request language_question(GuessLanguage const& order) {
    return {.method = Method::Post,
            .target = "/api/v1/language",
            .headers = {{"Accept", "application/json"}, {"Content-Type", "application/json"}},
            .body = protocol::write_message(order.text)};
}

} // namespace

Request file_request(FetchFile const& order) {
    return {.method = Method::Get,
            .target =
                "/api/v1/cases/" + order.key.number.text() + "/attachments/" + order.attachment.id.value,
            .headers = {{"X-Access-Code", order.key.code.plain()}}};
}

std::optional<Request> request_for(Effect const& effect) {
    using Maybe = std::optional<Request>;
    return match(
        effect, [](SendCase const& order) -> Maybe { return submission(order); },
        [](GuessLanguage const& order) -> Maybe { return language_question(order); },
        [](OpenCase const& order) -> Maybe { return on_case(Method::Get, order.key, "", ""); },
        [](SendMessage const& order) -> Maybe {
            return on_case(Method::Post, order.key, "/messages", protocol::write_message(order.text));
        },
        [](SendFeedback const& order) -> Maybe {
            return on_case(Method::Put, order.key, "/feedback", protocol::write_feedback(order.feedback));
        },
        [](SendReopen const& order) -> Maybe {
            return on_case(Method::Post, order.key, "/reopen", protocol::write_reason(order.reason));
        },
        [](SendWithdraw const& order) -> Maybe {
            return on_case(Method::Post, order.key, "/withdraw", "{}");
        },
        [](auto const&) -> Maybe { return std::nullopt; });
}

} // namespace huiyin::app
