#include "app/agent/engines/nftables/Forwarding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

bool isOn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().trimmed() == "1";
}

} // namespace

Result<> checkForwarding(Address::Family family)
{
    const bool isFour = family == Address::Family::IPv4;
    const QString setting = isFour ? u"net.ipv4.ip_forward"_s : u"net.ipv6.conf.all.forwarding"_s;
    // It can also be on for some interfaces only; "default" is for those that are still to come.
    const QDir folder(isFour ? u"/proc/sys/net/ipv4/conf"_s : u"/proc/sys/net/ipv6/conf"_s);
    for (const QString &interface : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (interface != u"default" && isOn(folder.filePath(interface + u"/forwarding"_s)))
            return {};
    }
    return failure(ErrorCode::Refused, setting, tr("Nothing would be forwarded."),
        isFour ? tr("IPv4 forwarding is off on this host.") : tr("IPv6 forwarding is off on this host."),
        tr("Set %1=1, for good in a file of /etc/sysctl.d.").arg(setting));
}

} // namespace ferry::agent
