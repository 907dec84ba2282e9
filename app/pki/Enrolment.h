#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringView>

namespace ferry {
class JsonNode;
}

namespace ferry::pki {

/// The one request of an enrolment connection: JSON-RPC as on every other connection (models/wire), over TLS in
/// which the caller has no certificate yet and knows the authority by the hash in its token.
inline constexpr QStringView enrolMethod = u"enroll";

struct EnrolRequest {
    QByteArray secret;      ///< from the token, hex
    QByteArray requestPem;  ///< the signing request

    bool operator==(const EnrolRequest &) const = default;
};

struct EnrolReply {
    QByteArray certificatePem;
    QByteArray authorityPem;

    bool operator==(const EnrolReply &) const = default;
};

[[nodiscard]] QJsonObject toJson(const EnrolRequest &request);
[[nodiscard]] QJsonObject toJson(const EnrolReply &reply);
void decode(const JsonNode &node, EnrolRequest &out);
void decode(const JsonNode &node, EnrolReply &out);

} // namespace ferry::pki
