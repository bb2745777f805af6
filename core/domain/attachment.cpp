#include "core/domain/attachment.h"

#include "core/base/find.h"

#include <algorithm>

namespace huiyin {

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

} // namespace huiyin
