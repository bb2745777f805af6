// Whatever an upload says of itself and whatever its bytes are: a value or a refusal, from every reader.
#include "server/api/tus.h"
#include "server/files/checksum.h"
#include "server/files/file_kinds.h"
#include "tests/fuzz/fuzz.h"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text = fuzz::text_of(data, size);
    (void)server::tus::metadata_in(text);
    (void)server::tus::is_for_uploads(text);
    (void)server::base64_decoded(text);
    protocol::Request request;
    request.headers.push_back({"Upload-Offset", std::string(text)});
    if (auto const offset = server::tus::number_in(request, "Upload-Offset")) fuzz::holds(*offset >= 0);
    if (auto const kind = server::kind_of(text)) {
        auto const picture = server::picture_size(*kind, text);
        bool const is_accepted = server::is_acceptable(*kind, text);
        if (is_accepted && picture) fuzz::holds(picture->width * picture->height <= server::most_pixels);
    }
    return 0;
}
