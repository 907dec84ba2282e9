#include "app/pki/EnrolmentToken.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/JsonText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace ferry::pki {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tokenForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool isHex(const QString &text, qsizetype least)
{
    static const QRegularExpression hex(u"\\A[0-9a-f]*\\z"_s);
    return text.size() >= least && text.size() % 2 == 0 && hex.match(text).hasMatch();
}

tl::unexpected<Error> notAToken()
{
    return failure(ErrorCode::InvalidInput, {},
        QCoreApplication::translate("Pki", "The enrolment token was not accepted."),
        QCoreApplication::translate("Pki", "It is damaged or incomplete."),
        QCoreApplication::translate("Pki", "Copy the whole line that \"ferryctl enroll token\" printed."));
}

struct TokenFields {
    QString endpoint;
    QString caSha256;
    QString secret;
    QString node;
};

void decode(const JsonNode &node, TokenFields &out)
{
    JsonFields fields(node);
    fields.required(u"endpoint", out.endpoint)
        .required(u"caSha256", out.caSha256)
        .required(u"secret", out.secret)
        .required(u"node", out.node);
    fields.refuseOthers();
}

} // namespace

QString encodeToken(const EnrolmentToken &token)
{
    const QJsonObject json{
        {u"endpoint"_s, token.endpoint},
        {u"caSha256"_s, QString::fromLatin1(token.caSha256)},
        {u"secret"_s, QString::fromLatin1(token.secret)},
        {u"node"_s, token.node},
    };
    return QString::fromLatin1(QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(tokenForm));
}

Result<EnrolmentToken> decodeToken(const QString &text)
{
    QString joined = text;
    joined.remove(QRegularExpression(u"\\s"_s));
    if (joined.size() > 4096)
        return notAToken();
    const auto bytes = QByteArray::fromBase64Encoding(
        joined.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return notAToken();
    const Result<QJsonObject> json = readJsonObject(*bytes);
    if (!json)
        return notAToken();
    std::optional<Error> problem;
    TokenFields fields;
    decode(JsonNode(*json, problem), fields);
    if (problem || !isHex(fields.caSha256, 64) || fields.caSha256.size() != 64 || !isHex(fields.secret, 32)
        || fields.endpoint.isEmpty() || fields.node.isEmpty()) {
        return notAToken();
    }
    return EnrolmentToken{fields.endpoint, fields.caSha256.toLatin1(), fields.secret.toLatin1(), fields.node};
}

} // namespace ferry::pki
