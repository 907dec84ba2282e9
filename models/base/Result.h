#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace ferry {

/// The kind of failure, for code that has to decide; people read the texts of `Error`.
enum class ErrorCode {
    InvalidInput,  ///< a value outside its form or range
    NotFound,      ///< a named thing does not exist
    Conflict,      ///< someone else changed it, or is changing it now
    Denied,        ///< the caller's role or certificate does not allow it
    Unreachable,   ///< no connection to the other side
    TimedOut,      ///< the other side did not answer in time
    Refused,       ///< a native checker, service or peer said no
    Unsupported,   ///< this engine, software or platform cannot do it
    Protocol,      ///< the other side broke the protocol
    Io,            ///< a file or device failed
    Cancelled,     ///< the user stopped it
    Internal,      ///< a defect of Ferrygate itself
};

/// Why something did not happen, in the three parts that every message of Ferrygate has:
/// what did not happen, why, and the way out. All three are whole sentences, ready to show.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject;  ///< the thing it is about: a file, an id, a JSON pointer, an address
    QString what;     ///< "The range was not saved."
    QString why;      ///< "5003-5000 ends before it starts."
    QString remedy;   ///< "Write the lower port first." May be empty.

    /// The sentences one after the other, empty ones left out.
    [[nodiscard]] QString text() const;

    bool operator==(const Error &) const = default;
};

/// What every function that can fail for an outside reason returns; chosen once, here.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for `return failure(...)` in functions that return a `Result`.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> failure(
    ErrorCode code, QString subject, QString what, QString why, QString remedy = {})
{
    return failure(Error{code, std::move(subject), std::move(what), std::move(why), std::move(remedy)});
}

} // namespace ferry
