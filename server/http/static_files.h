#pragma once

#include "core/base/result.h"
#include "core/protocol/http.h"
#include "server/http/response_head.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// A static answer: its bytes belong to the StaticFiles that gave it.
struct StaticAnswer {
    int status = 200;
    std::vector<protocol::Header> headers;
    std::string_view body;
};

/// The portal's files, read into memory at start. A path is looked up in a list, so that nothing outside of
/// the folder can be named.
class StaticFiles {
public:
    /// None at all: every portal route says that the portal is not built in.
    StaticFiles() = default;
    /// `name`, `name.br` and `name.gz` are one file in three encodings. A route of the portal is answered by
    /// its own page in the reader's language where there is one ("track.ar.html", "index.en.html" for "/"),
    /// else by shell.html; "track.ar.html.style" and "track.ar.html.script" name for its policy what stands
    /// in that page itself. Error: web_unusable.
    static Result<StaticFiles> load(std::string const& folder);

    /// GET or HEAD of a path that is no call of the API.
    StaticAnswer answer(protocol::Request const& request) const;

private:
    struct Encoded {
        std::string bytes;
        std::string etag;
    };
    struct File {
        std::string type;
        bool is_hashed = false;
        /// Of a page that stands in one language.
        std::string language = {};
        InlineSources inline_sources = {};
        Encoded identity;
        Encoded brotli;
        Encoded gzip;
    };

    void pair_pages_with_sources();
    File const* page_in_language(std::string_view path, protocol::Request const& request) const;
    StaticAnswer answer_with(File const& file, int status, protocol::Request const& request) const;

    std::map<std::string, File, std::less<>> m_files;
};

/// A path that the portal has a screen for.
bool is_portal_route(std::string_view path);

} // namespace huiyin::server
