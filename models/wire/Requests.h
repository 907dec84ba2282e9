#pragma once

#include "models/base/Id.h"

#include <QJsonObject>
#include <QString>

namespace ferry {

class JsonNode;

/// service.restart
struct RestartRequest {
    ServiceId service;

    bool operator==(const RestartRequest &) const = default;
};

/// log.tail, log.subscribe, audit.tail: how many of the newest entries to send.
struct TailRequest {
    int tail = 200;  ///< 0 to 10,000

    bool operator==(const TailRequest &) const = default;
};

/// Notification "progress": what the agent does now for the transaction or restart under way.
struct ProgressNote {
    QString step;  ///< "prepare", "commit", "restart", "rollback"
    QString text;  ///< in words: "Restarting files-1…"

    bool operator==(const ProgressNote &) const = default;
};

/// The names of the notifications an agent sends.
namespace notification {
inline constexpr QStringView logEntry = u"log.entry";                ///< params: LogEntry
inline constexpr QStringView sessionsChanged = u"sessions.changed";  ///< params: {}
inline constexpr QStringView progress = u"progress";                 ///< params: ProgressNote
inline constexpr QStringView serviceState = u"service.state";        ///< params: ServiceStatus
} // namespace notification

[[nodiscard]] QJsonObject toJson(const RestartRequest &request);
[[nodiscard]] QJsonObject toJson(const TailRequest &request);
[[nodiscard]] QJsonObject toJson(const ProgressNote &note);
void decode(const JsonNode &node, RestartRequest &out);
void decode(const JsonNode &node, TailRequest &out);
void decode(const JsonNode &node, ProgressNote &out);

} // namespace ferry
