#pragma once

#include "models/base/Address.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ferry::backend {

/// One line of the control connection. PASS is masked.
struct TranscriptLine {
    enum class From { Client, Server };

    From from = From::Client;
    QString text;
    std::chrono::milliseconds at{0};  ///< since the exchange began

    bool operator==(const TranscriptLine &) const = default;
};

/// Where 227 or 229 sent the client for data. 229 has no address: it is the control connection's.
struct DataEndpoint {
    std::optional<Address> address;
    quint16 port = 0;

    bool operator==(const DataEndpoint &) const = default;
};

/// What went over the control connection of one exchange, in order.
class Transcript {
public:
    void append(TranscriptLine line);
    void clear() { m_lines.clear(); }
    [[nodiscard]] const QList<TranscriptLine> &lines() const { return m_lines; }

    /// True if a command of that verb was sent ("PASV").
    [[nodiscard]] bool sent(QStringView verb) const;
    /// The final reply line (RFC 959 4.2: code, then a blank) to the last command of that verb; empty if none came.
    [[nodiscard]] QString replyTo(QStringView verb) const;
    /// The server's greeting, or an empty string.
    [[nodiscard]] QString greeting() const;
    /// The last final reply of all.
    [[nodiscard]] QString lastReply() const;
    /// Time between the last command of that verb and its final reply.
    [[nodiscard]] std::chrono::milliseconds timeOf(QStringView verb) const;

private:
    QList<TranscriptLine> m_lines;
};

/// The code of a reply line, 0 where it has none.
[[nodiscard]] int replyCode(QStringView reply);
/// Reads "227 Entering Passive Mode (127,0,0,3,19,136)." as RFC 1123 4.1.2.6 asks: by its digits.
[[nodiscard]] std::optional<DataEndpoint> endpointOf227(const QString &reply);
/// Reads "229 Entering Extended Passive Mode (|||5000|)", RFC 2428 3.
[[nodiscard]] std::optional<DataEndpoint> endpointOf229(const QString &reply);

} // namespace ferry::backend
