#include "app/agent/engines/haproxy/HaproxyConfig.h"

#include "app/agent/engines/haproxy/HaproxyPublishing.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// HAProxy reads at most 64 words a line (MAX_LINE_ARGS); an acl may be continued by repeating its name.
constexpr qsizetype networksALine = 16;
/// A limit of descriptors of 1,000 million, as some systems have it, would make HAProxy allocate tables for them all.
constexpr int mostDescriptors = 200'000;

const QByteArray descriptionStart = "    description ";
const QByteArray descriptionTag = "ferrygate";

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

QString hostText(const Address &address)
{
    return address.family() == Address::Family::IPv6 ? u'[' + address.toString() + u']' : address.toString();
}

/// In double quotes only these are special (configuration manual, 2.2).
QString quoted(QString text)
{
    for (const QChar special : {u'\\', u'"', u'$'})
        text.replace(special, u'\\' + QString(special));
    return u'"' + text + u'"';
}

QString oneLine(const QString &text)
{
    QString line = text.simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line;
}

class Renderer {
public:
    Renderer(const GatewayConfig &gateway, const HaproxySurroundings &around) : m_gateway(gateway), m_around(around) {}

    QString text(const QList<HaproxyFrontend> &frontends)
    {
        addDefaults();
        for (const HaproxyFrontend &frontend : frontends)
            add(frontend);
        for (const PublishedRule &rule : m_gateway.rules)
            addBackends(rule);
        return m_text;
    }

private:
    void line(const QString &words) { m_text += u"    "_s + words + u'\n'; }
    void section(const QString &words) { m_text += u'\n' + words + u'\n'; }

    void addDefaults()
    {
        section(u"defaults"_s);
        line(u"mode tcp"_s);
        line(u"option splice-auto"_s);
        // A control connection is silent while a long transfer runs, and nobody here reads it. Peers that are gone are
        // found by the kernel; a session that is only idle is for the FTP server to end.
        line(u"option clitcpka"_s);
        line(u"option srvtcpka"_s);
        line(u"timeout connect 10s"_s);
        line(u"timeout client 24h"_s);
        line(u"timeout server 24h"_s);
        if (m_around.sourceAddress)
            line(u"source "_s + hostText(*m_around.sourceAddress));
    }

    void add(const HaproxyFrontend &frontend)
    {
        const bool isControl = frontend.kind == HaproxyFrontend::Kind::Control;
        section(u"frontend "_s + frontendName(frontend));
        // HAProxy 2.6 recognizes an IPv6 socket that an older worker passes only by "v6only".
        line(u"bind "_s + hostText(frontend.address) + u':' + frontend.ports.toString()
            + (frontend.address.family() == Address::Family::IPv6 ? u" v6only"_s : QString()));
        if (!isControl)
            line(u"timeout client %1s"_s.arg(longestStall(frontend)));
        for (const qsizetype place : frontend.rules)
            addChoice(m_gateway.rules[place]);
        line(u"tcp-request connection reject unless { var(sess.rule) -m found }"_s);
        if (isControl)
            line(u"tcp-request connection reject if { var(sess.rule) -m str -f %1 }"_s.arg(
                quoted(m_around.drainedFile)));
        line(isControl ? u"use_backend rule.%[var(sess.rule)]"_s : u"use_backend relay.%[var(sess.rule)]"_s);
    }

    /// The first rule that admits the client is the session's.
    void addChoice(const PublishedRule &rule)
    {
        const QString id = rule.id.text();
        const QString choose = u"tcp-request connection set-var(sess.rule) str(%1)"_s.arg(id);
        if (rule.from.isEmpty()) {
            line(choose + u" unless { var(sess.rule) -m found }"_s);
            return;
        }
        for (qsizetype i = 0; i < rule.from.size(); i += networksALine) {
            QString words = u"acl from.%1 src"_s.arg(id);
            for (const Network &network : rule.from.mid(i, networksALine))
                words += u' ' + network.toString();
            line(words);
        }
        line(choose + u" if from.%1 !{ var(sess.rule) -m found }"_s.arg(id));
    }

    void addBackends(const PublishedRule &rule)
    {
        const QString server = u"server ftp "_s + hostText(rule.serverAddress);
        const QString name = u"# "_s + oneLine(rule.name);
        section(u"backend "_s + controlBackend(rule.id));
        line(name);
        line(server + u':' + QString::number(rule.serverPort));
        if (rule.relayPorts.isEmpty())
            return;
        section(u"backend "_s + relayBackend(rule.id));
        line(name);
        line(u"timeout server %1s"_s.arg(rule.filter.dataSeconds));
        // Without a port the connection goes on to the one that the client has reached.
        line(server);
    }

    int longestStall(const HaproxyFrontend &frontend) const
    {
        int longest = 1;
        for (const qsizetype place : frontend.rules)
            longest = std::max(longest, m_gateway.rules[place].filter.dataSeconds);
        return longest;
    }

    const GatewayConfig &m_gateway;
    const HaproxySurroundings &m_around;
    QString m_text;
};

Result<> checkForwardsOnly(const GatewayConfig &gateway)
{
    const auto filtered = std::find_if(
        gateway.rules.cbegin(), gateway.rules.cend(), [](const PublishedRule &rule) { return rule.filterOn; });
    if (filtered == gateway.rules.cend())
        return {};
    return failure(ErrorCode::Unsupported, filtered->id.text(), tr("The configuration was not prepared."),
        tr("The filter of the rule \"%1\" is on, but HAProxy forwards only; the FTP filter needs the builtin engine.")
            .arg(filtered->name),
        tr("Switch the filter off for this rule and publish a fixed passive range, or switch the engine of %1 to "
           "builtin.")
            .arg(gateway.id.text()));
}

} // namespace

Result<QByteArray> renderHaproxyConfig(
    const GatewayConfig &gateway, const QString &generation, const HaproxySurroundings &around)
{
    if (const Result<> able = checkForwardsOnly(gateway); !able)
        return failure(able.error());
    const Result<QList<HaproxyFrontend>> frontends = haproxyFrontends(gateway);
    if (!frontends)
        return failure(frontends.error());
    QByteArray global = "    fd-hard-limit " + QByteArray::number(mostDescriptors) + '\n';
    if (!around.user.isEmpty())
        global += "    user " + around.user.toUtf8() + '\n';
    const QByteArray rest = global + Renderer(gateway, around).text(*frontends).toUtf8();
    const QByteArray fingerprint = QCryptographicHash::hash(rest, QCryptographicHash::Sha256).toHex().left(16);
    return QByteArray("# Written by ferrygate-agent for the gateway " + gateway.id.text().toUtf8()
               + "; a change made by hand shows as drift.\nglobal\n")
        + descriptionStart + descriptionTag + ' ' + (generation.isEmpty() ? QByteArray("-") : generation.toLatin1())
        + ' ' + fingerprint + '\n' + rest;
}

QByteArray descriptionIn(const QByteArray &configuration)
{
    const qsizetype start = configuration.indexOf('\n' + descriptionStart);
    if (start < 0)
        return {};
    const qsizetype begin = start + 1 + descriptionStart.size();
    return configuration.mid(begin, configuration.indexOf('\n', begin) - begin).trimmed();
}

QString generationIn(const QByteArray &description)
{
    const QByteArrayList words = description.simplified().split(' ');
    if (words.size() != 3 || words[0] != descriptionTag || words[1] == "-")
        return {};
    return QString::fromLatin1(words[1]);
}

} // namespace ferry::agent
