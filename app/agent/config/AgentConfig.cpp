#include "app/agent/config/AgentConfig.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/JsonText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

template <>
std::span<const QStringView> enumNames<agent::ControlConfig::Kind>()
{
    static constexpr QStringView names[]{u"systemd", u"child", u"by-hand"};
    static_assert(std::size(names) == static_cast<std::size_t>(agent::ControlConfig::Kind::ByHand) + 1);
    return names;
}

namespace agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentConfig", text);
}

tl::unexpected<Error> notAccepted(const QString &path, const QString &why)
{
    return failure(ErrorCode::InvalidInput, path, tr("\"%1\" was not accepted.").arg(path), why,
        tr("Correct the file, then start the agent again."));
}

void decodeEnvironment(const JsonNode &node, QMap<QString, QString> &out)
{
    QJsonObject object;
    decode(node, object);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString key = it.key();
        decode(node.member(key, it.value()), out[key]);
    }
}

struct Environment {
    QMap<QString, QString> values;
};

void decode(const JsonNode &node, Environment &out)
{
    decodeEnvironment(node, out.values);
}

} // namespace

static void decode(const JsonNode &node, ControlConfig &out)
{
    Environment environment;
    JsonFields fields(node);
    fields.required(u"kind", out.kind);
    if (out.kind == ControlConfig::Kind::Systemd) {
        fields.required(u"unit", out.unit).optional(u"bus", out.bus).optional(u"program", out.program);
        if (!node.hasFailed() && !out.unit.endsWith(u".service"_s))
            node.refuse(tr("The unit's name must end in \".service\"."));
    } else if (out.kind == ControlConfig::Kind::Child) {
        fields.required(u"program", out.program)
            .optional(u"arguments", out.arguments)
            .optional(u"environment", environment);
    }
    fields.refuseOthers();
    out.environment = environment.values;
}

static void decode(const JsonNode &node, CertificateEntry &out)
{
    JsonFields fields(node);
    fields.required(u"name", out.name).required(u"chain", out.chain).required(u"key", out.key);
    fields.refuseOthers();
}

static void decodeEngine(JsonFields &fields, EngineEntry &out)
{
    Environment environment;
    fields.required(u"engine", out.engine);
    // The kernel forwards by itself: nothing is started, and there is nobody to talk to.
    if (out.engine != Engine::Nftables)
        fields.required(u"program", out.program);
    // ProFTPD is asked nothing while it runs: what it does is seen from its processes.
    if (out.engine == Engine::Builtin || out.engine == Engine::Haproxy)
        fields.required(u"controlSocket", out.controlSocket);
    else
        fields.optional(u"controlSocket", out.controlSocket);
    fields.optional(u"log", out.log).optional(u"environment", environment);
    out.environment = environment.values;
}

static void decode(const JsonNode &node, EngineEntry &out)
{
    JsonFields fields(node);
    decodeEngine(fields, out);
    fields.refuseOthers();
}

static void decode(const JsonNode &node, GatewayEntry &out)
{
    JsonFields fields(node);
    decodeEngine(fields, out);
    fields.required(u"id", out.id)
        .optional(u"alternatives", out.alternatives)
        .optional(u"sourceAddress", out.sourceAddress)
        .optional(u"certificates", out.certificates)
        .optional(u"serverPins", out.serverPins)
        .optional(u"serverAuthority", out.serverAuthority);
    fields.refuseOthers();
    QSet<Engine> named{out.engine};
    for (const EngineEntry &one : std::as_const(out.alternatives)) {
        if (named.contains(one.engine))
            node.refuse(tr("The engine \"%1\" is named twice.").arg(enumName(one.engine)));
        named.insert(one.engine);
    }
}

static void decode(const JsonNode &node, BallastEntry &out)
{
    JsonFields fields(node);
    fields.required(u"path", out.path).optional(u"lowBelow", out.lowBelow);
    fields.refuseOthers();
    if (!node.hasFailed() && (out.path.isEmpty() || out.lowBelow.value_or(0) < 0))
        node.refuse(tr("A path, and a number of bytes from 0 on, are expected here."));
}

