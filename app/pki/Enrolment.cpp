#include "app/pki/Enrolment.h"

#include "models/wire/JsonDecoder.h"

namespace ferry::pki {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const EnrolRequest &request)
{
    return {
        {u"secret"_s, QString::fromLatin1(request.secret)}, {u"request"_s, QString::fromLatin1(request.requestPem)}};
}

QJsonObject toJson(const EnrolReply &reply)
{
    return {{u"certificate"_s, QString::fromLatin1(reply.certificatePem)},
        {u"authority"_s, QString::fromLatin1(reply.authorityPem)}};
}

void decode(const JsonNode &node, EnrolRequest &out)
{
    QString secret;
    QString request;
    JsonFields(node).required(u"secret", secret).required(u"request", request);
    out = {secret.toUtf8(), request.toUtf8()};
}

void decode(const JsonNode &node, EnrolReply &out)
{
    QString certificate;
    QString authority;
    JsonFields(node).required(u"certificate", certificate).required(u"authority", authority);
    out = {certificate.toUtf8(), authority.toUtf8()};
}

} // namespace ferry::pki
