#include "core/app/draft_files.h"

#include "core/base/find.h"

namespace huiyin::app {

using screens::BegunCase;

namespace {

template <class Order>
ShellOrders for_files_of(BegunCase const& begun) {
    ShellOrders orders;
    if (std::holds_alternative<Receipt>(begun.state)) return orders;
    for (Attachment const& each : begun.draft.attachments)
        orders.emplace_back(Order{each.id.value});
    return orders;
}

} // namespace

ShellOrders files_dropped(BegunCase const& begun) { return for_files_of<DropFile>(begun); }
ShellOrders files_left(BegunCase const& begun) { return for_files_of<LeaveFile>(begun); }

ShellOrders files_continued(screens::submit::Model const& form) {
    ShellOrders orders;
    for (Attachment const& each : form.draft.attachments)
        if (each.state == AttachmentState::Waiting && !form.files.contains(each.id))
            orders.emplace_back(SendFile{each.id.value, each.name, false, true});
    return orders;
}

ShellOrders file_sent(screens::submit::Model const& form, screens::SendFile const& send) {
    auto const* attachment = find_attachment(form.draft.attachments, send.id);
    if (attachment == nullptr) return {};
    return {
        SendFile{send.id.value, attachment->name, send.is_shrunk, send.keeps_metadata, send.former.value}};
}

bool note_arrival(BegunCase& begun, screens::submit::FileMoved const& moved) {
    auto const file = find_in(begun.draft.attachments, moved.id, &Attachment::id);
    bool const is_there = file != begun.draft.attachments.end();
    bool const has_arrived = moved.status == screens::FileStatus::Done;
    if (!is_there || !has_arrived || file->state == AttachmentState::Stored) return false;
    file->state = AttachmentState::Stored;
    return std::holds_alternative<screens::Writing>(begun.state) ||
           std::holds_alternative<screens::Waiting>(begun.state);
}

void take_arrivals(Draft& draft, Draft const& kept) {
    for (Attachment& each : draft.attachments) {
        auto const* known = find_attachment(kept.attachments, each.id);
        if (known != nullptr && known->state == AttachmentState::Stored) each.state = known->state;
    }
}

} // namespace huiyin::app
