#include "server/api/reading.h"

#include "core/protocol/nothing.h"
#include "i18n/language.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t most_key_characters = 64;

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

std::string lowered_without_space(std::string_view text) {
    std::string result;
    for (char character : text)
        if (character != ' ' && character != '\t' && character != '"') result.push_back(lower(character));
    return result;
}

bool is_json(std::string_view content_type) {
    std::string const type = lowered_without_space(content_type);
    return type == "application/json" || type == "application/json;charset=utf-8";
}

/// RFC 8941, 3.3.3: the string between quotes, with \" and \\ for themselves.
std::optional<std::string> unquoted(std::string_view quoted) {
    if (quoted.size() < 2 || quoted.back() != '"') return std::nullopt;
    std::string text;
    std::string_view const inner = quoted.substr(1, quoted.size() - 2);
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] == '"') return std::nullopt;
        if (inner[at] == '\\' && ++at == inner.size()) return std::nullopt;
        text.push_back(inner[at]);
    }
    return text;
}

bool is_key(std::string_view text) {
    bool const is_visible = std::all_of(text.begin(), text.end(),
                                        [](char character) { return character > ' ' && character < 0x7F; });
    return is_visible && !text.empty() && text.size() <= most_key_characters;
}

void clean(std::string& text) { text = i18n::cleaned(text); }

void clean(Translation& translation) {
    clean(translation.text);
    clean(translation.grounds);
    clean(translation.translator);
}

void clean(Reply& reply) {
    clean(reply.text);
    clean(reply.grounds);
    if (reply.translation) clean(*reply.translation);
}

} // namespace

std::optional<Response> refused_type(Request const& request) {
    if (is_json(request.header("Content-Type").value_or(""))) return std::nullopt;
    return problem(415, "unsupported_type");
}

std::optional<Response> refused_content(Request const& request) {
    if (request.body.empty()) return std::nullopt;
    auto body = body_of<Done>(request, protocol::read_nothing);
    if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
    return std::nullopt;
}

std::optional<std::string> idempotency_key(Request const& request) {
    auto const given = request.header("Idempotency-Key");
    if (!given) return std::nullopt;
    auto key = given->starts_with('"') ? unquoted(*given) : std::string(*given);
    return key && is_key(*key) ? key : std::nullopt;
}

Submission cleaned(Submission submission) {
    clean(submission.address);
    clean(submission.description);
    for (Attachment& attachment : submission.attachments)
        clean(attachment.name);
    if (!submission.contact) return submission;
    clean(submission.contact->name);
    clean(submission.contact->phone);
    clean(submission.contact->email);
    return submission;
}

StepOrder cleaned(StepOrder order) {
    clean(order.text);
    if (order.unit) clean(order.unit->value);
    if (order.reply) clean(*order.reply);
    if (order.feedback) clean(order.feedback->comment);
    return order;
}

Translation cleaned(Translation translation) {
    clean(translation);
    return translation;
}

} // namespace huiyin::server
