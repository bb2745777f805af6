// Whatever body comes: every reader gives a value or a reason, and what was read can be written and read
// again.
#include "core/protocol/json_value.h"
#include "core/protocol/messages.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/every_reader.h"

using namespace huiyin;
using namespace huiyin::protocol;

namespace {

void read_as_submission(std::string_view text) {
    auto const read = read_submission(text);
    auto const* submission = std::get_if<Submission>(&read);
    // Nobody submits from before the epoch; such times are refused when the submission is checked.
    if (!submission || (submission->occurred_at && *submission->occurred_at < Instant{})) return;
    auto const again = read_submission(write_submission(*submission));
    fuzz::holds(std::holds_alternative<Submission>(again) && std::get<Submission>(again) == *submission);
}

void read_as_draft(std::string_view text) {
    auto const draft = read_draft(text);
    if (draft) fuzz::holds(read_draft(write_draft(*draft)) == draft);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text = fuzz::text_of(data, size);
    (void)json::parse(text);
    read_as_submission(text);
    read_as_draft(text);
    tests::read_every_way(text);
    return 0;
}
