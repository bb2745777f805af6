#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
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

    /// Makes the folder when there is none. Error: data_unusable.
    static Result<std::unique_ptr<UploadFiles>> open(std::string folder);

    /// Whoever was writing to the file until now can no longer.
    Result<std::unique_ptr<Writing>> write(std::string const& name, Bytes bytes);
    /// How many bytes are on the disk, brought there if need be; ends whoever was writing.
    Result<std::int64_t> size(std::string const& name);
    Result<std::string> content(std::string const& name) const;
    /// One file at a time, so that memory holds one however many have come whole.
    Result<Done> look_at(std::string const& name, std::function<void(std::string_view content)> const& look);
    bool has(std::string const& name) const;
    void remove(std::string const& name);
    std::vector<std::string> names() const;
    std::string path(std::string const& name) const { return m_folder + "/" + name; }

private:
    struct Held;

    explicit UploadFiles(std::string folder) : m_folder(std::move(folder)) {}
    void end_writing(std::string const& name);
    /// Under the mutex.
    void end_held(std::string const& name);
    Result<Done> bring_to_the_disk(int file) const;

    std::string m_folder;
    std::mutex m_looking;
    std::mutex m_mutex;
    /// Shared, because a file changes hands while the one who wrote it until now still has it.
    std::map<std::string, std::shared_ptr<Held>> m_held;
};

/// One request's hold on a file, until it goes or another takes over. Errors: taken_over, file_unusable.
class UploadFiles::Writing {
public:
    Writing(UploadFiles& files, std::shared_ptr<Held> held) : m_files(files), m_held(std::move(held)) {}
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
    UploadFiles& m_files;
    std::shared_ptr<Held> m_held;
};

} // namespace huiyin::server
