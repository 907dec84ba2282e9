#include "models/store/ObjectWords.h"

#include "models/store/ObjectWriters.h"
#include "models/store/StoreText.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ferry {
namespace {

/// A setting and its value as text, in the order of the file.
using Settings = QList<std::pair<QString, QString>>;

/// Settings by their path in the file, in words. One that is missing here shows by its path.
const QHash<QString, const char *> &labels()
{
    static const QHash<QString, const char *> table{
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("StoreText", "Address")},
        {QStringLiteral("agent"), QT_TRANSLATE_NOOP("StoreText", "Agent")},
        {QStringLiteral("certificate"), QT_TRANSLATE_NOOP("StoreText", "Certificate")},
        {QStringLiteral("clientAddresses"), QT_TRANSLATE_NOOP("StoreText", "Addresses for certain networks")},
        {QStringLiteral("configPath"), QT_TRANSLATE_NOOP("StoreText", "Configuration file")},
        {QStringLiteral("description"), QT_TRANSLATE_NOOP("StoreText", "Description")},
        {QStringLiteral("enabled"), QT_TRANSLATE_NOOP("StoreText", "Enabled")},
        {QStringLiteral("engine"), QT_TRANSLATE_NOOP("StoreText", "Engine")},
        {QStringLiteral("everywhere"), QT_TRANSLATE_NOOP("StoreText", "external address")},
        {QStringLiteral("externalAddress"), QT_TRANSLATE_NOOP("StoreText", "external address")},
        {QStringLiteral("externalAddresses"), QT_TRANSLATE_NOOP("StoreText", "External addresses")},
        {QStringLiteral("filter"), QT_TRANSLATE_NOOP("StoreText", "Application filter")},
        {QStringLiteral("filter/authTls"), QT_TRANSLATE_NOOP("StoreText", "AUTH TLS")},
        {QStringLiteral("filter/banner"), QT_TRANSLATE_NOOP("StoreText", "Banner")},
        {QStringLiteral("filter/clearCommandChannel"),
            QT_TRANSLATE_NOOP("StoreText", "TLS on the control connection may end (CCC)")},
        {QStringLiteral("filter/commands/allow"), QT_TRANSLATE_NOOP("StoreText", "Allowed commands")},
        {QStringLiteral("filter/commands/deny"), QT_TRANSLATE_NOOP("StoreText", "Denied commands")},
        {QStringLiteral("filter/commands/preset"), QT_TRANSLATE_NOOP("StoreText", "Command policy")},
        {QStringLiteral("filter/dataModes/active"), QT_TRANSLATE_NOOP("StoreText", "Active data connections")},
        {QStringLiteral("filter/dataModes/passive"), QT_TRANSLATE_NOOP("StoreText", "Passive data connections")},
        {QStringLiteral("filter/dataSeconds"),
            QT_TRANSLATE_NOOP("StoreText", "Limit for stalled data connections in seconds")},
        {QStringLiteral("filter/enabled"), QT_TRANSLATE_NOOP("StoreText", "Filter")},
        {QStringLiteral("filter/idleSeconds"), QT_TRANSLATE_NOOP("StoreText", "Idle limit in seconds")},
        {QStringLiteral("filter/loginSeconds"), QT_TRANSLATE_NOOP("StoreText", "Login limit in seconds")},
        {QStringLiteral("filter/maxLineBytes"), QT_TRANSLATE_NOOP("StoreText", "Longest command line in bytes")},
        {QStringLiteral("filter/maxSessions"), QT_TRANSLATE_NOOP("StoreText", "Most sessions (0: no limit)")},
        {QStringLiteral("filter/maxSessionsPerClient"),
            QT_TRANSLATE_NOOP("StoreText", "Most sessions a client (0: no limit)")},
        {QStringLiteral("filter/maxSessionsPerNetwork"),
            QT_TRANSLATE_NOOP("StoreText", "Most sessions a client network (0: no limit)")},
        {QStringLiteral("filter/networkPrefix4"),
            QT_TRANSLATE_NOOP("StoreText", "Prefix length of a client network, IPv4")},
        {QStringLiteral("filter/networkPrefix6"),
            QT_TRANSLATE_NOOP("StoreText", "Prefix length of a client network, IPv6")},
        {QStringLiteral("filter/rewriteAddress"), QT_TRANSLATE_NOOP("StoreText", "External address written into 227")},
        {QStringLiteral("filter/sameClientAddress"),
            QT_TRANSLATE_NOOP("StoreText", "Data connections only from the address of the control connection")},
        {QStringLiteral("filter/upstreamTls"), QT_TRANSLATE_NOOP("StoreText", "TLS to the server")},
        {QStringLiteral("from"), QT_TRANSLATE_NOOP("StoreText", "Clients on")},
        {QStringLiteral("gateways"), QT_TRANSLATE_NOOP("StoreText", "Gateways")},
        {QStringLiteral("listener/address"), QT_TRANSLATE_NOOP("StoreText", "Listener address")},
        {QStringLiteral("listener/port"), QT_TRANSLATE_NOOP("StoreText", "Listener port (0: the protocol's)")},
        {QStringLiteral("log"), QT_TRANSLATE_NOOP("StoreText", "Log")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("StoreText", "Name")},
        {QStringLiteral("passivePorts"), QT_TRANSLATE_NOOP("StoreText", "Passive range")},
        {QStringLiteral("port"), QT_TRANSLATE_NOOP("StoreText", "Port")},
        {QStringLiteral("primary"), QT_TRANSLATE_NOOP("StoreText", "Primary connections")},
        {QStringLiteral("protocol"), QT_TRANSLATE_NOOP("StoreText", "Protocol")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("StoreText", "Reason of the last change")},
        {QStringLiteral("secondary"), QT_TRANSLATE_NOOP("StoreText", "Secondary connections")},
        {QStringLiteral("server/address"), QT_TRANSLATE_NOOP("StoreText", "Published server, address")},
        {QStringLiteral("server/port"), QT_TRANSLATE_NOOP("StoreText", "Published server, port")},
        {QStringLiteral("server/service"), QT_TRANSLATE_NOOP("StoreText", "Published FTP service")},
        {QStringLiteral("server/site"), QT_TRANSLATE_NOOP("StoreText", "Published site")},
        {QStringLiteral("serviceUnit"), QT_TRANSLATE_NOOP("StoreText", "Service unit")},
        {QStringLiteral("software"), QT_TRANSLATE_NOOP("StoreText", "Software")},
        {QStringLiteral("tls"), QT_TRANSLATE_NOOP("StoreText", "TLS")},
    };
    return table;
}

