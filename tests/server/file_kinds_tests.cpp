#include "server/files/file_kinds.h"
#include "tests/server/support/pictures.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

using namespace std::string_literals;

std::string box(std::string const& name, std::string const& content) {
    std::size_t const size = content.size() + 8;
    return "\0\0"s + static_cast<char>(size >> 8) + static_cast<char>(size & 0xFF) + name + content;
}

std::string jpeg(std::string const& before_the_frame = {}) {
    return "\xFF\xD8"s + before_the_frame + "\xFF\xC0\0\x11\x08\x01\x2C\x01\x90\x03"s;
}

std::string heic() {
    std::string const ispe = box("ispe", "\0\0\0\0\0\0\x0F\xC0\0\0\x0B\xD0"s);
    return box("ftyp", "heic\0\0\0\0mif1"s) + box("meta", "\0\0\0\0"s + box("iprp", box("ipco", ispe)));
}

std::string webp(std::string const& chunk, std::string const& content) {
    return "RIFF\0\0\0\0WEBP"s + chunk + "\0\0\0\0"s + content;
}

} // namespace

BOOST_AUTO_TEST_SUITE(file_kinds_tests)

BOOST_AUTO_TEST_CASE(a_file_is_what_its_first_bytes_say) {
    BOOST_TEST(*kind_of("\xFF\xD8\xFF\xE0"s) == FileKind::Jpeg);
    BOOST_TEST(*kind_of(png(40)) == FileKind::Png);
    BOOST_TEST(*kind_of(webp("VP8X", "")) == FileKind::Webp);
    BOOST_TEST(*kind_of(heic()) == FileKind::Heic);
    BOOST_TEST(*kind_of("%PDF-1.7") == FileKind::Pdf);
    BOOST_TEST(*kind_of(box("ftyp", "isom")) == FileKind::Mp4);
    BOOST_TEST(*kind_of(box("ftyp", "qt  ")) == FileKind::Mov);
    BOOST_TEST(*kind_of("\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm"s) == FileKind::Webm);
    for (auto const& other :
         {"<svg xmlns="s, "<!DOCTYPE html>"s, "MZ"s, "PK\3\4"s, "GIF89a"s, ""s, "\xFF"s, box("ftyp", "crx ")})
        BOOST_TEST(!kind_of(other).has_value());
}

BOOST_AUTO_TEST_CASE(the_size_of_a_picture_is_read_from_its_head) {
    BOOST_TEST((picture_size(FileKind::Jpeg, jpeg()) == PictureSize{400, 300}));
    BOOST_TEST((picture_size(FileKind::Jpeg, jpeg("\xFF\xE1\0\x06"
                                                  "Exif"s)) == PictureSize{400, 300}));
    BOOST_TEST((picture_size(FileKind::Png, png(40, 70'000, 2)) == PictureSize{70'000, 2}));
    BOOST_TEST(
        (picture_size(FileKind::Webp, webp("VP8X", "\0\0\0\0\x8F\1\0\x2B\1\0"s)) == PictureSize{400, 300}));
    BOOST_TEST((picture_size(FileKind::Webp, webp("VP8 ", "\0\0\0\x9D\1\x2A\x90\1\x2C\1"s)) ==
                PictureSize{400, 300}));
    BOOST_TEST((picture_size(FileKind::Webp, webp("VP8L", "\x2F\x8F\xC1\x4A\0\0\0\0\0\0"s)) ==
                PictureSize{400, 300}));
    BOOST_TEST((picture_size(FileKind::Heic, heic()) == PictureSize{4032, 3024}));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_what_it_was_sent_as_is_refused) {
    BOOST_TEST(is_acceptable(FileKind::Png, png(100)));
    BOOST_TEST(!is_acceptable(FileKind::Jpeg, png(100)));
    BOOST_TEST(!is_acceptable(FileKind::Pdf, "<script>%PDF-1.7"));
    BOOST_TEST(is_acceptable(FileKind::Mov, box("ftyp", "isom")));
}

BOOST_AUTO_TEST_CASE(a_flood_of_pixels_and_a_picture_of_nothing_are_refused) {
    BOOST_TEST(is_acceptable(FileKind::Png, png(100, 10'000, 10'000)));
    BOOST_TEST(!is_acceptable(FileKind::Png, png(100, 10'000, 10'001)));
    BOOST_TEST(!is_acceptable(FileKind::Png, png(100, 4'000'000'000U, 4'000'000'000U)));
    BOOST_TEST(!is_acceptable(FileKind::Png, png(100, 0, 30)));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_off_anywhere_is_read_no_further) {
    for (auto const& whole : {jpeg(), png(40), heic(), webp("VP8X", "\0\0\0\0\x8F\1\0\x2B\1\0"s),
                              webp("VP8L", "\x2F\x8F\xC1\x4A\0\0\0\0\0\0"s)})
        for (std::size_t size = 0; size < whole.size(); ++size)
            for (FileKind kind : {FileKind::Jpeg, FileKind::Png, FileKind::Webp, FileKind::Heic})
                (void)is_acceptable(kind, whole.substr(0, size));
    BOOST_TEST(!is_acceptable(FileKind::Jpeg, jpeg().substr(0, 8)));
    BOOST_TEST(!is_acceptable(FileKind::Heic, heic().substr(0, 60)));
    // A side whose product with another is beyond 64 bits.
    std::string huge = heic();
    huge.replace(huge.find("ispe") + 8, 8, 8, '\xFF');
    BOOST_TEST(!is_acceptable(FileKind::Heic, huge));
}

BOOST_AUTO_TEST_CASE(a_name_has_an_ending_of_its_kind) {
    BOOST_TEST(named_as(FileKind::Jpeg, "IMG.JPEG") == "IMG.JPEG");
    BOOST_TEST(named_as(FileKind::Pdf, "合同.pdf") == "合同.pdf");
    BOOST_TEST(named_as(FileKind::Pdf, "bill.pdf.exe") == "bill.pdf.exe.pdf");
    BOOST_TEST(named_as(FileKind::Png, "照片") == "照片.png");
    BOOST_TEST(named_as(FileKind::Heic, "") == ".heic");
    for (auto const& [kind, type] : Names<FileKind>::all)
        BOOST_TEST(named_as(kind, "page.html") != "page.html", type);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
