#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace ferry::proxy {

/// Why something did not happen: a whole sentence, and, where a configuration is to blame, the JSON pointer
/// (RFC 6901) of the value.
struct Error {
    std::string message;
    std::string pointer;

    bool operator==(const Error &) const = default;
};

/// What every function of the proxy that can fail for an outside reason returns.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for `return failure(...)` in functions that return a `Result`.
[[nodiscard]] inline tl::unexpected<Error> failure(std::string message, std::string pointer = {})
{
    return tl::unexpected<Error>(Error{std::move(message), std::move(pointer)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace ferry::proxy
