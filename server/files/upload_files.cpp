#include "server/files/upload_files.h"

#include "server/files/file_error.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace huiyin::server {

namespace fs = std::filesystem;

struct UploadFiles::Held {
    std::string name;
    std::mutex mutex;
    int file = -1;
    std::int64_t start = 0;
    std::int64_t size = 0;
    Bytes bytes = Bytes::KeptAsTheyCome;
    bool is_over = false;

    Held(std::string called, Bytes kept) : name(std::move(called)), bytes(kept) {}
    Held(Held const&) = delete;
    Held& operator=(Held const&) = delete;
    ~Held() {
        if (file >= 0) close(file);
    }

    void drop() {
        if (size > start && ftruncate(file, start) == 0) size = start;
    }
    void end() {
        std::lock_guard const lock(mutex);
        if (!is_over && bytes == Bytes::KeptWhenKept) drop();
        is_over = true;
    }
};

namespace {

Error taken_over() { return {"taken_over"}; }

std::int64_t size_of(int file) {
    struct stat found {};
    return fstat(file, &found) == 0 ? found.st_size : 0;
}

} // namespace

Result<std::unique_ptr<UploadFiles>> UploadFiles::open(std::string folder, Sync sync) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return Error{"data_unusable", folder + ": " + error.message()};
    return std::unique_ptr<UploadFiles>(new UploadFiles(std::move(folder), std::move(sync)));
}

bool UploadFiles::is_synced(int file) { return fdatasync(file) == 0; }

/// In the order in which they come, each behind the end of the one before: two who came at once would both
/// append. Under what is given back, whoever comes next waits.
std::unique_lock<std::mutex> UploadFiles::take_over(std::shared_ptr<Held> const& held) {
    std::unique_lock turn(held->mutex);
    std::shared_ptr<Held> former;
    {
        std::lock_guard const lock(m_mutex);
        former = std::exchange(m_held[held->name], held);
    }
    if (former) former->end();
    return turn;
}

Result<Done> UploadFiles::bring_to_the_disk(int file) const {
    int const folder = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const is_there = m_sync(file) && folder >= 0 && fsync(folder) == 0;
    Error const error = unusable(m_folder);
    if (folder >= 0) close(folder);
    return is_there ? Result<Done>(Done{}) : error;
}

Result<std::unique_ptr<UploadFiles::Writing>> UploadFiles::write(std::string const& name, Bytes bytes) {
    std::error_code unknown;
    if (fs::space(m_folder, unknown).available < m_left_to_the_cases)
        return Error{"no_room",
                     "files wait until the disk has more room; what is left of it is for the cases"};
    auto writing = std::make_unique<Writing>(*this, name, bytes);
    Held& held = *writing->m_held;
    auto const turn = take_over(writing->m_held);
    held.file = ::open(path(name).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (held.file < 0) return unusable(path(name));
    held.start = held.size = size_of(held.file);
    return writing;
}

Result<std::int64_t> UploadFiles::size(std::string const& name) {
    Writing const nobody_elses(*this, name, Bytes::KeptAsTheyCome);
    auto const turn = take_over(nobody_elses.m_held);
    int const file = ::open(path(name).c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno == ENOENT ? Result<std::int64_t>(std::int64_t{0}) : unusable(path(name));
    std::int64_t const size = size_of(file);
    // A connection that broke left bytes that nobody has been told of yet.
    auto const kept = bring_to_the_disk(file);
    close(file);
    if (!kept) return kept.error();
    return size;
}

Result<std::string> UploadFiles::content(std::string const& name) const {
    std::ifstream stream(path(name), std::ios::binary);
    if (!stream) return unusable(path(name));
    std::string content(std::istreambuf_iterator<char>(stream), {});
    return stream.bad() ? Result<std::string>(unusable(path(name))) : std::move(content);
}

Result<Done> UploadFiles::look_at(std::string const& name,
                                  std::function<void(std::string_view content)> const& look) {
    m_looking.acquire();
    auto const whole = content(name);
    if (whole) look(*whole);
    m_looking.release();
    return whole ? Result<Done>(Done{}) : whole.error();
}

bool UploadFiles::has(std::string const& name) const {
    std::error_code ignored;
    return fs::is_regular_file(path(name), ignored);
}

bool UploadFiles::is_being_written(std::string const& name) const {
    std::lock_guard const lock(m_mutex);
    return m_held.count(name) > 0;
}

void UploadFiles::remove(std::string const& name) {
    Writing const nobody_elses(*this, name, Bytes::KeptAsTheyCome);
    auto const turn = take_over(nobody_elses.m_held);
    std::error_code ignored;
    fs::remove(path(name), ignored);
}

bool UploadFiles::has_all(std::string const& name, std::int64_t bytes) const {
    std::error_code not_there;
    auto const size = fs::file_size(path(name), not_there);
    return !not_there && static_cast<std::int64_t>(size) == bytes;
}

std::vector<std::string> UploadFiles::names() const {
    std::vector<std::string> names;
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(m_folder, ignored))
        names.push_back(entry.path().filename().string());
    return names;
}

UploadFiles::Writing::Writing(UploadFiles& files, std::string const& name, Bytes bytes)
    : m_files(files), m_held(std::make_shared<Held>(name, bytes)) {}

UploadFiles::Writing::~Writing() {
    m_held->end();
    std::lock_guard const lock(m_files.m_mutex);
    auto const found = m_files.m_held.find(m_held->name);
    if (found != m_files.m_held.end() && found->second == m_held) m_files.m_held.erase(found);
}

std::int64_t UploadFiles::Writing::size() const {
    std::lock_guard const lock(m_held->mutex);
    return m_held->size;
}

Result<Done> UploadFiles::Writing::append(std::string_view bytes) {
    std::lock_guard const lock(m_held->mutex);
    if (m_held->is_over) return taken_over();
    while (!bytes.empty()) {
        ssize_t const written = ::write(m_held->file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return unusable("an upload");
        bytes.remove_prefix(static_cast<std::size_t>(written));
        m_held->size += written;
    }
    return Done{};
}

Result<Done> UploadFiles::Writing::keep() {
    std::lock_guard const lock(m_held->mutex);
    if (m_held->is_over) return taken_over();
    auto const kept = m_files.bring_to_the_disk(m_held->file);
    // What a disk has failed to take may be gone although it can still be read.
    if (!kept)
        m_held->drop();
    else
        m_held->start = m_held->size;
    return kept;
}

void UploadFiles::Writing::drop() {
    std::lock_guard const lock(m_held->mutex);
    if (!m_held->is_over) m_held->drop();
}

} // namespace huiyin::server
