#include "app/agent/engines/proftpd/ProftpdGatewayConfig.h"

#include "models/plan/ModProxyLimits.h"
#include "models/plan/Words.h"

#include <QCoreApplication>

#include <map>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray generationTag = "# generation ";
const QByteArray ruleTag = "# rule ";
const QByteArray ruleEnd = "</VirtualHost>\n";

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdEngine", text);
}

/// A comment too goes on in the next line after a backslash.
QString oneLine(const QString &text)
{
    QString line = text.simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c == u'\\'; });
    return line;
}

/// In double quotes only these are special.
QString quoted(QString text)
{
    for (const QChar special : {u'\\', u'"'})
        text.replace(special, u'\\' + QString(special));
    return u'"' + text + u'"';
}

bool endsTls(const PublishedRule &rule)
{
    return rule.filter.authTls == AuthTls::Terminate;
}

/// ProxyTLSEngine of mod_proxy. "auto", its default, falls back to clear text, and so does "MatchClient": as a reverse
/// proxy it has called the server before the client asks for TLS. So "the same as the client's" is TLS always.
QString upstreamTls(const PublishedRule &rule)
{
    return endsTls(rule) && rule.filter.upstreamTls != UpstreamTls::Clear ? u"on"_s : u"off"_s;
}

class Renderer {
public:
    explicit Renderer(const ProftpdSurroundings &around) : m_around(around) {}

    QString text(const GatewayConfig &gateway)
    {
        addServer(gateway);
        for (const PublishedRule &rule : gateway.rules)
            addRule(rule);
        return m_text;
    }

private:
    void line(const QString &words) { m_text += words + u'\n'; }
    void inner(const QString &words) { line(u"  "_s + words); }

    void addServer(const GatewayConfig &gateway)
    {
        if (!m_around.modules.isEmpty())
            line(u"ModulePath "_s + quoted(m_around.modules));
        // In this order: mod_proxy has to see AUTH before mod_tls does.
        line(u"LoadModule mod_proxy.c"_s);
        line(u"LoadModule mod_tls.c"_s);
        line(u"ServerName "_s + quoted(gateway.id.text()));
        line(u"ServerType standalone"_s);
        line(u"DefaultAddress 127.0.0.1"_s);
        // The main server listens nowhere; each rule has a server of its own.
        line(u"Port 0"_s);
        line(u"SocketBindTight on"_s);
        line(u"User "_s + m_around.user);
        line(u"Group "_s + m_around.group);
        line(u"UseReverseDNS off"_s);
        line(u"DelayEngine off"_s);
        line(u"SystemLog none"_s);
        line(u"PidFile "_s + quoted(m_around.runFolder + u"/pid"_s));
        line(u"ScoreboardFile "_s + quoted(m_around.runFolder + u"/scoreboard"_s));
        line(u"ProxyTables "_s + quoted(m_around.runFolder + u"/tables"_s));
        line(u"<Global>"_s);
        inner(u"TransferLog none"_s);
        inner(u"WtmpLog off"_s);
        line(u"</Global>"_s);
    }

    void addRule(const PublishedRule &rule)
    {
        const QString server = endpointText(rule.serverAddress, rule.serverPort);
        m_text += u'\n';
        line(QString::fromLatin1(ruleTag) + rule.id.text());
        line(u"# "_s + oneLine(rule.name));
        line(u"<VirtualHost %1>"_s.arg(rule.listenAddress.toString()));
        inner(u"Port %1"_s.arg(rule.listenPort));
        inner(u"ServerName "_s + quoted(rule.id.text()));
        inner(u"PassivePorts %1 %2"_s.arg(rule.dataPorts.first().low()).arg(rule.dataPorts.first().high()));
        if (rule.externalAddress.family() == Address::Family::IPv4 && !rule.externalAddress.isUnspecified())
            inner(u"MasqueradeAddress "_s + rule.externalAddress.toString());
        inner(u"TimeoutIdle %1"_s.arg(rule.filter.idleSeconds));
        inner(u"TimeoutLogin %1"_s.arg(rule.filter.loginSeconds));
        inner(u"TimeoutStalled %1"_s.arg(rule.filter.dataSeconds));
        inner(u"TimeoutNoTransfer 0"_s);
        inner(u"ProxyEngine on"_s);
        inner(u"ProxyRole reverse"_s);
        inner(u"ProxyReverseServers ftp://"_s + server);
        // A 227 of the server names the gateway; 229 names a port alone, and servers of IPv6 have nothing else.
        inner(u"ProxyDataTransferPolicy EPSV"_s);
        inner(u"ProxyTimeoutConnect 10"_s);
        // Without a word mod_proxy gives the data to whoever connects first.
        inner(u"AllowForeignAddress off"_s);
        inner(u"ProxySourceAddress "_s + sourceTowards(rule.serverAddress));
        addTls(rule);
        addSources(rule);
        addCommands(rule);
        m_text += QString::fromLatin1(ruleEnd);
    }

