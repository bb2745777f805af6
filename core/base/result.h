#pragma once

#include "core/base/verify.h"

#include <string>
#include <utility>
#include <variant>

namespace huiyin {

/// Why something outside our control failed: `code` is stable and translatable, `detail` is for the log only.
struct Error {
    std::string code;
    std::string detail = {};

    bool operator==(Error const&) const = default;
};

/// Nothing to return but that it went well.
struct Done {
    bool operator==(Done const&) const = default;
};

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool is_ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return is_ok(); }

    T& value() & { return VERIFY(is_ok()), std::get<0>(m_state); }
    T const& value() const& { return VERIFY(is_ok()), std::get<0>(m_state); }
    T&& value() && { return VERIFY(is_ok()), std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    T const& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    T const* operator->() const { return &value(); }

    Error const& error() const { return VERIFY(!is_ok()), std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace huiyin

/// The value of a Result; when it is an error, returns that error from the function around it.
#define TRY(expression)                                                                                      \
    __extension__({                                                                                          \
        auto try_result_ = (expression);                                                                     \
        if (!try_result_) return try_result_.error();                                                        \
        std::move(try_result_).value();                                                                      \
    })
