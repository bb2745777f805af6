#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace huiyin::server::tests {

/// What becomes of the writes that no sync has followed when the power goes.
enum class Loss {
    /// None arrived.
    All,
    /// All arrived.
    None,
    /// Of the last one only the first half did.
    Torn,
    /// Some sectors did, in no order.
    Scattered,
};

/// What a disk can answer when it does not work.
enum class Trouble { Full, WriteError, SyncError, ReadError };

/// Stands under every SQLite database that is opened while it lives: remembers in which order was written and
/// synced, and fails when it is told to. One at a time, for one thread.
class Disk {
public:
    Disk();
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    ~Disk();

    /// How much has happened.
    std::size_t now() const { return m_deeds.size(); }
    /// Before and behind each sync.
    std::vector<std::size_t> moments_around_syncs() const;
    /// Makes the files as a power cut at a moment leaves them.
    void leave_files_of(std::size_t moment, Loss loss, std::filesystem::path const& folder) const;

    /// From the deed on that so many others of its kind still precede, until it works again.
    void fails(Trouble trouble, int after);
    void works_again() { m_failing = false; }
    /// That a deed was refused since it was told to fail.
    bool has_failed() const { return m_has_failed; }

private:
    friend struct DiskHooks;
    enum class Kind { Write, Truncate, Sync, Delete };
    struct Deed {
        Kind kind;
        std::string file;
        std::int64_t offset = 0;
        std::string bytes = {};
    };

    bool is_refused(bool is_read, bool is_sync);
    std::vector<bool> synced_by(std::size_t moment) const;

    std::vector<Deed> m_deeds;
    Trouble m_trouble = Trouble::Full;
    int m_left = 0;
    bool m_failing = false;
    bool m_has_failed = false;
};

} // namespace huiyin::server::tests
