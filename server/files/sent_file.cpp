#include "server/files/sent_file.h"

#include "server/files/file_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server {

Result<std::shared_ptr<SentFile>> SentFile::open(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return unusable(path);
    struct stat found {};
    if (fstat(file, &found) == 0)
        return std::shared_ptr<SentFile>(new SentFile(file, static_cast<std::size_t>(found.st_size)));
    Error const error = unusable(path);
    close(file);
    return error;
}

SentFile::~SentFile() { close(m_file); }

Result<std::size_t> SentFile::read(std::span<char> piece) {
    std::size_t filled = 0;
    while (filled < piece.size()) {
        ssize_t const count = ::read(m_file, piece.data() + filled, piece.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unusable("a file that is sent");
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

} // namespace huiyin::server
