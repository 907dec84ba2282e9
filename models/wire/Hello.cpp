#include "models/wire/Hello.h"

#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Hello", text);
}

} // namespace

Result<int> negotiateWireVersion(const HelloRequest &request)
{
    const int newest = std::min(request.newest, wireVersion);
    if (newest >= oldestWireVersion && newest >= request.oldest)
        return newest;
    const bool isCallerOld = request.newest < oldestWireVersion;
    return failure(ErrorCode::Protocol, request.program, tr("The connection was not opened."),
        tr("The caller speaks wire versions %1 to %2, the agent %3 to %4.")
            .arg(request.oldest)
            .arg(request.newest)
            .arg(oldestWireVersion)
            .arg(wireVersion),
        isCallerOld ? tr("Update the program that called.") : tr("Update the agent."));
}

QJsonObject toJson(const HelloRequest &request)
{
    return {{u"newest"_s, request.newest}, {u"oldest"_s, request.oldest}, {u"program"_s, request.program}};
}

QJsonObject toJson(const HelloReply &reply)
{
    return {
        {u"wire"_s, reply.wire},
        {u"node"_s, reply.node},
        {u"version"_s, reply.version},
        {u"who"_s, reply.who},
        {u"role"_s, enumName(reply.role)},
    };
}

void decode(const JsonNode &node, HelloRequest &out)
{
    JsonFields(node).required(u"newest", out.newest).required(u"oldest", out.oldest).required(u"program", out.program);
}

void decode(const JsonNode &node, HelloReply &out)
{
    JsonFields(node)
        .required(u"wire", out.wire)
        .required(u"node", out.node)
        .required(u"version", out.version)
        .required(u"who", out.who)
        .required(u"role", out.role);
}

} // namespace ferry
