#pragma once

#include "models/wire/Apply.h"

#include <optional>

namespace ferry {

/// One line of an agent's audit log. Each line carries the SHA-256 of the line before it, so that
/// a line that was changed or taken out shows.
struct AuditEntry {
    quint64 serial = 0;
    QDateTime time;
    QString event;  ///< "connection refused", "request denied", "apply prepared", "service restarted", ...
    QString who;    ///< the name in the certificate; empty where there was none
    QString from;   ///< the peer's address; empty for what the agent does by itself
    QString text;   ///< what happened, in sentences
    std::optional<ApplyRecord> apply;
    QString previous;  ///< lower-case hex SHA-256 of the line before; empty in the first

    bool operator==(const AuditEntry &) const = default;
};

[[nodiscard]] QJsonObject toJson(const AuditEntry &entry);
void decode(const JsonNode &node, AuditEntry &out);

} // namespace ferry
