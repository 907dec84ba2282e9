#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/rules/EnumNames.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

/// What an operator does with a gateway that runs: count, look, end, drain, upgrade.
namespace ferry {

class JsonNode;

/// metrics: what the node counts, as Prometheus reads it (text format 0.0.4).
struct MetricsReply {
    QString text;

    bool operator==(const MetricsReply &) const = default;
};

/// sessions.transcript; sessions.end, which is answered with a DrainReply
struct SessionRequest {
    GatewayId gateway;
    quint64 session = 0;

    bool operator==(const SessionRequest &) const = default;
};

/// What the gateway reads of a session: every line; nothing since TLS went through it unread; nothing at all, because
/// the rule's filter is off.
enum class SessionReading { Inspected, Opaque, Relayed };
/// Towards the server, towards the client, or about the connections themselves.
enum class LineWay { Up, Down, Note };

/// One line on its way through the gateway: what the leg to the client had of it, and the leg to the server. Where one
/// is missing the gateway made the line, or kept it from going on; where they differ it rewrote it. Secrets are masked.
struct TranscriptLine {
    QDateTime time;
    LineWay way = LineWay::Up;
    std::optional<QString> client;
    std::optional<QString> server;

    bool operator==(const TranscriptLine &) const = default;
};

struct SessionTranscript {
    quint64 session = 0;
    RuleId rule;
    Address client;
    SessionReading reading = SessionReading::Inspected;
    int lost = 0; ///< older lines, which are not kept any more
    QList<TranscriptLine> lines;

    bool operator==(const SessionTranscript &) const = default;
};

/// gateway.drain: lets a rule, or every rule, take no new sessions, or take them again.
struct DrainRequest {
    GatewayId gateway;
    std::optional<RuleId> rule;
    bool draining = true;

    bool operator==(const DrainRequest &) const = default;
};

struct DrainReply {
    int sessions = 0; ///< that go on: of the rule, or of all

    bool operator==(const DrainReply &) const = default;
};

/// gateway.upgrade: lets the engine's program, as it is on the disk now, take over from the one that runs.
struct UpgradeRequest {
    GatewayId gateway;

    bool operator==(const UpgradeRequest &) const = default;
};

struct UpgradeReply {
    QString version; ///< that runs now
    QString before; ///< that ran before
    int sessions = 0; ///< that go on where they began, until they end

    bool operator==(const UpgradeReply &) const = default;
};

/// service.ballast: how large the file is to be that keeps room on the FTP service's volume, in bytes. 0 gives the room
/// back. Answered with VolumeStatus.
struct BallastRequest {
    ServiceId service;
    qint64 bytes = 0;

    bool operator==(const BallastRequest &) const = default;
};

template <>
std::span<const QStringView> enumNames<SessionReading>();
template <>
std::span<const QStringView> enumNames<LineWay>();

[[nodiscard]] QJsonObject toJson(const MetricsReply &reply);
[[nodiscard]] QJsonObject toJson(const SessionRequest &request);
[[nodiscard]] QJsonObject toJson(const TranscriptLine &line);
[[nodiscard]] QJsonObject toJson(const SessionTranscript &transcript);
[[nodiscard]] QJsonObject toJson(const DrainRequest &request);
[[nodiscard]] QJsonObject toJson(const DrainReply &reply);
[[nodiscard]] QJsonObject toJson(const UpgradeRequest &request);
[[nodiscard]] QJsonObject toJson(const UpgradeReply &reply);
[[nodiscard]] QJsonObject toJson(const BallastRequest &request);
void decode(const JsonNode &node, MetricsReply &out);
void decode(const JsonNode &node, SessionRequest &out);
void decode(const JsonNode &node, TranscriptLine &out);
void decode(const JsonNode &node, SessionTranscript &out);
void decode(const JsonNode &node, DrainRequest &out);
void decode(const JsonNode &node, DrainReply &out);
void decode(const JsonNode &node, UpgradeRequest &out);
void decode(const JsonNode &node, UpgradeReply &out);
void decode(const JsonNode &node, BallastRequest &out);

} // namespace ferry
