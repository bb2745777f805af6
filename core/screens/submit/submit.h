#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/begun.h"
#include "core/screens/effect.h"
#include "core/screens/files.h"
#include "core/screens/remote.h"

#include <functional>
#include <optional>
#include <variant>

namespace huiyin::screens::submit {

/// What is looked for among all topics, and whether what was found is shown.
struct TopicSearch {
    std::string typed;
    bool is_open = false;

    bool operator==(TopicSearch const&) const = default;
};

/// In which language the text is, as the hotline finds.
struct LanguageGuess {
    /// That it was asked about.
    std::string text = {};
    /// Nothing until the answer is there.
    std::optional<LanguageTag> language = {};

    bool operator==(LanguageGuess const&) const = default;
};

/// The pages of one submission. The draft lives here, whatever page is shown.
struct Model {
    SubmitPage page = SubmitPage::Nature;
    Draft draft = {};
    /// Of the pages where Continue was pressed, or of all on the last; each goes when its field is put right.
    Problems problems = {};
    /// By the hotline, of what was sent last.
    Problems refused = {};
    /// On its way, or why it failed; Ready only until the receipt is shown.
    Remote<Receipt> sending = NotAsked{};
    /// It was sent without a connection and will be sent again by itself.
    bool is_waiting = false;
    /// What waits is being sent.
    bool is_trying = false;
    Keeping keeping = Keeping::Kept;
    /// Pictures can be taken here.
    bool has_camera = false;
    /// The page was reached from "Check your answers" and leads back there.
    bool is_changing = false;
    TopicSearch search = {};
    LanguageGuess guess = {};
    /// Of every draft, as far as the shell has told in this visit.
    FileStates files = {};
    /// Pictures are made smaller before they are sent.
    bool shrinks_pictures = true;
    /// Why a file was not taken; empty once another one is.
    i18n::Text file_problem = {};

