#include "models/plan/Words.h"

#include <QCoreApplication>

namespace ferry {
namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

} // namespace

QString endpointText(const Address &address, quint16 port)
{
    // RFC 3986 section 3.2.2: brackets keep the port apart from an IPv6 address.
    const QString host =
        address.family() == Address::Family::IPv6 ? u'[' + address.toString() + u']' : address.toString();
    return host + u':' + QString::number(port);
}

QString portsText(const QList<PortRange> &ranges)
{
    QStringList texts;
    for (const PortRange &range : ranges)
        texts << range.toDisplay();
    return texts.isEmpty() ? PlanWords::tr("none", "ports") : texts.join(QStringLiteral(", "));
}

QString clientAddressesText(const QList<ClientAddress> &addresses)
{
    QStringList texts;
    for (const ClientAddress &address : addresses)
        texts << address.toString();
    return texts.isEmpty() ? PlanWords::tr("none", "addresses") : texts.join(QStringLiteral(", "));
}

QString networksText(const QList<Network> &networks)
{
    QStringList texts;
    for (const Network &network : networks)
        texts << network.toString();
    return texts.isEmpty() ? PlanWords::tr("any network") : texts.join(QStringLiteral(", "));
}

QString tlsText(TlsMode mode)
{
    switch (mode) {
    case TlsMode::None:
        return PlanWords::tr("no TLS");
    case TlsMode::Explicit:
        return PlanWords::tr("explicit TLS");
    case TlsMode::Implicit:
        return PlanWords::tr("implicit TLS");
    }
    return {};
}

QString authTlsText(AuthTls handling)
{
    switch (handling) {
    case AuthTls::Deny:
        return PlanWords::tr("deny");
    case AuthTls::Pass:
        return PlanWords::tr("pass");
    case AuthTls::Terminate:
        return PlanWords::tr("terminate");
    }
    return {};
}

QString upstreamTlsText(UpstreamTls mode)
{
    switch (mode) {
    case UpstreamTls::Same:
        return PlanWords::tr("the same as the client's");
    case UpstreamTls::Clear:
        return PlanWords::tr("clear text");
    case UpstreamTls::Required:
        return PlanWords::tr("TLS required");
    }
    return {};
}

QString presetText(CommandPreset preset)
{
    switch (preset) {
    case CommandPreset::Full:
        return PlanWords::tr("Full");
    case CommandPreset::ReadOnly:
        return PlanWords::tr("Read only");
    case CommandPreset::UploadOnly:
        return PlanWords::tr("Upload only");
    case CommandPreset::Custom:
        return PlanWords::tr("Custom");
    }
    return {};
}

// Names of programs are not translated.
QString engineText(Engine engine)
{
    switch (engine) {
    case Engine::Builtin:
        return QStringLiteral("ferrygate-proxy");
    case Engine::Nftables:
        return QStringLiteral("nftables");
    case Engine::Haproxy:
        return QStringLiteral("HAProxy");
    case Engine::Proftpd:
        return QStringLiteral("ProFTPD mod_proxy");
    }
    return {};
}

QString softwareText(FtpSoftware software)
{
    switch (software) {
    case FtpSoftware::Vsftpd:
        return QStringLiteral("vsftpd");
    case FtpSoftware::Proftpd:
        return QStringLiteral("ProFTPD");
    case FtpSoftware::PureFtpd:
        return QStringLiteral("Pure-FTPd");
    case FtpSoftware::Iis:
        return QStringLiteral("IIS");
    }
    return {};
}

QString quoted(const QString &name)
{
    return PlanWords::tr("\"%1\"", "a name in quotation marks").arg(name);
}

} // namespace ferry
