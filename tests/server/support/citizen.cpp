#include "tests/server/support/citizen.h"

#include "tests/server/support/pictures.h"

#include <sodium.h>

namespace huiyin::server::tests {

using namespace std::string_literals;

std::string const picture = png(3'000);

std::string id_of(char digit) { return std::string(32, digit); }

bool says(Response const& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

std::string submission_with(std::vector<std::string> const& ids, std::string const& more) {
    std::string list;
    for (std::string const& id : ids)
        list += (list.empty() ? "" : ",") + R"({"id":")"s + id +
                R"(","name":"在 \"night\".png","type":"image/png","bytes":3000)" + more + "}";
    std::string body = good_submission();
    body.pop_back();
    return body + R"(,"attachments":[)" + list + "]}";
}

std::string base64(std::string const& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

Response Citizen::says(std::string const& method, std::string const& target, std::string const& lines,
                       std::string const& body) {
    return server.asks(method + " " + target +
                       " HTTP/1.1\r\nHost: h\r\nTus-Resumable: 1.0.0\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n" + lines + "\r\n" + body);
}

std::string Citizen::begins(std::string const& id) {
    Response const answer = says("POST", "/api/v1/uploads",
                                 "Upload-Length: 3000\r\nUpload-Metadata: id " + base64(id) + ",filetype " +
                                     base64("image/png") + "\r\n");
    return std::string(answer.header("Location").value_or(""));
}

Response Citizen::sends(std::string const& target, std::string const& bytes) {
    return says("PATCH", target, "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n",
                bytes);
}

Response Citizen::submits(std::vector<std::string> const& ids, std::string const& key,
                          std::string const& more) {
    Response const answer =
        server.asks(post("/api/v1/cases", submission_with(ids, more), "Idempotency-Key: " + key + "\r\n"));
    number = field(answer, "number");
    code = field(answer, "access_code");
    return answer;
}

Response Citizen::sees() {
    return server.asks(get("/api/v1/cases/" + number, "X-Access-Code: " + code + "\r\n"));
}

std::string Citizen::state() {
    std::string const body = sees().body;
    auto const at = body.find("\"attachments\":");
    if (at == std::string::npos) return "none";
    auto const state = body.find("\"state\":\"", at);
    return state == std::string::npos ? "waiting"
                                      : body.substr(state + 9, body.find('"', state + 9) - state - 9);
}

Response Citizen::opens(std::string const& id) {
    return server.asks(
        get("/api/v1/cases/" + number + "/attachments/" + id, "X-Access-Code: " + code + "\r\n"));
}

} // namespace huiyin::server::tests