QString labelOf(const QString &path)
{
    const char *label = labels().value(path);
    return label ? StoreText::tr(label) : path;
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? StoreText::tr("on") : StoreText::tr("off");
    case QJsonValue::Double:
        return QString::number(value.toInt());
    case QJsonValue::String:
        return value.toString().isEmpty() ? StoreText::tr("none", "setting") : value.toString();
    case QJsonValue::Array: {
        QStringList texts;
        for (const QJsonValue &element : value.toArray())
            texts << valueText(element);
        return texts.isEmpty() ? StoreText::tr("none", "setting") : texts.join(QLatin1String(", "));
    }
    case QJsonValue::Object: { // a connection: its direction and ports
        QStringList texts;
        for (const QJsonValue &part : value.toObject())
            texts << valueText(part);
        return texts.join(u' ');
    }
    default:
        return StoreText::tr("none", "setting");
    }
}

void collect(Settings &settings, const QString &prefix, const QString &path, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            collect(settings, prefix, path.isEmpty() ? field.key() : path + u'/' + field.key(), field.value());
        return;
    }
    const bool isAnyNetwork = path == QLatin1String("from") && value.toArray().isEmpty();
    settings.append({prefix + labelOf(path), isAnyNetwork ? StoreText::tr("any network") : valueText(value)});
}

void collectSite(Settings &settings, const QJsonObject &site)
{
    const QString prefix = StoreText::tr("Site \"%1\", ").arg(site.value(QLatin1String("name")).toString());
    for (auto field = site.begin(); field != site.end(); ++field) {
        const QJsonObject external = field.value().toObject();
        if (external.isEmpty()) {
            if (field.key() != QLatin1String("name"))
                collect(settings, prefix, field.key(), field.value());
            continue;
        }
        collect(settings, prefix, QStringLiteral("everywhere"), external.value(QLatin1String("everywhere")));
        const QJsonObject perGateway = external.value(QLatin1String("perGateway")).toObject();
        for (auto own = perGateway.begin(); own != perGateway.end(); ++own)
            settings.append({prefix + StoreText::tr("external address for %1").arg(own.key()), valueText(own.value())});
    }
}

template <class Object>
Settings settingsOf(const Object &object)
{
    JsonWriter json(JsonWriter::Defaults::Write);
    write(json, object);
    const QJsonObject fields = QJsonDocument::fromJson(json.take()).object();
    Settings settings;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key() == QLatin1String("sites")) {
            for (const QJsonValue &site : field.value().toArray())
                collectSite(settings, site.toObject());
        } else {
            collect(settings, {}, field.key(), field.value());
        }
    }
    return settings;
}

template <class Object>
QStringList changes(const Object &from, const Object &to)
{
    const Settings before = settingsOf(from);
    const Settings after = settingsOf(to);
    const auto asHash = [](const Settings &settings) {
        return QHash<QString, QString>(settings.cbegin(), settings.cend());
    };
    const QHash<QString, QString> old = asHash(before);
    const QHash<QString, QString> now = asHash(after);
    const QString none = StoreText::tr("none", "setting");
    const QString pattern = StoreText::tr("%1: %2 instead of %3", "setting, new value, old value");
    QStringList lines;
    for (const auto &[setting, value] : after) {
        if (old.value(setting, none) != value)
            lines << pattern.arg(setting, value, old.value(setting, none));
    }
    for (const auto &[setting, value] : before) {
        if (!now.contains(setting) && value != none)
            lines << pattern.arg(setting, none, value);
    }
    return lines;
}

} // namespace

QStringList changesInWords(const ProtocolDefinition &from, const ProtocolDefinition &to)
{
    return changes(from, to);
}

QStringList changesInWords(const Gateway &from, const Gateway &to)
{
    return changes(from, to);
}

QStringList changesInWords(const FtpService &from, const FtpService &to)
{
    QStringList lines = changes(from, to);
    if (lines.isEmpty() && from != to)
        lines << StoreText::tr("Order of the sites");
    return lines;
}

QStringList changesInWords(const PublishingRule &from, const PublishingRule &to)
{
    return changes(from, to);
}

} // namespace ferry
