#pragma once

#include "server/api/context.h"
#include "server/files/upload_files.h"

#include <memory>
#include <stop_token>
#include <string>
#include <variant>

namespace huiyin::server {

/// A name for a file that nobody can guess.
std::string generated_name();

/// The bytes of one PATCH on their way to the disk, checked before the first of them arrives and behind the
/// last. Goes from thread to thread; one at a time touches it.
class Receiving {
public:
    Receiving(Office& office, CaseReader& cases, Request const& request, std::string_view name);
    Receiving(Receiving const&) = delete;
    Receiving& operator=(Receiving const&) = delete;
    ~Receiving();

    /// Bytes that are refused are passed over.
    void put(std::string_view bytes);
    /// Waits for the disk. What remains to be done is for the writer.
    Prepared finish();

private:
    struct Checking;

    std::optional<Response> begin(CaseReader& cases, Request const& request);
    bool is_ended(CaseReader& cases);
    std::optional<Response> begin_checking(Request const& request);
    void refuse(Error const& error);

    Office& m_office;
    std::string m_name;
    std::optional<Upload> m_upload;
    std::optional<Response> m_refusal;
    std::unique_ptr<UploadFiles::Writing> m_writing;
    std::unique_ptr<Checking> m_checking;
};

/// Looks at a file that is whole; the writer notes what became of it.
Prepared settling(Office& office, Upload const& upload);
/// Has a file looked through that waits for that.
Prepared scanning(Office& office, Upload const& upload, std::stop_token const& stop);
/// Forgets an upload whose time is over.
Change forgetting(Office& office, Upload const& upload);

/// A row of no case that says that a file was here and was refused, or waited too long for its case; the file
/// is gone.
bool is_a_memory(Upload const& upload);

/// Ties what a submission lists to its case, and says what has arrived of it. A refusal when something in
/// it belongs to another case, or has been here and is not any more. Before `add`.
Result<std::optional<Response>> find_uploads(Office const& office, CaseReader& cases, Submission& submission);
/// Behind `add`, in the same transaction.
Result<Done> claim_uploads(CaseWriter& cases, CaseNumber const& number, Submission const& submission,
                           Instant now);

/// A file as it is given back: to be saved, never to be run.
Answer attachment_answer(Office& office, CaseReader& cases, Case const& subject, AttachmentId const& id);

} // namespace huiyin::server
