#include "core/domain/attachment.h"

#include "core/base/find.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace huiyin {

namespace {

std::string_view first_code_points(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0 && end < text.size(); --count)
        next_code_point(text, end);
    return text.substr(0, end);
}

/// ".jpg"; nothing where a dot stands for something else.
std::string_view ending_of(std::string_view name) {
    constexpr std::size_t longest_ending = 10;
    std::size_t const dot = name.rfind('.');
    bool const is_ending = dot != std::string_view::npos && dot > 0 && name.size() - dot <= longest_ending;
    return is_ending ? name.substr(dot) : std::string_view{};
}

std::string numbered(std::string_view name, std::size_t number) {
    std::string_view const ending = ending_of(name);
    std::string const mark = " (" + std::to_string(number) + ")";
    std::string_view const stem = name.substr(0, name.size() - ending.size());
    std::size_t const room = limits::file_name_max - mark.size() - ending.size();
    return std::string(first_code_points(stem, room)) + mark + std::string(ending);
}

} // namespace

bool is_attachment_id(std::string_view text) {
    constexpr std::size_t digits = 32;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char character) {
               return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
           });
}

Attachment const* find_attachment(std::vector<Attachment> const& attachments, AttachmentId const& id) {
    auto const found = find_in(attachments, id, &Attachment::id);
    return found == attachments.end() ? nullptr : &*found;
}

std::string distinct_name(std::string const& name, std::vector<Attachment> const& others) {
    std::string distinct = name;
    for (std::size_t number = 2; find_in(others, distinct, &Attachment::name) != others.end(); ++number)
        distinct = numbered(name, number);
    return distinct;
}

} // namespace huiyin
