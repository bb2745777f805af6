#include "server/api/archive.h"

#include "server/api/answers.h"
#include "server/api/page.h"
#include "server/api/tus.h"
#include "server/files/checksum.h"
#include "server/files/file_kinds.h"
#include "server/files/virus_scan.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace huiyin::server {

namespace {

using Ready = std::variant<Response, Change>;

/// A scanner that takes longer is asked again later.
constexpr std::chrono::milliseconds scan_patience{60'000};
constexpr Duration life_in_a_case = Duration::days(30);
/// Of the memory that a file was here: as long as that of a case's key.
constexpr Duration life_of_what_expired = Duration::days(90);

std::string offset_text(std::int64_t offset) { return std::to_string(offset); }

Response progress(Upload const& upload, std::int64_t offset) {
    Response response{204, {{"Upload-Offset", offset_text(offset)}, {"Cache-Control", "no-store"}}, {}};
    if (upload.state == AttachmentState::Waiting)
        response.headers.push_back({"Upload-Expires", tus::written_date(upload.expires_at)});
    else
        response.headers.push_back({"Attachment-State", std::string(name_of(upload.state))});
    return response;
}

bool is_lost(AttachmentState state) {
    return state == AttachmentState::Broken || state == AttachmentState::Refused;
}

/// What is remembered of a file that had come whole, so that a case which names it is not taken without it.
Upload remembered(Upload upload, AttachmentState state, Instant now) {
    upload.title.clear();
    upload.metadata.clear();
    upload.digest.reset();
    upload.state = state;
    upload.expires_at = now + life_of_what_expired;
    return upload;
}

/// Not one that a deleted case has let go of, nor one that is a memory already.
bool is_to_be_remembered(Upload const& upload) {
    bool const has_come =
        upload.state == AttachmentState::Checking || upload.state == AttachmentState::Stored;
    return has_come && upload.expires_at > Instant{};
}

/// The sender holds it for arrived, and keeps it no longer: also when it was told so by how much has come,
/// before all of it was looked at.
bool is_missed(Office const& office, Attachment const& named, std::optional<Upload> const& upload) {
    auto const has_come = [&] { return office.files && office.files->has_all(upload->name, upload->bytes); };
    bool const is_here = upload && (upload->state != AttachmentState::Waiting || has_come());
    bool const is_said_to_be_here = named.state != AttachmentState::Waiting;
    return is_said_to_be_here && !is_here;
}

Digest digest_of(std::string_view content) {
    Digest digest{};
    std::string const bytes = sha256_of(content);
    std::memcpy(digest.data(), bytes.data(), std::min(bytes.size(), digest.size()));
    return digest;
}

/// The case says what became of its file.
Result<Done> show_in_case(Office const& office, CaseWriter& cases, Upload const& upload) {
    auto subject = TRY(cases.find(*upload.case_number));
    if (!subject) return Error{"store_unavailable", "no such case"};
    for (Attachment& attachment : subject->submission.attachments)
        if (attachment.id == upload.attachment) {
            attachment.state = upload.state;
            attachment.kind = upload.kind;
            attachment.bytes = upload.bytes;
        }
    return cases.change(*subject, page_of(*subject, office.rules(), office.edition, office.now()));
}

Answer settle(Office& office, CaseWriter& cases, Upload settled, AttachmentState from, bool& is_gone) {
    auto const now_there = TRY(cases.upload(settled.name));
    if (!now_there) return problem(404, "upload_not_found");
    if (now_there->state != from) return progress(*now_there, now_there->bytes);
    settled.case_number = now_there->case_number;
    settled.expires_at = now_there->expires_at;
    bool const is_memory = is_a_memory(settled);
    if (is_memory && from == AttachmentState::Checking)
        TRY(cases.put_upload(remembered(settled, settled.state, office.now())));
    else if (is_memory)
        TRY(cases.forget_upload(settled.attachment));
    else
        TRY(cases.put_upload(settled));
    if (settled.case_number) TRY(show_in_case(office, cases, settled));
    is_gone = is_lost(settled.state);
    return progress(settled, settled.bytes);
}

/// Says whether it took the file away from its row.
using Taking = std::function<Answer(CaseWriter&, bool& is_gone)>;

/// The file goes behind the commit, and only when its row let go of it: a file that is there is of
/// somebody's, and a row never lacks its file.
Change removing(Office& office, std::string name, Taking take) {
    auto const is_gone = std::make_shared<bool>(false);
    return {.run =
                [take = std::move(take), is_gone](CaseWriter& cases) {
                    *is_gone = false;
                    return take(cases, *is_gone);
                },
            .then =
                [&office, name = std::move(name), is_gone] {
                    if (*is_gone) office.files->remove(name);
                }};
}

Prepared settled(Office& office, Upload upload, AttachmentState from) {
    std::string name = upload.name;
    return Ready(removing(office, std::move(name),
                          [&office, from, upload = std::move(upload)](CaseWriter& cases, bool& is_gone) {
                              return settle(office, cases, upload, from, is_gone);
                          }));
}

/// RFC 8187: every octet but letters, digits and a few marks is written as hexadecimal digits.
std::string encoded_name(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";
    std::string encoded;
    for (char const character : name) {
        auto const octet = static_cast<unsigned char>(character);
        if (plain.find(character) != std::string_view::npos)
            encoded.push_back(character);
        else
            encoded.append({'%', digits[octet >> 4], digits[octet & 15]});
    }
    return encoded;
}

std::string why_it_is_missing(std::optional<Upload> const& upload) {
    return upload && upload->state == AttachmentState::Refused ? "refused" : "expired";
}

} // namespace

bool is_a_memory(Upload const& upload) { return is_lost(upload.state) && !upload.case_number; }

std::string generated_name() {
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string name(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(name.data(), name.size(), bytes.data(), bytes.size());
    name.pop_back();
    return name;
}

struct Receiving::Checking {
    Checksum checksum;
    std::string expected;
};

Receiving::Receiving(Office& office, CaseReader& cases, Request const& request, std::string_view name)
    : m_office(office), m_name(name) {
    m_refusal = begin(cases, request);
}

Receiving::~Receiving() = default;

std::optional<Response> Receiving::begin(CaseReader& cases, Request const& request) {
    if (auto refusal = tus::refused_version(request)) return refusal;
    if (!m_office.files) return unavailable({"no_files"});
    if (request.header("Content-Type") != tus::media_type) return problem(415, "unsupported_type");
    auto const found = cases.upload(m_name);
    if (!found) return unavailable(found.error());
    if (!*found || is_a_memory(**found)) return problem(404, "upload_not_found");
    m_upload = **found;
    auto const offset = tus::number_in(request, "Upload-Offset");
    if (!offset) return problem(400, "upload_offset_missing");
    if (m_upload->state != AttachmentState::Waiting)
        return *offset == m_upload->bytes ? progress(*m_upload, *offset) : problem(409, "offset_mismatch");
    if (auto refusal = begin_checking(request)) return refusal;
    auto const kept = m_checking ? UploadFiles::Bytes::KeptWhenKept : UploadFiles::Bytes::KeptAsTheyCome;
    auto writing = m_office.files->write(m_name, kept);
    if (!writing) return m_office.report(writing.error()), unavailable(writing.error());
    m_writing = std::move(writing).value();
    if (m_writing->size() == 0 && is_ended(cases)) return problem(404, "upload_not_found");
    if (m_writing->size() != *offset) return m_writing.reset(), problem(409, "offset_mismatch");
    if (*offset + tus::number_in(request, "Content-Length").value_or(0) > m_upload->bytes)
        return m_writing.reset(), problem(413, "too_large");
    return std::nullopt;
}

/// Between the look for its row and the hold on its file: then this hold has made the file anew, and nobody
/// else takes it away.
bool Receiving::is_ended(CaseReader& cases) {
    auto const found = cases.upload(m_name);
    if (!found || *found) return false;
    m_writing.reset();
    m_office.files->remove(m_name);
    return true;
}

/// "Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="
std::optional<Response> Receiving::begin_checking(Request const& request) {
    auto const header = request.header("Upload-Checksum");
    if (!header) return std::nullopt;
    auto const space = header->find(' ');
    auto checksum = Checksum::of(header->substr(0, space));
    auto expected = base64_decoded(space == std::string_view::npos ? "" : header->substr(space + 1));
    if (!checksum || !expected || expected->empty()) return problem(400, "unsupported_checksum");
    m_checking = std::make_unique<Checking>(Checking{*std::move(checksum), *std::move(expected)});
    return std::nullopt;
}

void Receiving::refuse(Error const& error) {
    m_writing.reset();
    bool const is_theirs = error.code == "taken_over";
    if (!is_theirs) m_office.report(error);
    m_refusal = is_theirs ? problem(409, "offset_mismatch") : unavailable(error);
}

void Receiving::put(std::string_view bytes) {
    if (m_refusal) return;
    if (m_writing->size() + static_cast<std::int64_t>(bytes.size()) > m_upload->bytes) {
        m_writing.reset();
        m_refusal = problem(413, "too_large");
        return;
    }
    if (m_checking) m_checking->checksum.put(bytes);
    if (auto const written = m_writing->append(bytes); !written) refuse(written.error());
}

Prepared Receiving::finish() {
    if (m_refusal) return Ready(*std::move(m_refusal));
    if (m_checking && m_checking->checksum.finish() != m_checking->expected) {
        m_writing->drop();
        return Ready(problem(460, "checksum_mismatch"));
    }
    if (auto const kept = m_writing->keep(); !kept) {
        refuse(kept.error());
        return Ready(*std::move(m_refusal));
    }
    std::int64_t const offset = m_writing->size();
    m_writing.reset();
    return offset < m_upload->bytes ? Prepared(Ready(progress(*m_upload, offset)))
                                    : settling(m_office, *m_upload);
}

Prepared settling(Office& office, Upload const& upload) {
    Upload whole = upload;
    auto const stored = office.scanner.empty() ? AttachmentState::Stored : AttachmentState::Checking;
    TRY(office.files->look_at(upload.name, [&](std::string_view content) {
        whole.digest = digest_of(content);
        bool const is_whole = static_cast<std::int64_t>(content.size()) == upload.bytes;
        whole.state = is_whole && is_acceptable(upload.kind, content) ? stored : AttachmentState::Broken;
    }));
    return settled(office, std::move(whole), AttachmentState::Waiting);
}

Prepared scanning(Office& office, Upload const& upload, std::stop_token const& stop) {
    std::string const content = TRY(office.files->content(upload.name));
    Upload looked_at = upload;
    Verdict const verdict = TRY(scanned(office.scanner, content, scan_patience, stop));
    looked_at.state = verdict == Verdict::Clean ? AttachmentState::Stored : AttachmentState::Refused;
    return settled(office, std::move(looked_at), AttachmentState::Checking);
}

Change forgetting(Office& office, Upload const& upload) {
    return removing(office, upload.name, [&office, upload](CaseWriter& cases, bool& is_gone) -> Answer {
        auto const now_there = TRY(cases.upload(upload.name));
        is_gone = now_there && *now_there == upload;
        if (is_gone && is_to_be_remembered(upload))
            TRY(cases.put_upload(remembered(upload, AttachmentState::Broken, office.now())));
        else if (is_gone)
            TRY(cases.forget_upload(upload.attachment));
        return Response{204, {}, {}};
    });
}

Result<std::optional<Response>> find_uploads(Office const& office, CaseReader& cases,
                                             Submission& submission) {
    Problems missing;
    for (Attachment& attachment : submission.attachments) {
        auto const upload = TRY(cases.upload_of(attachment.id));
        if (upload && upload->case_number)
            return std::optional(unprocessable({{"attachments.id", "invalid"}}));
        if (is_missed(office, attachment, upload) || (upload && is_a_memory(*upload)))
            missing.push_back({"attachments." + attachment.id.value, why_it_is_missing(upload)});
        attachment.state = upload ? upload->state : AttachmentState::Waiting;
        if (!upload) continue;
        attachment.kind = upload->kind;
        attachment.bytes = upload->bytes;
    }
    return missing.empty() ? std::optional<Response>() : unprocessable(std::move(missing));
}

Result<Done> claim_uploads(CaseWriter& cases, CaseNumber const& number, Submission const& submission,
                           Instant now) {
    for (Attachment const& attachment : submission.attachments) {
        Upload upload = TRY(cases.upload_of(attachment.id))
                            .value_or(Upload{.attachment = attachment.id,
                                             .name = generated_name(),
                                             .title = attachment.name,
                                             .kind = attachment.kind,
                                             .bytes = attachment.bytes});
        upload.case_number = number;
        upload.expires_at = now + life_in_a_case;
        TRY(cases.put_upload(upload));
    }
    return Done{};
}

Answer attachment_answer(Office& office, CaseReader& cases, Case const& subject, AttachmentId const& id) {
    Attachment const* const attachment = find_attachment(subject.submission.attachments, id);
    auto const upload = attachment ? TRY(cases.upload_of(id)) : std::nullopt;
    if (!upload || upload->case_number != subject.number || is_lost(upload->state))
        return problem(404, "attachment_not_found");
    if (upload->state != AttachmentState::Stored || !office.files) return problem(409, "attachment_waiting");
    Response response{200,
                      {{"Content-Type", std::string(name_of(upload->kind))},
                       {"Content-Disposition", "attachment; filename*=UTF-8''" +
                                                   encoded_name(named_as(upload->kind, attachment->name))},
                       {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"},
                       {"Cache-Control", "no-store"}},
                      {}};
    response.file = TRY(SentFile::open(office.files->path(upload->name)));
    return response;
}

} // namespace huiyin::server