static void decode(const JsonNode &node, ServiceEntry &out)
{
    JsonFields fields(node);
    fields.required(u"id", out.id)
        .required(u"software", out.software)
        .required(u"configPath", out.configPath)
        .required(u"control", out.control)
        .optional(u"program", out.program)
        .optional(u"ballast", out.ballast);
    fields.refuseOthers();
}

static void decode(const JsonNode &node, MetricsEntry &out)
{
    JsonFields fields(node);
    fields.required(u"address", out.address).required(u"port", out.port);
    fields.refuseOthers();
}

namespace {

struct ListenFields {
    Address address;
    quint16 port = 0;
};

struct TlsFields {
    QString certificate;
    QString key;
    QString ca;
};

void decode(const JsonNode &node, ListenFields &out)
{
    JsonFields fields(node);
    fields.required(u"address", out.address).required(u"port", out.port);
    fields.refuseOthers();
}

void decode(const JsonNode &node, TlsFields &out)
{
    JsonFields fields(node);
    fields.required(u"certificate", out.certificate).required(u"key", out.key).required(u"ca", out.ca);
    fields.refuseOthers();
}

} // namespace

static void decode(const JsonNode &node, AgentConfig &out)
{
    QString format;
    int version = 0;
    ListenFields listen;
    TlsFields tls;
    JsonFields fields(node);
    fields.required(u"format", format).required(u"version", version);
    if (!node.hasFailed() && (format != u"ferrygate-agent" || version != 1))
        node.refuse(tr("It is not a \"ferrygate-agent\" file of version 1."));
    fields.required(u"node", out.node)
        .required(u"listen", listen)
        .required(u"stateDirectory", out.stateDirectory)
        .required(u"tls", tls)
        .optional(u"metrics", out.metrics)
        .optional(u"gateways", out.gateways)
        .optional(u"services", out.services);
    fields.refuseOthers();
    out.listenAddress = listen.address;
    out.listenPort = listen.port;
    out.certificate = tls.certificate;
    out.key = tls.key;
    out.authority = tls.ca;
}

namespace {

template <class Entry>
QString duplicateId(const QList<Entry> &entries)
{
    QSet<QString> seen;
    for (const Entry &entry : entries) {
        if (seen.contains(entry.id.text()))
            return entry.id.text();
        seen.insert(entry.id.text());
    }
    return {};
}

void resolvePaths(AgentConfig &config)
{
    const QDir folder = QFileInfo(config.path).absoluteDir();
    const auto resolve = [&](QString &path) {
        if (!path.isEmpty())
            path = QDir::cleanPath(folder.absoluteFilePath(path));
    };
    for (QString *path : {&config.stateDirectory, &config.certificate, &config.key, &config.authority})
        resolve(*path);
    const auto resolveEngine = [&](EngineEntry &engine) {
        for (QString *path : {&engine.program, &engine.controlSocket, &engine.log})
            resolve(*path);
    };
    for (GatewayEntry &gateway : config.gateways) {
        resolveEngine(gateway);
        for (EngineEntry &alternative : gateway.alternatives)
            resolveEngine(alternative);
        resolve(gateway.serverAuthority);
        for (CertificateEntry &certificate : gateway.certificates) {
            resolve(certificate.chain);
            resolve(certificate.key);
        }
    }
    for (ServiceEntry &service : config.services) {
        resolve(service.configPath);
        resolve(service.control.program);
        resolve(service.program);
        if (service.ballast)
            resolve(service.ballast->path);
    }
}

} // namespace

Result<AgentConfig> readAgentConfig(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes)
        return notAccepted(path, tr("It does not exist."));
    const Result<QJsonObject> json = readJsonObject(**bytes);
    if (!json)
        return notAccepted(path, json.error().why);
    Result<AgentConfig> config = fromJson<AgentConfig>(*json);
    if (!config)
        return notAccepted(path, config.error().why);
    if (config->node.isEmpty())
        return notAccepted(path, tr("/node: The name is empty."));
    if (const QString id = duplicateId(config->gateways); !id.isEmpty())
        return notAccepted(path, tr("/gateways: \"%1\" is there twice.").arg(id));
    if (const QString id = duplicateId(config->services); !id.isEmpty())
        return notAccepted(path, tr("/services: \"%1\" is there twice.").arg(id));
    config->path = QFileInfo(path).absoluteFilePath();
    resolvePaths(*config);
    return config;
}

} // namespace agent
} // namespace ferry
