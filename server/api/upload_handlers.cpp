#include "server/api/answers.h"
#include "server/api/archive.h"
#include "server/api/handlers.h"
#include "server/api/tus.h"

#include <memory>

namespace huiyin::server {

namespace {

using Ready = std::variant<Response, Change>;

/// Of what belongs to no case yet.
constexpr Duration life = Duration::days(7);
constexpr std::string_view default_title = "file";

std::string text_in(std::map<std::string, std::string> const& metadata, std::string const& key,
                    std::string_view otherwise) {
    auto const found = metadata.find(key);
    return found == metadata.end() || found->second.empty() ? std::string(otherwise) : found->second;
}

/// What Upload-Metadata and Upload-Length order, or what is wrong with them.
std::variant<Upload, Response> ordered(Office const& office, Request const& request) {
    auto const bytes = tus::number_in(request, "Upload-Length");
    if (!bytes || *bytes == 0) return problem(400, "upload_length_missing");
    if (*bytes > limits::attachment_bytes_max) return problem(413, "too_large");
    std::string_view const header = request.header("Upload-Metadata").value_or("");
    auto const metadata = tus::metadata_in(header);
    if (!metadata) return problem(400, "malformed_metadata");
    auto const kind = named<FileKind>(text_in(*metadata, "filetype", ""));
    if (!kind) return problem(415, "unsupported_kind");
    Upload upload{.attachment = {text_in(*metadata, "id", generated_name())},
                  .name = generated_name(),
                  .title = text_in(*metadata, "filename", default_title),
                  .kind = *kind,
                  .bytes = *bytes,
                  .metadata = std::string(header),
                  .expires_at = office.now() + life};
    if (!is_attachment_id(upload.attachment.value)) return problem(400, "malformed_metadata");
    return upload;
}

/// `former` becomes the name of the half that this one takes the place of.
Answer begin(CaseWriter& cases, Upload upload, std::string& former) {
    former.clear();
    auto before = TRY(cases.upload_of(upload.attachment));
    if (before && is_a_memory(*before)) before.reset();
    if (before && before->state != AttachmentState::Waiting) {
        Response refusal = problem(409, "already_there");
        refusal.headers.push_back({"Attachment-State", std::string(name_of(before->state))});
        return refusal;
    }
    if (before) {
        former = before->name;
        upload.case_number = before->case_number;
        upload.expires_at = std::max(upload.expires_at, before->expires_at);
    }
    TRY(cases.put_upload(upload));
    return Response{201,
                    {{"Location", std::string(tus::path) + "/" + upload.name},
                     {"Upload-Expires", tus::written_date(upload.expires_at)},
                     {"Cache-Control", "no-store"}},
                    {}};
}

std::optional<Response> refused_upload(Office const& office, Request const& request) {
    if (auto refusal = tus::refused_version(request)) return refusal;
    return office.files ? std::nullopt : std::optional(unavailable({"no_files"}));
}

Response shown(Upload const& upload, std::int64_t offset) {
    Response response{200,
                      {{"Upload-Offset", std::to_string(offset)},
                       {"Upload-Length", std::to_string(upload.bytes)},
                       {"Cache-Control", "no-store"}},
                      {}};
    if (!upload.metadata.empty()) response.headers.push_back({"Upload-Metadata", upload.metadata});
    if (upload.state == AttachmentState::Waiting)
        response.headers.push_back({"Upload-Expires", tus::written_date(upload.expires_at)});
    else
        response.headers.push_back({"Attachment-State", std::string(name_of(upload.state))});
    return response;
}

} // namespace

Answer show_upload_capabilities(Context const&, Request const&) { return tus::capabilities(); }

Prepared begin_upload(Context const& context, Request const& request) {
    Office& office = context.office;
    if (auto refusal = refused_upload(office, request)) return Ready(*std::move(refusal));
    Instant const now = office.now();
    if (auto const wait = office.begun_uploads.must_wait("", context.caller, now))
        return Ready(too_many_tries(*wait));
    auto order = ordered(office, request);
    if (auto* refusal = std::get_if<Response>(&order)) return Ready(std::move(*refusal));
    auto& upload = std::get<Upload>(order);
    office.begun_uploads.count(upload.name, context.caller, now);
    // Known once it has run, and removed once that is durable.
    auto const former = std::make_shared<std::string>();
    return Ready(Change{.run = [upload = std::move(upload),
                                former](CaseWriter& cases) { return begin(cases, upload, *former); },
                        .then =
                            [&office, former] {
                                if (!former->empty()) office.files->remove(*former);
                            }});
}

FromDisk show_upload(Context const& context, Request const& request) {
    using Outcome = std::variant<Response, DiskTask>;
    if (auto refusal = refused_upload(context.office, request)) return Outcome(*std::move(refusal));
    auto upload = TRY(context.cases.upload(context.id));
    if (!upload || is_a_memory(*upload)) return Outcome(problem(404, "upload_not_found"));
    if (upload->state != AttachmentState::Waiting) return Outcome(shown(*upload, upload->bytes));
    return Outcome(DiskTask{[&files = *context.office.files, upload = *std::move(upload)]() -> Answer {
        return shown(upload, TRY(files.size(upload.name)));
    }});
}

Prepared end_upload(Context const& context, Request const& request) {
    Office& office = context.office;
    if (auto refusal = refused_upload(office, request)) return Ready(*std::move(refusal));
    std::string const name(context.id);
    return Ready(Change{.run = [name](CaseWriter& cases) -> Answer {
                            auto const upload = TRY(cases.upload(name));
                            if (!upload) return problem(404, "upload_not_found");
                            if (upload->case_number) return problem(409, "belongs_to_a_case");
                            TRY(cases.forget_upload(upload->attachment));
                            return Response{204, {}, {}};
                        },
                        .then = [&office, name] { office.files->remove(name); }});
}

} // namespace huiyin::server
