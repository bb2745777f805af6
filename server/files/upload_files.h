#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// The files that uploads are written to: one folder, names that we generated, bytes that are only appended.
class UploadFiles {
public:
    enum class Bytes {
        /// Whatever has arrived stays.
        KeptAsTheyCome,
        /// What is not kept by `keep` is taken off again.
        KeptWhenKept,
    };
    class Writing;
    /// Whether an open file's bytes are on the disk; tests have a slow one.
    using Sync = std::function<bool(int file)>;

    /// Makes the folder when there is none. Error: data_unusable.
    static Result<std::unique_ptr<UploadFiles>> open(std::string folder, Sync sync = is_synced);

    /// Whoever was writing to the file until now can no longer; what they are bringing to the disk is waited
    /// for, and nobody waits who is about another file. Error: no_room, when the disk has less left than
    /// files leave to the cases.
    Result<std::unique_ptr<Writing>> write(std::string const& name, Bytes bytes);
    /// How many bytes are on the disk, brought there if need be; ends whoever was writing.
    Result<std::int64_t> size(std::string const& name);
    Result<std::string> content(std::string const& name) const;
    /// A few at a time, so that memory holds few however many have come whole.
    Result<Done> look_at(std::string const& name, std::function<void(std::string_view content)> const& look);
    bool has(std::string const& name) const;
    /// Whether so many bytes have come, the newest of them perhaps not yet on the disk.
    bool has_all(std::string const& name, std::int64_t bytes) const;
    bool is_being_written(std::string const& name) const;
    void remove(std::string const& name);
    std::vector<std::string> names() const;
    void leave_to_the_cases(std::uintmax_t bytes) { m_left_to_the_cases = bytes; }
    std::string path(std::string const& name) const { return m_folder + "/" + name; }

private:
    struct Held;

    UploadFiles(std::string folder, Sync sync) : m_folder(std::move(folder)), m_sync(std::move(sync)) {}
    static constexpr std::ptrdiff_t looks_at_once = 3;
    static constexpr std::uintmax_t bytes_left_to_the_cases = std::uintmax_t{1} << 30;

    static bool is_synced(int file);
    std::unique_lock<std::mutex> take_over(std::shared_ptr<Held> const& held);
    Result<Done> bring_to_the_disk(int file) const;

    std::string m_folder;
    Sync m_sync;
    std::atomic<std::uintmax_t> m_left_to_the_cases = bytes_left_to_the_cases;
    std::counting_semaphore<> m_looking{looks_at_once};
    /// Of the map alone: nobody has it while they wait for the disk.
    mutable std::mutex m_mutex;
    /// Shared, because a file changes hands while the one who wrote it until now still has it.
    std::map<std::string, std::shared_ptr<Held>> m_held;
};

/// One request's hold on a file, until it goes or another takes over. Errors: taken_over, file_unusable.
class UploadFiles::Writing {
public:
    /// Not yet the one who has it.
    Writing(UploadFiles& files, std::string const& name, Bytes bytes);
    Writing(Writing const&) = delete;
    Writing& operator=(Writing const&) = delete;
    ~Writing();

    std::int64_t size() const;
    Result<Done> append(std::string_view bytes);
    /// Brings to the disk what was appended.
    Result<Done> keep();
    /// Takes off what was appended.
    void drop();

private:
    friend class UploadFiles;

    UploadFiles& m_files;
    std::shared_ptr<Held> m_held;
};

} // namespace huiyin::server