    /// Without one mod_proxy takes the address that the client has reached, also for data connections into another
    /// network, and says "425 Invalid argument"; the unspecified one leaves it to the kernel.
    QString sourceTowards(const Address &server) const
    {
        if (m_around.sourceAddress && m_around.sourceAddress->family() == server.family())
            return m_around.sourceAddress->toString();
        return server.family() == Address::Family::IPv6 ? u"::"_s : u"0.0.0.0"_s;
    }

    void addTls(const PublishedRule &rule)
    {
        const QString upstream = upstreamTls(rule);
        inner(u"ProxyTLSEngine "_s + upstream);
        if (upstream != u"off") {
            inner(u"ProxyTLSVerifyServer "_s + (m_around.serverAuthority.isEmpty() ? u"off"_s : u"on"_s));
            if (!m_around.serverAuthority.isEmpty())
                inner(u"ProxyTLSCACertificateFile "_s + quoted(m_around.serverAuthority));
        }
        if (!endsTls(rule)) {
            inner(u"TLSEngine off"_s);
            return;
        }
        const QString kind = m_around.isEllipticCertificate ? u"EC"_s : u"RSA"_s;
        inner(u"TLSEngine on"_s);
        inner(u"TLSRequired off"_s);
        inner(u"TLSProtocol TLSv1.2 TLSv1.3"_s);
        inner(u"TLS%1CertificateFile "_s.arg(kind) + quoted(m_around.certificate.chain));
        inner(u"TLS%1CertificateKeyFile "_s.arg(kind) + quoted(m_around.certificate.key));
        inner(u"TLSCertificateChainFile "_s + quoted(m_around.certificate.chain));
        inner(u"TLSOptions NoSessionReuseRequired"_s);
    }

    /// Who may not log in is disconnected without a greeting.
    void addSources(const PublishedRule &rule)
    {
        if (rule.from.isEmpty())
            return;
        inner(u"<Limit LOGIN>"_s);
        inner(u"  Order allow,deny"_s);
        for (const Network &network : rule.from)
            inner(u"  Allow from "_s + network.toString());
        inner(u"  DenyAll"_s);
        inner(u"</Limit>"_s);
    }

    void addCommands(const PublishedRule &rule)
    {
        const CommandPolicy &policy = rule.filter.commands;
        QStringList allowed;
        QStringList denied;
        QStringList known = knownFtpCommands() + policy.allow + policy.deny;
        known.removeDuplicates();
        for (const QString &command : std::as_const(known))
            (isOpen(rule, command) ? allowed : denied) << command;
        // Whether what nobody knows gets through.
        if (!allows(policy, u"XUNKNOWN"_s)) {
            addLimit(u"ALL"_s, u"DenyAll"_s);
            addLimit(allowed.join(u' '), u"AllowAll"_s);
        } else if (!denied.isEmpty()) {
            addLimit(denied.join(u' '), u"DenyAll"_s);
        }
    }

    void addLimit(const QString &commands, const QString &verdict)
    {
        inner(u"<Limit %1>"_s.arg(commands));
        inner(u"  "_s + verdict);
        inner(u"</Limit>"_s);
    }

    static bool isOpen(const PublishedRule &rule, const QString &command)
    {
        static const QStringList passive{u"PASV"_s, u"EPSV"_s};
        static const QStringList active{u"PORT"_s, u"EPRT"_s};
        static const QStringList security{u"AUTH"_s, u"PBSZ"_s, u"PROT"_s};
        return allows(rule.filter.commands, command) && command != u"CCC"
            && (rule.filter.dataModes.passive || !passive.contains(command))
            && (rule.filter.dataModes.active || !active.contains(command))
            && (endsTls(rule) || !security.contains(command));
    }

    const ProftpdSurroundings &m_around;
    QString m_text;
};

tl::unexpected<Error> notPrepared(ErrorCode code, const PublishedRule &rule, const QString &why, const QString &remedy)
{
    return failure(code, rule.id.text(), tr("The configuration was not prepared."), why, remedy);
}

