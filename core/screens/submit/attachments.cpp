#include "core/base/find.h"
#include "core/base/match.h"
#include "core/base/sha256.h"
#include "core/screens/submit/fields.h"
#include "core/screens/submit/submit.h"

#include <algorithm>

namespace huiyin::screens::submit {

namespace {

using i18n::tr;
using Maybe = std::optional<Step<Model>>;

constexpr std::int64_t megabyte = 1'000'000;

i18n::Text problem_of(Model const& model, NewFile const& file) {
    if (model.draft.attachments.size() >= limits::attachments_max)
        return tr("attachments.problem.too_many",
                  {{"count", static_cast<std::int64_t>(limits::attachments_max)}});
    if (!file.kind) return tr("attachments.problem.type", {{"file", file.name}});
    if (file.bytes > limits::attachment_bytes_max)
        return tr("attachments.problem.too_large",
                  {{"file", file.name}, {"size", limits::attachment_bytes_max / megabyte}});
    if (file.bytes <= 0) return tr("attachments.problem.broken", {{"file", file.name}});
    return {};
}

Step<Model> choose(Model model, FilesChosen const& chosen) {
    Effects effects;
    std::int64_t added = 0;
    model.file_problem = {};
    for (NewFile const& file : chosen.files) {
        if (i18n::Text problem = problem_of(model, file); !problem.empty()) {
            model.file_problem = std::move(problem);
            effects.emplace_back(DropFile{file.id});
            continue;
        }
        ++added;
        // Some telephones call every picture the same.
        std::string const name = distinct_name(file.name, model.draft.attachments);
        model.draft.attachments.push_back({file.id, name, *file.kind, file.bytes});
        model.files[file.id] = {.chosen_bytes = file.bytes};
        effects.emplace_back(SendFile{file.id, model.shrinks_pictures});
    }
    if (added > 0) effects.emplace_back(Announce{tr("attachments.added", {{"count", added}})});
    if (!model.file_problem.empty())
        effects.emplace_back(Announce{model.file_problem, Politeness::Assertive});
    // What is changed is not to be sent as it was.
    if (added > 0) model.is_waiting = false;
    effects.emplace_back(saved_beside(model));
    return {std::move(model), std::move(effects)};
}

/// It is past once the file is taken away or sent anew.
void forget_refusal(Model& model, AttachmentId const& id) {
    for (Problems* problems : {&model.problems, &model.refused})
        std::erase_if(*problems, [&](Problem const& problem) { return problem.field == field_of(id); });
}

Step<Model> remove(Model model, AttachmentId const& id) {
    auto& attachments = model.draft.attachments;
    auto const found = find_in(attachments, id, &Attachment::id);
    if (found == attachments.end()) return {std::move(model)};
    i18n::Text const words = tr("attachments.removed", {{"file", found->name}});
    attachments.erase(found);
    model.files.erase(id);
    forget_refusal(model, id);
    model.file_problem = {};
    model.is_waiting = false;
    SaveDraft save{model.draft};
    // The button that was pressed is gone.
    return {std::move(model), {DropFile{id}, std::move(save), Announce{words}, Focus{"submit.attachments"}}};
}

Step<Model> send_again(Model model, AttachmentId const& id) {
    auto const found = model.files.find(id);
    if (found == model.files.end()) return {std::move(model)};
    forget_refusal(model, id);
    FileState& state = found->second;
    state.status = FileStatus::Waiting;
    state.share = 0;
    state.is_ready = false;
    Effects effects = {SendFile{id, model.shrinks_pictures, state.keeps_metadata}};
    auto const attachment = find_in(model.draft.attachments, id, &Attachment::id);
    if (attachment != model.draft.attachments.end() && attachment->state != AttachmentState::Waiting) {
        attachment->state = AttachmentState::Waiting;
        effects.emplace_back(saved_beside(model));
    }
    return {std::move(model), std::move(effects)};
}

/// Of the next version of a file: who knows one of them finds no other.
AttachmentId next_id(AttachmentId const& id, std::string_view randomness) {
    constexpr std::string_view digits = "0123456789abcdef";
    auto const hash = sha256(std::string(randomness) + id.value);
    AttachmentId next;
    for (std::size_t at = 0; at < 16; ++at)
        next.value.append({digits[hash[at] >> 4], digits[hash[at] & 15]});
    return next;
}

/// Another version of a file is another file, so that whatever becomes of the former one, it is not in the
/// case.
Step<Model> keep_metadata(Model model, MetadataChosen const& chosen, World const& world) {
    auto const attachment = find_in(model.draft.attachments, chosen.id, &Attachment::id);
    auto state = model.files.extract(chosen.id);
    if (attachment == model.draft.attachments.end() || state.empty()) return {std::move(model)};
    forget_refusal(model, chosen.id);
    AttachmentId const id = next_id(chosen.id, world.randomness);
    attachment->id = id;
    attachment->state = AttachmentState::Waiting;
    state.key() = id;
    state.mapped() = {.has_metadata = state.mapped().has_metadata,
                      .keeps_metadata = chosen.is_kept,
                      .chosen_bytes = state.mapped().chosen_bytes};
    model.files.insert(std::move(state));
    // What is changed is not to be sent as it was.
    model.is_waiting = false;
    SendFile send{id, model.shrinks_pictures, chosen.is_kept, chosen.id};
    SaveDraft save{model.draft};
    // The box that was ticked has another name now.
    Focus focus{"submit.pictures." + id.value};
    return {std::move(model), {std::move(send), std::move(save), std::move(focus)}};
}

Step<Model> move(Model model, FileMoved const& moved) {
    auto const [place, is_new] = model.files.try_emplace(moved.id);
    FileState& state = place->second;
    state.status = moved.status;
    state.share = moved.share;
    state.has_metadata = moved.has_metadata;
    state.is_ready = moved.bytes > 0;
    // Later the person's own word is newer.
    if (is_new) state.keeps_metadata = moved.keeps_metadata;
    auto const attachment = find_in(model.draft.attachments, moved.id, &Attachment::id);
    if (attachment == model.draft.attachments.end()) return {std::move(model)};
    Attachment const before = *attachment;
    if (moved.bytes > 0) attachment->bytes = moved.bytes;
    if (moved.bytes > 0 && moved.kind) attachment->kind = *moved.kind;
    if (moved.status == FileStatus::Done) attachment->state = AttachmentState::Stored;
    if (*attachment == before) return {std::move(model)};
    SaveDraft save = saved_beside(model);
    return {std::move(model), {std::move(save)}};
}

} // namespace

std::optional<Step<Model>> update_files(Model& model, Intent const& intent, World const& world) {
    return match(
        intent, [&](FilesChosen const& chosen) -> Maybe { return choose(std::move(model), chosen); },
        [&](FileRemoved const& removed) -> Maybe { return remove(std::move(model), removed.id); },
        [&](FileTriedAgain const& again) -> Maybe { return send_again(std::move(model), again.id); },
        [&](MetadataChosen const& chosen) -> Maybe { return keep_metadata(std::move(model), chosen, world); },
        [&](ShrinkingChosen const& chosen) -> Maybe {
            model.shrinks_pictures = chosen.is_wanted;
            return Step<Model>{std::move(model)};
        },
        [&](FileMoved const& moved) -> Maybe { return move(std::move(model), moved); },
        [](auto const&) -> Maybe { return std::nullopt; });
}

} // namespace huiyin::screens::submit
