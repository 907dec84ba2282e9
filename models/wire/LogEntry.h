#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace ferry {

/// Who made a reply or closed a connection.
enum class Originator { Client, Gateway, Server };

/// What a log line reports; ISA's words for the same events.
enum class LogAction {
    InitiatedConnection,
    ClosedConnection,
    DeniedConnection,
    FailedConnectionAttempt,
    ConnectionStatus
};

/// One line of the gateway's structured log. Commands never carry a password: PASS is written "PASS ****".
struct LogEntry {
    quint64 serial = 0;  ///< grows by one with each line of one gateway process
    QDateTime time;      ///< UTC, milliseconds
    GatewayId gateway;
    RuleId rule;
    quint64 session = 0;  ///< 0: not about a session
    Address client;
    quint16 clientPort = 0;
    LogAction action = LogAction::ConnectionStatus;
    QString command;          ///< the FTP command line, masked
    QString reply;            ///< the FTP reply line
    Originator originator = Originator::Gateway;
    quint32 resultCode = 0;   ///< ISA's number, 0 where there is none; names in models/wire/ResultCode.h
    quint64 bytes = 0;        ///< moved by the connection that ended
    QString text;             ///< the reason in plain words

    bool operator==(const LogEntry &) const = default;
};

class JsonNode;

/// Empty and zero fields are left out; the form that ferrygate-proxy writes.
[[nodiscard]] QJsonObject toJson(const LogEntry &entry);
void decode(const JsonNode &node, LogEntry &out);
/// Same as fromJson<LogEntry>().
[[nodiscard]] Result<LogEntry> logEntryFromJson(const QJsonObject &json);

} // namespace ferry
