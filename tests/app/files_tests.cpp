#include "core/screens/files_view.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::screens::tests {

namespace {

using Keys = std::vector<std::string>;

Attachment file(FileKind kind) { return {{std::string(32, 'a')}, "a", kind, 700'000}; }

Keys told(FileState const& state, FileKind kind = FileKind::Jpeg) {
    ui::SummaryItem const item = checked_file(file(kind), {{file(kind).id, state}});
    Keys keys;
    for (i18n::Text const& text : item.details)
        keys.push_back(text.key());
    if (!item.failure.empty()) keys.push_back(item.failure.key());
    return keys;
}

} // namespace

BOOST_AUTO_TEST_SUITE(files_tests)

BOOST_AUTO_TEST_CASE(before_a_case_is_sent_each_picture_tells_what_it_says_of_its_place) {
    FileState state{.has_metadata = true, .is_ready = true, .chosen_bytes = 9'000'000};
    BOOST_TEST((told(state) == Keys{"attachments.shrunk", "attachments.metadata.without"}));
    state.keeps_metadata = true;
    state.chosen_bytes = 700'000;
    BOOST_TEST((told(state) == Keys{"attachments.as_sent", "attachments.metadata.with"}));
    state.has_metadata = false;
    BOOST_TEST((told(state) == Keys{"attachments.as_sent", "attachments.metadata.without"}));
}

BOOST_AUTO_TEST_CASE(nothing_is_said_of_a_picture_before_it_is_made_ready) {
    BOOST_TEST((told({.chosen_bytes = 9'000'000}) == Keys{"attachments.as_sent"}));
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_goes_with_everything_in_it) {
    for (FileKind const kind : {FileKind::Pdf, FileKind::Mp4, FileKind::Webm, FileKind::Mov})
        BOOST_TEST((told({}, kind) == Keys{"attachments.as_sent", "attachments.as_is"}));
}

BOOST_AUTO_TEST_CASE(of_a_file_that_does_not_go_its_fate_is_told_instead) {
    BOOST_TEST((told({.status = FileStatus::Failed}) == Keys{"attachments.failed"}));
    BOOST_TEST((told({.status = FileStatus::Unfit}) == Keys{"attachments.problem.unfit"}));
}

BOOST_AUTO_TEST_CASE(how_a_file_fares_is_told_only_where_somebody_knows) {
    Attachment picture = file(FileKind::Jpeg);
    auto const listed = [&](FileStates const& states) { return listed_files({picture}, states).at(0); };
    BOOST_TEST(listed({}).title == "a");
    BOOST_TEST(!listed({}).share.has_value());
    BOOST_TEST(listed({}).note.empty());
    ui::ListedFile const paused = listed({{picture.id, {.status = FileStatus::Paused, .share = 0.5F}}});
    BOOST_TEST(paused.share.value() == 0.5F);
    BOOST_TEST(paused.note.key() == "attachments.paused");
    picture.state = AttachmentState::Stored;
    BOOST_TEST(listed({}).share.value() == 1.F);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::screens::tests
