#include "tests/server/support/disk.h"

#include <algorithm>
#include <fstream>
#include <new>
#include <sqlite3.h>

namespace huiyin::server::tests {

namespace {

constexpr std::size_t sector = 512;

Disk* disk_in_use = nullptr;

/// A file of SQLite's own disk with its name; the file itself stands behind it in memory.
struct Watched {
    sqlite3_file base = {};
    std::string name = {};

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

Watched& watched(sqlite3_file* file) { return *reinterpret_cast<Watched*>(file); }
sqlite3_file* real(sqlite3_file* file) { return watched(file).real(); }

std::string name_of(char const* path) {
    return path ? std::filesystem::path(path).filename().string() : std::string();
}

void write_at(std::string& content, std::int64_t offset, std::string_view bytes) {
    auto const begin = static_cast<std::size_t>(offset);
    if (content.size() < begin + bytes.size()) content.resize(begin + bytes.size());
    content.replace(begin, bytes.size(), bytes);
}

/// Which sectors are kept is always the same, so that a fault comes back.
void write_scattered(std::string& content, std::int64_t offset, std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += sector) {
        auto const place = static_cast<std::size_t>(offset) + at;
        bool const is_kept = (place / sector * 2'654'435'761U >> 7U) % 2 == 0;
        if (is_kept) write_at(content, static_cast<std::int64_t>(place), bytes.substr(at, sector));
    }
}

std::string_view first_half(std::string_view bytes) {
    return bytes.substr(0, bytes.size() / 2 / sector * sector);
}

} // namespace

/// What SQLite calls.
struct DiskHooks {
    using Kind = Disk::Kind;

    static bool refuses(bool is_read, bool is_sync) {
        return disk_in_use && disk_in_use->is_refused(is_read, is_sync);
    }
    static void note(Kind kind, std::string file, std::int64_t offset = 0, std::string bytes = {}) {
        if (disk_in_use) disk_in_use->m_deeds.push_back({kind, std::move(file), offset, std::move(bytes)});
    }
    static int code_of(Trouble trouble) {
        switch (trouble) {
        case Trouble::Full: return SQLITE_FULL;
        case Trouble::WriteError: return SQLITE_IOERR_WRITE;
        case Trouble::SyncError: return SQLITE_IOERR_FSYNC;
        case Trouble::ReadError: return SQLITE_IOERR_READ;
        }
        return SQLITE_IOERR;
    }
    static int trouble() { return code_of(disk_in_use->m_trouble); }

