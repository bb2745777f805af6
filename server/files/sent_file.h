#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace huiyin::server {

/// A file on its way to somebody, read from its start a piece at a time; stays readable when it is removed.
class SentFile {
public:
    /// Error: file_unusable.
    static Result<std::shared_ptr<SentFile>> open(std::string const& path);
    SentFile(SentFile const&) = delete;
    SentFile& operator=(SentFile const&) = delete;
    ~SentFile();

    /// When it was opened.
    std::size_t size() const { return m_size; }
    /// Fills the piece as far as the file goes: how many bytes. Error: file_unusable.
    Result<std::size_t> read(std::span<char> piece);

private:
    SentFile(int file, std::size_t size) : m_file(file), m_size(size) {}

    int m_file;
    std::size_t m_size;
};

} // namespace huiyin::server
