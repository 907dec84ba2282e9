#pragma once

#include "models/wire/Apply.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <variant>

namespace ferry {

/// Why a request failed; a conflict also carries the Apply that is in the way.
struct RpcFailure {
    Error error;
    std::optional<ApplyRecord> record;

    bool operator==(const RpcFailure &) const = default;
};

struct RpcRequest {
    qint64 id = 0;
    QString method;
    QJsonObject params;

    bool operator==(const RpcRequest &) const = default;
};

struct RpcNotification {
    QString method;
    QJsonObject params;

    bool operator==(const RpcNotification &) const = default;
};

using RpcReply = tl::expected<QJsonValue, RpcFailure>;

struct RpcResponse {
    qint64 id = 0;
    RpcReply reply;
};

using RpcMessage = std::variant<RpcRequest, RpcNotification, RpcResponse>;

/// JSON-RPC 2.0, one message a frame. Ids are whole numbers, params an object; batches are not spoken.
[[nodiscard]] QByteArray encode(const RpcRequest &request);
[[nodiscard]] QByteArray encode(const RpcNotification &notification);
[[nodiscard]] QByteArray encode(const RpcResponse &response);

/// Fails with Protocol for whatever is not one of the three.
[[nodiscard]] Result<RpcMessage> parseMessage(const QByteArray &frame);

/// {"code": -32000 - ErrorCode, "message", "data": {code, subject, what, why, remedy, record}}.
[[nodiscard]] QJsonObject toJson(const RpcFailure &failure);
/// Total: an error object of any other form becomes a Protocol failure that quotes its message.
[[nodiscard]] RpcFailure rpcFailureFromJson(const QJsonValue &json);

} // namespace ferry
