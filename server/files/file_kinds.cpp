#include "server/files/file_kinds.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace huiyin::server {

namespace {

/// Reads numbers out of bytes; beyond the end everything is 0 and the reader says so.
class Bytes {
public:
    explicit Bytes(std::string_view content) : m_content(content) {}

    std::uint64_t big(std::size_t at, std::size_t count) const { return number(at, count, false); }
    std::uint64_t little(std::size_t at, std::size_t count) const { return number(at, count, true); }
    bool has(std::size_t at, std::size_t count) const {
        return at <= m_content.size() && count <= m_content.size() - at;
    }
    std::string_view text(std::size_t at, std::size_t count) const {
        return has(at, count) ? m_content.substr(at, count) : std::string_view();
    }
    std::size_t size() const { return m_content.size(); }

private:
    std::uint64_t number(std::size_t at, std::size_t count, bool is_little) const {
        std::uint64_t value = 0;
        if (!has(at, count)) return 0;
        for (std::size_t index = 0; index < count; ++index) {
            std::size_t const place = is_little ? count - 1 - index : index;
            value = value << 8 | static_cast<unsigned char>(m_content[at + place]);
        }
        return value;
    }

    std::string_view m_content;
};

PictureSize size_from(std::uint64_t width, std::uint64_t height) {
    return {static_cast<std::int64_t>(width), static_cast<std::int64_t>(height)};
}

/// ISO/IEC 14496-12, 4.3: the brands of a file that begins with the box "ftyp".
std::optional<FileKind> kind_of_brand(std::string_view brand) {
    constexpr std::string_view still[] = {"heic", "heix", "heim", "heis", "mif1", "msf1", "hevc"};
    if (std::find(std::begin(still), std::end(still), brand) != std::end(still)) return FileKind::Heic;
    if (brand == "qt  ") return FileKind::Mov;
    constexpr std::string_view film[] = {"iso", "mp4", "M4V", "avc", "dash", "3gp", "MSNV"};
    bool const is_film = std::any_of(std::begin(film), std::end(film),
                                     [&](std::string_view start) { return brand.starts_with(start); });
    return is_film ? std::optional(FileKind::Mp4) : std::nullopt;
}

bool is_start_of_frame(std::uint64_t marker) {
    // ITU-T T.81, table B.1: C4, C8 and CC lie between them and are something else.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// ITU-T T.81, B.2: segments one after the other until the one that says how large the frame is.
std::optional<PictureSize> jpeg_size(Bytes const& bytes) {
    std::size_t at = 2;
    while (bytes.has(at, 4) && bytes.big(at, 1) == 0xFF) {
        std::uint64_t const marker = bytes.big(at + 1, 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (is_start_of_frame(marker) && bytes.has(at, 9))
            return size_from(bytes.big(at + 7, 2), bytes.big(at + 5, 2));
        if (marker == 0xD9 || marker == 0xDA) return std::nullopt;
        at += 2 + static_cast<std::size_t>(bytes.big(at + 2, 2));
    }
    return std::nullopt;
}

std::optional<PictureSize> png_size(Bytes const& bytes) {
    if (bytes.text(12, 4) != "IHDR" || !bytes.has(16, 8)) return std::nullopt;
    return size_from(bytes.big(16, 4), bytes.big(20, 4));
}

/// WebP container specification and RFC 6386, 9.1: three ways to begin.
std::optional<PictureSize> webp_size(Bytes const& bytes) {
    std::string_view const chunk = bytes.text(12, 4);
    if (!bytes.has(20, 10)) return std::nullopt;
    if (chunk == "VP8X") return size_from(bytes.little(24, 3) + 1, bytes.little(27, 3) + 1);
    if (chunk == "VP8 ") return size_from(bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF);
    if (chunk != "VP8L") return std::nullopt;
    std::uint64_t const bits = bytes.little(21, 4);
    return size_from((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
}

/// What a box of an ISO file has in it, within the bytes of its parent.
std::string_view box_in(std::string_view parent, std::string_view name) {
    Bytes const bytes(parent);
    for (std::size_t at = 0; bytes.has(at, 8);) {
        std::uint64_t const size = bytes.big(at, 4);
        std::uint64_t const length = size == 0 ? parent.size() - at : size;
        if (length < 8 || !bytes.has(at, static_cast<std::size_t>(length))) return {};
        if (bytes.text(at + 4, 4) == name) return parent.substr(at + 8, static_cast<std::size_t>(length) - 8);
        at += static_cast<std::size_t>(length);
    }
    return {};
}

/// ISO/IEC 23008-12, 6.5.3: the largest of the pictures in the file, whose sizes are its properties.
std::optional<PictureSize> heic_size(std::string_view content) {
    std::string_view const meta = box_in(content, "meta");
    if (meta.size() < 4) return std::nullopt;
    std::string_view properties = box_in(box_in(meta.substr(4), "iprp"), "ipco");
    PictureSize largest;
    for (std::size_t at = properties.find("ispe"); at != std::string_view::npos;
         at = properties.find("ispe", at + 4)) {
        Bytes const bytes(properties.substr(at));
        PictureSize const size = size_from(bytes.big(8, 4), bytes.big(12, 4));
        // No camera makes such a side; the product of two would not fit.
        constexpr std::int64_t longest_side = 65'535;
        if (size.width > longest_side || size.height > longest_side) return std::nullopt;
        if (size.width * size.height > largest.width * largest.height) largest = size;
    }
    return largest == PictureSize{} ? std::nullopt : std::optional(largest);
}

bool is_picture(FileKind kind) {
    return kind == FileKind::Jpeg || kind == FileKind::Png || kind == FileKind::Webp ||
           kind == FileKind::Heic;
}

/// A telephone writes films of either kind under either name.
bool are_alike(FileKind one, FileKind other) {
    auto const is_film = [](FileKind kind) { return kind == FileKind::Mp4 || kind == FileKind::Mov; };
    return one == other || (is_film(one) && is_film(other));
}

/// The first is the usual one.
std::vector<std::string_view> endings_of(FileKind kind) {
    switch (kind) {
    case FileKind::Jpeg: return {".jpg", ".jpeg", ".jfif"};
    case FileKind::Png: return {".png"};
    case FileKind::Webp: return {".webp"};
    case FileKind::Heic: return {".heic", ".heif"};
    case FileKind::Pdf: return {".pdf"};
    case FileKind::Mp4: return {".mp4", ".m4v"};
    case FileKind::Webm: return {".webm"};
    case FileKind::Mov: return {".mov", ".qt"};
    }
    return {""};
}

/// In whichever letters.
bool ends_with(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char small, char letter) {
                          return small == std::tolower(static_cast<unsigned char>(letter));
                      });
}

} // namespace

std::optional<FileKind> kind_of(std::string_view content) {
    using namespace std::string_view_literals;
    Bytes const bytes(content);
    if (content.starts_with("\xFF\xD8\xFF"sv)) return FileKind::Jpeg;
    if (content.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileKind::Png;
    if (content.starts_with("RIFF"sv) && bytes.text(8, 4) == "WEBP") return FileKind::Webp;
    if (content.starts_with("%PDF-"sv)) return FileKind::Pdf;
    bool const is_matroska = content.starts_with("\x1A\x45\xDF\xA3"sv);
    if (is_matroska && content.substr(0, 64).find("webm") != std::string_view::npos) return FileKind::Webm;
    if (bytes.text(4, 4) == "ftyp") return kind_of_brand(bytes.text(8, 4));
    return std::nullopt;
}

std::optional<PictureSize> picture_size(FileKind kind, std::string_view content) {
    switch (kind) {
    case FileKind::Jpeg: return jpeg_size(Bytes(content));
    case FileKind::Png: return png_size(Bytes(content));
    case FileKind::Webp: return webp_size(Bytes(content));
    case FileKind::Heic: return heic_size(content);
    default: return std::nullopt;
    }
}

bool is_acceptable(FileKind kind, std::string_view content) {
    auto const found = kind_of(content);
    if (!found || !are_alike(*found, kind)) return false;
    if (!is_picture(kind)) return true;
    constexpr std::int64_t longest_side = 65'535;
    auto const size = picture_size(kind, content);
    if (!size || size->width <= 0 || size->height <= 0) return false;
    bool const is_within = size->width <= longest_side && size->height <= longest_side;
    return is_within && size->width * size->height <= most_pixels;
}

std::string named_as(FileKind kind, std::string name) {
    auto const endings = endings_of(kind);
    bool const has_one = std::any_of(endings.begin(), endings.end(),
                                     [&](std::string_view ending) { return ends_with(name, ending); });
    return has_one ? name : name.append(endings.front());
}

} // namespace huiyin::server
