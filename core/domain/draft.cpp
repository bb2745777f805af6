#include "core/domain/draft.h"

#include "core/base/utf8.h"

namespace huiyin {

namespace {

std::string trimmed_copy(std::string const& typed) { return std::string(trimmed(typed)); }

std::optional<Contact> contact_of(Draft const& draft) {
    if (!draft.visibility || draft.visibility == Visibility::Anonymous) return std::nullopt;
    return Contact{.name = trimmed_copy(draft.name),
                   .phone = trimmed_copy(draft.phone),
                   .email = trimmed_copy(draft.email)};
}

Submission as_named(Submission submission) {
    for (Attachment& each : submission.attachments)
        each.state = AttachmentState::Waiting;
    return submission;
}

} // namespace

Submission submission_of(Draft const& draft) {
    return {.nature = draft.nature,
            .category = draft.category,
            .district = draft.district,
            .address = trimmed_copy(draft.address),
            .description = trimmed_copy(draft.description),
            .language = draft.language,
            .visibility = draft.visibility,
            .contact = contact_of(draft),
            .attachments = draft.attachments};
}

bool says_the_same(Submission const& one, Submission const& other) {
    return as_named(one) == as_named(other);
}

Draft as_acknowledged(Draft draft) {
    for (std::string* text : {&draft.name, &draft.phone, &draft.email})
        text->clear();
    for (Submission& sent : draft.sent)
        if (sent.contact) sent.contact = Contact{};
    return draft;
}

Draft as_kept(Draft draft) {
    bool const is_anonymous = draft.visibility == Visibility::Anonymous;
    // Who stays unknown by now is not found in what was sent before, either.
    if (is_anonymous)
        std::erase_if(draft.sent, [](Submission const& sent) { return sent.contact.has_value(); });
    bool const is_wanted = draft.keeps_contact || !draft.sent.empty();
    if (is_wanted && !is_anonymous) return draft;
    for (std::string* text : {&draft.name, &draft.phone, &draft.email})
        text->clear();
    return draft;
}

} // namespace huiyin
