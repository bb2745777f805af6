#include "server/files/upload_files.h"

#include "server/files/file_error.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server {

namespace fs = std::filesystem;

struct UploadFiles::Held {
    std::mutex mutex;
    int file = -1;
    std::int64_t start = 0;
    std::int64_t size = 0;
    Bytes bytes = Bytes::KeptAsTheyCome;
    bool is_over = false;

    Held(int opened, std::int64_t has, Bytes kept) : file(opened), start(has), size(has), bytes(kept) {}
    Held(Held const&) = delete;
    Held& operator=(Held const&) = delete;
    ~Held() { close(file); }

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

Result<std::unique_ptr<UploadFiles>> UploadFiles::open(std::string folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return Error{"data_unusable", folder + ": " + error.message()};
    return std::unique_ptr<UploadFiles>(new UploadFiles(std::move(folder)));
}

void UploadFiles::end_writing(std::string const& name) {
    std::lock_guard const lock(m_mutex);
    end_held(name);
}

void UploadFiles::end_held(std::string const& name) {
    auto const found = m_held.find(name);
    if (found == m_held.end()) return;
    found->second->end();
    m_held.erase(found);
}

Result<Done> UploadFiles::bring_to_the_disk(int file) const {
    int const folder = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const is_there = fdatasync(file) == 0 && folder >= 0 && fsync(folder) == 0;
    Error const error = unusable(m_folder);
    if (folder >= 0) close(folder);
    return is_there ? Result<Done>(Done{}) : error;
}

Result<std::unique_ptr<UploadFiles::Writing>> UploadFiles::write(std::string const& name, Bytes bytes) {
    // In one: two who come at once would both append.
    std::lock_guard const lock(m_mutex);
    end_held(name);
    int const file = ::open(path(name).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return unusable(path(name));
    auto held = std::make_shared<Held>(file, size_of(file), bytes);
    m_held[name] = held;
    return std::make_unique<Writing>(*this, std::move(held));
}

Result<std::int64_t> UploadFiles::size(std::string const& name) {
    end_writing(name);
    int const file = ::open(path(name).c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno == ENOENT ? Result<std::int64_t>(std::int64_t{0}) : unusable(path(name));
    // A connection that broke left bytes that nobody has been told of yet.
    auto const kept = bring_to_the_disk(file);
    std::int64_t const size = size_of(file);
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
    std::lock_guard const lock(m_looking);
    std::string const whole = TRY(content(name));
    look(whole);
    return Done{};
}

bool UploadFiles::has(std::string const& name) const {
    std::error_code ignored;
    return fs::is_regular_file(path(name), ignored);
}

void UploadFiles::remove(std::string const& name) {
    end_writing(name);
    std::error_code ignored;
    fs::remove(path(name), ignored);
}

std::vector<std::string> UploadFiles::names() const {
    std::vector<std::string> names;
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(m_folder, ignored))
        names.push_back(entry.path().filename().string());
    return names;
}

UploadFiles::Writing::~Writing() {
    m_held->end();
    std::lock_guard const lock(m_files.m_mutex);
    std::erase_if(m_files.m_held, [this](auto const& item) { return item.second == m_held; });
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