    bool operator==(Model const&) const = default;
};

// What a person did.
struct NatureChosen {
    Nature nature;
    bool operator==(NatureChosen const&) const = default;
};
/// A top category; unfolds its leaves.
struct TopCategoryChosen {
    std::string id;
    bool operator==(TopCategoryChosen const&) const = default;
};
struct CategoryChosen {
    CategoryId id;
    bool operator==(CategoryChosen const&) const = default;
};
struct TopicSought {
    TopicSearch search;
    /// How many there are, when something was typed.
    i18n::Text found = {};
    bool operator==(TopicSought const&) const = default;
};
/// Chosen among what was found; its top is chosen with it.
struct TopicFound {
    CategoryId id;
    bool operator==(TopicFound const&) const = default;
};
struct DistrictChosen {
    DistrictId id;
    bool operator==(DistrictChosen const&) const = default;
};
enum class TextOf { Address, Description, Name, Phone, Email };
struct TextEdited {
    TextOf field;
    std::string text;
    bool operator==(TextEdited const&) const = default;
};
/// The person's word on the language of their text.
struct LanguageSaid {
    LanguageTag language;
    bool operator==(LanguageSaid const&) const = default;
};
struct VisibilityChosen {
    Visibility visibility;
    bool operator==(VisibilityChosen const&) const = default;
};
/// Whether name and contact stay on the device with the rest.
struct ContactKeepingChosen {
    bool is_kept;
    bool operator==(ContactKeepingChosen const&) const = default;
};
struct SharedChosen {
    bool is_shared;
    bool operator==(SharedChosen const&) const = default;
};
/// Of a case that waits for the connection.
struct TryNowPressed {
    bool operator==(TryNowPressed const&) const = default;
};
/// A file as the shell tells of it; its kind is none that may be attached when there is none.
struct NewFile {
    AttachmentId id;
    std::string name;
    std::optional<FileKind> kind;
    std::int64_t bytes = 0;
    bool operator==(NewFile const&) const = default;
};
struct FilesChosen {
    std::vector<NewFile> files;
    bool operator==(FilesChosen const&) const = default;
};
struct FileRemoved {
    AttachmentId id;
    bool operator==(FileRemoved const&) const = default;
};
struct FileTriedAgain {
    AttachmentId id;
    bool operator==(FileTriedAgain const&) const = default;
};
struct MetadataChosen {
    AttachmentId id;
    bool is_kept;
    bool operator==(MetadataChosen const&) const = default;
};
struct ShrinkingChosen {
    bool is_wanted;
    bool operator==(ShrinkingChosen const&) const = default;
};
struct ContinuePressed {
    bool operator==(ContinuePressed const&) const = default;
};
struct BackFollowed {
    bool operator==(BackFollowed const&) const = default;
};
/// A line of the error summary; the id of the node that takes focus, perhaps on another page.
struct ErrorFollowed {
    std::string target_id;
    bool operator==(ErrorFollowed const&) const = default;
};
/// "Change" beside an answer on the check page.
struct ChangeFollowed {
    SubmitPage page;
    /// The node that takes focus there; empty for the page itself.
    std::string target_id = {};
    bool operator==(ChangeFollowed const&) const = default;
};
struct SendPressed {
    bool operator==(SendPressed const&) const = default;
};

// What came from outside.
struct LanguageGuessed {
    std::string text;
    LanguageTag language;
    bool operator==(LanguageGuessed const&) const = default;
};
/// A file goes on, stops or has arrived; `bytes` is what it has once it is ready to be sent.
struct FileMoved {
    AttachmentId id;
    FileStatus status = FileStatus::Waiting;
    float share = 0;
    std::int64_t bytes = 0;
    std::optional<FileKind> kind = {};
    /// The person can choose whether they are sent.
    bool has_metadata = false;
    bool keeps_metadata = false;
    bool operator==(FileMoved const&) const = default;
};
/// The address bar shows this page now (link, Back, Forward, or our own Go).
struct PageVisited {
    SubmitPage page;
    bool operator==(PageVisited const&) const = default;
};
/// The answer to SendCase: accepted, refused field by field, or failed.
struct SendFinished {
    std::variant<Receipt, Problems, Failed> outcome;
    /// Whoever kept the case does not try again.
    bool is_given_up = false;
    bool operator==(SendFinished const&) const = default;
};

using Intent =
    std::variant<NatureChosen, TopCategoryChosen, CategoryChosen, TopicSought, TopicFound, DistrictChosen,
                 TextEdited, LanguageSaid, VisibilityChosen, ContactKeepingChosen, SharedChosen,
                 TryNowPressed, ContinuePressed, BackFollowed, ErrorFollowed, ChangeFollowed, SendPressed,
                 LanguageGuessed, PageVisited, SendFinished, FilesChosen, FileRemoved, FileTriedAgain,
                 MetadataChosen, ShrinkingChosen, FileMoved>;
using Emit = std::function<void(Intent)>;

/// What a submission is checked against.
struct World {
    City const& city;
    Instant now;
    /// Of this visit, and known to nobody else.
    std::string_view randomness = {};
};

Step<Model> update(Model model, Intent const& intent, World const& world);

/// What becomes of the draft's files; nothing for an intent that is about something else.
std::optional<Step<Model>> update_files(Model& model, Intent const& intent, World const& world);

/// What is of the same case but not of what is sent: what waits goes on waiting.
SaveDraft saved_beside(Model const& model);

/// What would be sent: texts cleaned, no contact in an anonymous case. The language is left to the hotline
/// unless the person has said it, for many write in another one than the portal's.
Submission cleaned_submission(Draft const& draft);

/// What was sent last is what stands here; how large its files have become is no change of it.
bool stands_as_sent(Draft const& draft);

/// The language of the text: the person's word, else what was guessed; nothing while neither is known.
std::optional<LanguageTag> language_of_text(Model const& model);

/// Problems of the fields on one page, in its order; on the last page those of all.
Problems problems_on(SubmitPage page, Draft const& draft, World const& world);

} // namespace huiyin::screens::submit