Result<> checkCertificates(const GatewayConfig &gateway, const PublishedRule &rule, const ProftpdSurroundings &around)
{
    if (endsTls(rule) && around.certificate.chain.isEmpty()) {
        return notPrepared(ErrorCode::NotFound, rule,
            gateway.certificate.isEmpty()
                ? tr("The rule \"%1\" ends TLS, but no certificate is named for %2.").arg(rule.name, gateway.id.text())
                : tr("The rule \"%1\" ends TLS on %2, which has no certificate \"%3\".")
                      .arg(rule.name, gateway.id.text(), gateway.certificate),
            tr("Name a certificate in the gateway's settings, and its files under that name in agent.json."));
    }
    if (upstreamTls(rule) != u"off" && !around.serverPins.isEmpty()) {
        return notPrepared(ErrorCode::Unsupported, rule,
            tr("agent.json names certificates of servers (\"serverPins\"), and ProFTPD mod_proxy does not compare "
               "them."),
            tr("Name the authority that has signed them under \"serverAuthority\" instead."));
    }
    return {};
}

Result<> checkRules(const GatewayConfig &gateway, const ProftpdSurroundings &around)
{
    std::map<std::pair<Address, quint16>, const PublishedRule *> listeners;
    for (const PublishedRule &rule : gateway.rules) {
        const QStringList beyond = beyondModProxy(
            {rule.filterOn, rule.filter, rule.serverTls, rule.dataPorts.size(), !rule.clientAddresses.isEmpty()});
        if (!beyond.isEmpty()) {
            return notPrepared(ErrorCode::Unsupported, rule,
                tr("ProFTPD mod_proxy cannot do what the rule \"%1\" asks for: %2").arg(rule.name, beyond.join(u' ')),
                tr("Change the rule, or switch the engine of %1 to builtin.").arg(gateway.id.text()));
        }
        const auto [other, isFirst] = listeners.insert({{rule.listenAddress, rule.listenPort}, &rule});
        if (!isFirst) {
            return notPrepared(ErrorCode::Unsupported, rule,
                tr("The rules \"%1\" and \"%2\" share %3; ProFTPD mod_proxy cannot tell their clients apart.")
                    .arg(other->second->name, rule.name, endpointText(rule.listenAddress, rule.listenPort)),
                tr("Publish one of them at another port, or switch the engine of %1 to builtin.")
                    .arg(gateway.id.text()));
        }
        if (Result<> certificates = checkCertificates(gateway, rule, around); !certificates)
            return certificates;
    }
    return {};
}

} // namespace

Result<QByteArray> renderProftpdConfig(
    const GatewayConfig &gateway, const QString &generation, const ProftpdSurroundings &around)
{
    if (const Result<> able = checkRules(gateway, around); !able)
        return failure(able.error());
    return QByteArray("# Written by ferrygate-agent for the gateway " + gateway.id.text().toUtf8()
               + "; a change made by hand shows as drift.\n")
        + generationTag + (generation.isEmpty() ? QByteArray("-") : generation.toLatin1()) + '\n'
        + Renderer(around).text(gateway).toUtf8();
}

QString proftpdGenerationIn(const QByteArray &configuration)
{
    const qsizetype start = configuration.indexOf('\n' + generationTag);
    if (start < 0)
        return {};
    const qsizetype begin = start + 1 + generationTag.size();
    const QByteArray text = configuration.mid(begin, configuration.indexOf('\n', begin) - begin).trimmed();
    return text == "-" ? QString() : QString::fromLatin1(text);
}

QList<ProftpdListener> proftpdListenersIn(const QByteArray &configuration)
{
    QList<ProftpdListener> listeners;
    for (const QByteArray &text : configuration.split('\n')) {
        const QByteArray line = text.trimmed();
        if (line.startsWith(ruleTag))
            listeners << ProftpdListener{RuleId::fromTrusted(QString::fromUtf8(line.mid(ruleTag.size()))), {}, 0};
        else if (listeners.isEmpty())
            continue;
        else if (line.startsWith("<VirtualHost "))
            listeners.last().address = Address::parse(QString::fromLatin1(line.mid(13).chopped(1))).value_or(Address());
        else if (line.startsWith("Port "))
            listeners.last().port = line.mid(5).toUShort();
    }
    return listeners;
}

QByteArray withoutRules(const QByteArray &configuration, const QSet<RuleId> &rules)
{
    QByteArray rest = configuration;
    for (const RuleId &rule : rules) {
        const qsizetype begin = rest.indexOf('\n' + ruleTag + rule.text().toUtf8() + '\n');
        const qsizetype end = begin < 0 ? -1 : rest.indexOf(ruleEnd, begin);
        if (end >= 0)
            rest.remove(begin, end + ruleEnd.size() - begin);
    }
    return rest;
}

} // namespace ferry::agent
