#pragma once

#include "core/domain/citizen_view.h"
#include "core/domain/stages.h"
#include "core/protocol/json_fields.h"
#include "core/protocol/json_writer.h"
#include "core/protocol/messages.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// The parts that several messages share. Writing fills an object that is open already; reading takes the
/// fields it knows and leaves it to the caller to refuse the rest.
namespace huiyin::protocol {

void write_fields(json::Writer& writer, Submission const& submission);
Submission submission_from(json::Fields& fields);

/// Where nothing is said of its state, the file is waited for.
void write_fields(json::Writer& writer, Attachment const& attachment);
Attachment attachment_from(json::Fields& fields);

void write_fields(json::Writer& writer, Contact const& contact);
void write_fields(json::Writer& writer, Location const& location);
void write_fields(json::Writer& writer, Translation const& translation);
Translation translation_from(json::Fields& fields);

void write_fields(json::Writer& writer, ShownClock const& clock);
ShownClock shown_clock_from(json::Fields& fields);

void write_fields(json::Writer& writer, Event const& event);
Event event_from(json::Fields& fields);

/// "language", "language_confidence", "language_source".
void write_fields(json::Writer& writer, WrittenLanguage const& language);
/// A case that was written before languages were detected says only which it is.
WrittenLanguage written_language_from(json::Fields& fields);

void write_fields(json::Writer& writer, ShownSession const& session);
void write_fields(json::Writer& writer, ShownMember const& member);

/// What staff send of it: without the time.
Reply reply_order_from(json::Fields& fields);
void write_fields(json::Writer& writer, Reply const& reply);
Reply reply_from(json::Fields& fields);

void write_fields(json::Writer& writer, Feedback const& feedback);
/// The three answers and the comment, without the time.
Feedback answers_from(json::Fields& fields);
Feedback feedback_from(json::Fields& fields);

Limit limit_from(json::Fields& fields, std::string_view name);
void write_limit(json::Writer& writer, std::string_view name, Limit limit);

template <class T>
void write_object(json::Writer& writer, std::string_view name, T const& value) {
    writer.begin_object(name);
    write_fields(writer, value);
    writer.end_object();
}

template <class T>
void write_objects(json::Writer& writer, std::string_view name, std::vector<T> const& values) {
    writer.begin_array(name);
    for (auto const& value : values) {
        writer.begin_object();
        write_fields(writer, value);
        writer.end_object();
    }
    writer.end_array();
}

template <Named E>
void write_names(json::Writer& writer, std::string_view name, std::vector<E> const& values) {
    writer.begin_array(name);
    for (E value : values)
        writer.item(name_of(value));
    writer.end_array();
}

/// A tag in a field that may be absent.
std::optional<LanguageTag> language_in(json::Fields& fields, std::string_view name);

/// The object in a field, read by `read`; nothing when there is none.
template <class T>
std::optional<T> object_in(json::Fields& fields, std::string_view name, T (*read)(json::Fields&)) {
    auto const* value = fields.object(name);
    if (!value) return std::nullopt;
    auto const path = fields.path_of(name) + ".";
    json::Fields nested(*value, path, fields.problems());
    return read(nested);
}

template <class T>
std::vector<T> objects_in(json::Fields& fields, std::string_view name, T (*read)(json::Fields&)) {
    fields.add_required(name);
    std::vector<T> list;
    auto const path = fields.path_of(name) + ".";
    if (auto const* values = fields.array(name))
        for (auto const& value : *values) {
            json::Fields nested(value, path, fields.problems());
            list.push_back(read(nested));
        }
    return list;
}

template <Named E>
std::vector<E> names_in(json::Fields& fields, std::string_view name) {
    fields.add_required(name);
    std::vector<E> list;
    if (auto const* values = fields.array(name))
        for (auto const& value : *values) {
            auto const* text = value.as<std::string>();
            auto const found = text ? named<E>(*text) : std::nullopt;
            if (found)
                list.push_back(*found);
            else
                fields.add(name, "unknown");
        }
    return list;
}

/// What a citizen or staff sent: everything in it must be known.
template <class T>
Read<T> read_strictly(std::string_view text, T (*read)(json::Fields&)) {
    auto const parsed = json::parse(text);
    if (auto const* malformed = std::get_if<json::Malformed>(&parsed)) return Unreadable{malformed->code};
    Problems problems;
    json::Fields fields(std::get<json::Value>(parsed), "", problems);
    auto value = read(fields);
    fields.finish();
    if (!problems.empty()) return Unreadable{"", std::move(problems)};
    return value;
}

/// What our own side wrote: may hold more than we know, but nothing that we need may be missing.
template <class T>
Result<T> read_trustingly(std::string_view text, std::string_view error_code,
                          std::optional<T> (*read)(json::Fields&)) {
    auto const parsed = json::parse(text);
    if (auto const* malformed = std::get_if<json::Malformed>(&parsed))
        return Error{std::string(error_code), malformed->code};
    Problems problems;
    json::Fields fields(std::get<json::Value>(parsed), "", problems);
    auto value = read(fields);
    if (!problems.empty())
        return Error{std::string(error_code), problems.front().field + ": " + problems.front().code};
    if (!value) return Error{std::string(error_code)};
    return *std::move(value);
}

} // namespace huiyin::protocol
