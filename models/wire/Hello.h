#pragma once

#include "models/base/Result.h"
#include "models/wire/Method.h"

#include <QJsonObject>
#include <QString>

namespace ferry {

class JsonNode;

/// The wire protocol this build speaks. It grows by one when an old peer would misunderstand a new one.
inline constexpr int wireVersion = 1;
/// The oldest one it still understands.
inline constexpr int oldestWireVersion = 1;

/// Bytes a frame may have before and after `hello` was answered.
inline constexpr qint64 frameCapBeforeHello = 64 * 1024;
inline constexpr qint64 frameCapAfterHello = 64 * 1024 * 1024;

/// hello: the first request of a connection; nothing else is answered before it.
struct HelloRequest {
    int newest = wireVersion;
    int oldest = oldestWireVersion;
    QString program;  ///< "ferryctl 0.1.0", for the audit log

    bool operator==(const HelloRequest &) const = default;
};

struct HelloReply {
    int wire = wireVersion;  ///< what both speak from now on
    QString node;
    QString version;  ///< of the agent
    QString who;      ///< the name in the caller's certificate
    Role role = Role::Viewer;

    bool operator==(const HelloReply &) const = default;
};

/// The newest version both sides speak; fails with Protocol and says which side is too old.
[[nodiscard]] Result<int> negotiateWireVersion(const HelloRequest &request);

[[nodiscard]] QJsonObject toJson(const HelloRequest &request);
[[nodiscard]] QJsonObject toJson(const HelloReply &reply);
void decode(const JsonNode &node, HelloRequest &out);
void decode(const JsonNode &node, HelloReply &out);

} // namespace ferry
