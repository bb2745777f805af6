#include "server/store/upload_rows.h"

#include "server/store/case_order.h"

#include <algorithm>
#include <cstring>

namespace huiyin::server {

std::string uploads_where(std::string_view which) {
    std::string sql =
        "SELECT attachment, name, case_id, title, kind, bytes, state, metadata, expires_at, digest "
        "FROM uploads";
    return which.empty() ? sql : sql.append(" WHERE ").append(which);
}

Result<Upload> upload_in(Running const& row) {
    auto const kind = named<FileKind>(row.text(4));
    auto const state = named<AttachmentState>(row.text(6));
    if (!kind || !state)
        return Error{"store_unavailable", "damaged: an upload is of a kind or in a state that there is not"};
    Upload upload{.attachment = {std::string(row.text(0))},
                  .name = std::string(row.text(1)),
                  .title = std::string(row.text(3)),
                  .kind = *kind,
                  .bytes = row.integer(5),
                  .state = *state,
                  .metadata = std::string(row.text(7)),
                  .expires_at = Instant{row.integer(8)}};
    if (!row.is_null(2)) upload.case_number = number_of(row.integer(2));
    if (row.is_null(9)) return upload;
    std::string_view const digest = row.text(9);
    upload.digest.emplace();
    std::memcpy(upload.digest->data(), digest.data(), std::min(digest.size(), upload.digest->size()));
    return upload;
}

} // namespace huiyin::server