    static int close(sqlite3_file* file) {
        int const outcome = real(file)->pMethods->xClose(real(file));
        watched(file).~Watched();
        return outcome;
    }
    static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
        if (refuses(true, false)) return trouble();
        return real(file)->pMethods->xRead(real(file), bytes, size, offset);
    }
    static int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 offset) {
        if (refuses(false, false)) return trouble();
        note(Kind::Write, watched(file).name, offset,
             {static_cast<char const*>(bytes), static_cast<std::size_t>(size)});
        return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        note(Kind::Truncate, watched(file).name, size);
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    /// The files under a test need not outlive the machine.
    static int sync(sqlite3_file* file, int) {
        if (refuses(false, true)) return trouble();
        note(Kind::Sync, watched(file).name);
        return SQLITE_OK;
    }
    static int file_size(sqlite3_file* file, sqlite3_int64* size) {
        return real(file)->pMethods->xFileSize(real(file), size);
    }
    static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
    static int unlock(sqlite3_file* file, int level) {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int is_reserved(sqlite3_file* file, int* answer) {
        return real(file)->pMethods->xCheckReservedLock(real(file), answer);
    }
    static int control(sqlite3_file* file, int operation, void* argument) {
        return real(file)->pMethods->xFileControl(real(file), operation, argument);
    }
    static int sector_size(sqlite3_file*) { return static_cast<int>(sector); }
    static int traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
    static int share_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
        return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
    }
    static int share_lock(sqlite3_file* file, int offset, int count, int flags) {
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }
    static void share_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int share_unmap(sqlite3_file* file, int is_deleted) {
        return real(file)->pMethods->xShmUnmap(real(file), is_deleted);
    }

    static sqlite3_vfs* below(sqlite3_vfs* disk) { return static_cast<sqlite3_vfs*>(disk->pAppData); }
    static int open(sqlite3_vfs* disk, sqlite3_filename path, sqlite3_file* file, int flags, int* out_flags) {
        static constexpr sqlite3_io_methods methods = {
            2,          close,         read,        write,   truncate,    sync,   file_size,
            lock,       unlock,        is_reserved, control, sector_size, traits, share_map,
            share_lock, share_barrier, share_unmap, nullptr, nullptr};
        auto* const made = new (file) Watched{.name = name_of(path)};
        int const outcome = below(disk)->xOpen(below(disk), path, made->real(), flags, out_flags);
        if (outcome == SQLITE_OK)
            made->base.pMethods = &methods;
        else
            made->~Watched();
        return outcome;
    }
    static int remove(sqlite3_vfs* disk, char const* path, int sync_folder) {
        note(Kind::Delete, name_of(path));
        return below(disk)->xDelete(below(disk), path, sync_folder);
    }

    static sqlite3_vfs make() {
        sqlite3_vfs* const real = sqlite3_vfs_find("unix");
        sqlite3_vfs made = *real;
        made.pNext = nullptr;
        made.zName = "watched";
        made.szOsFile = static_cast<int>(sizeof(Watched)) + real->szOsFile;
        made.pAppData = real;
        made.xOpen = open;
        made.xDelete = remove;
        return made;
    }
};

namespace {

sqlite3_vfs& watched_disk() {
    static sqlite3_vfs disk = DiskHooks::make();
    return disk;
}

} // namespace

Disk::Disk() {
    disk_in_use = this;
    sqlite3_vfs_register(&watched_disk(), 1);
}

Disk::~Disk() {
    sqlite3_vfs_register(sqlite3_vfs_find("unix"), 1);
    disk_in_use = nullptr;
}

void Disk::fails(Trouble trouble, int after) {
    m_trouble = trouble;
    m_left = after;
    m_failing = true;
    m_has_failed = false;
}

bool Disk::is_refused(bool is_read, bool is_sync) {
    bool const is_concerned =
        is_read == (m_trouble == Trouble::ReadError) && is_sync == (m_trouble == Trouble::SyncError);
    if (!m_failing || !is_concerned || m_left-- > 0) return false;
    m_left = 0;
    m_has_failed = true;
    return true;
}

std::vector<std::size_t> Disk::moments_around_syncs() const {
    std::vector<std::size_t> moments;
    for (std::size_t at = 0; at < m_deeds.size(); ++at) {
        if (m_deeds[at].kind != Kind::Sync) continue;
        if (moments.empty() || moments.back() != at) moments.push_back(at);
        moments.push_back(at + 1);
    }
    return moments;
}

std::vector<bool> Disk::synced_by(std::size_t moment) const {
    std::vector<bool> is_synced(moment);
    std::map<std::string, bool> meets_sync;
    for (std::size_t at = moment; at-- > 0;) {
        Deed const& deed = m_deeds[at];
        if (deed.kind == Kind::Sync) meets_sync[deed.file] = true;
        is_synced[at] = deed.kind == Kind::Delete || meets_sync[deed.file];
    }
    return is_synced;
}

void Disk::leave_files_of(std::size_t moment, Loss loss, std::filesystem::path const& folder) const {
    std::vector<bool> const is_synced = synced_by(moment);
    auto const is_last_write = [&](std::size_t at) {
        return std::none_of(m_deeds.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                            m_deeds.begin() + static_cast<std::ptrdiff_t>(moment),
                            [](Deed const& deed) { return deed.kind == Kind::Write; });
    };
    std::map<std::string, std::string> files;
    for (std::size_t at = 0; at < moment; ++at) {
        Deed const& deed = m_deeds[at];
        if (!is_synced[at] && loss == Loss::All) continue;
        bool const is_whole = is_synced[at] || loss == Loss::None;
        std::string& content = files[deed.file];
        switch (deed.kind) {
        case Kind::Delete: files.erase(deed.file); break;
        case Kind::Truncate: content.resize(static_cast<std::size_t>(deed.offset)); break;
        case Kind::Sync: break;
        case Kind::Write:
            if (is_whole || (loss == Loss::Torn && !is_last_write(at)))
                write_at(content, deed.offset, deed.bytes);
            else if (loss == Loss::Torn)
                write_at(content, deed.offset, first_half(deed.bytes));
            else
                write_scattered(content, deed.offset, deed.bytes);
        }
    }
    std::filesystem::create_directories(folder);
    for (auto const& [name, content] : files)
        std::ofstream(folder / name, std::ios::binary) << content;
}

} // namespace huiyin::server::tests
