#include "models/plan/IisCommands.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

namespace {

struct IisText {
    Q_DECLARE_TR_FUNCTIONS(IisCommands)
};

/// Nothing that ends a line or is not to be seen.
bool isPlain(QChar character)
{
    return character.isPrint() && character.category() != QChar::Separator_Line
        && character.category() != QChar::Separator_Paragraph;
}

/// learn.microsoft.com, iis/configuration: system.ftpServer/firewallSupport and site/ftpServer/firewallSupport.
QStringList appCmd(const ServiceConfig &service)
{
    const QString set = u"%windir%\\system32\\inetsrv\\appcmd.exe set config -section:%1 %2 /commit:apphost"_s;
    QStringList lines;
    if (service.passivePorts) {
        lines << set.arg(u"system.ftpServer/firewallSupport"_s,
            u"/lowDataChannelPort:\"%1\" /highDataChannelPort:\"%2\""_s.arg(service.passivePorts->low())
                .arg(service.passivePorts->high()));
    }
    for (const ServiceConfig::Site &site : service.sites) {
        if (!site.externalAddress)
            continue;
        // cmd.exe expands these also between quotation marks, and appcmd has no escape for its own.
        const bool isSafe = std::none_of(site.name.cbegin(), site.name.cend(),
            [](QChar character) { return u"'\"%!^"_s.contains(character) || !isPlain(character); });
        if (!isSafe) {
            lines << u"rem "_s
                    + IisText::tr("The name of a site cannot be written here; use PowerShell for %1.")
                          .arg(site.externalAddress->toString());
            continue;
        }
        lines << set.arg(u"system.applicationHost/sites"_s,
            u"\"/[name='%1'].ftpServer.firewallSupport.externalIp4Address:%2\""_s.arg(
                site.name, site.externalAddress->toString()));
    }
    if (!lines.isEmpty())
        lines << u"net stop ftpsvc"_s << u"net start ftpsvc"_s;
    return lines;
}

/// A literal string; in it nothing but the quotation mark means anything, and PowerShell takes the typographic ones
/// for it as well.
QString literal(const QString &text)
{
    QString escaped;
    for (const QChar character : text) {
        escaped += character;
        if (u"'\u2018\u2019\u201A\u201B"_s.contains(character))
            escaped += character;
    }
    return u'\'' + escaped + u'\'';
}

/// Below "IIS:\Sites", where brackets and stars are patterns.
QString sitePath(const QString &name)
{
    QString escaped;
    for (const QChar character : name) {
        if (u"[]*?`"_s.contains(character))
            escaped += u'`';
        escaped += character;
    }
    return literal(u"IIS:\\Sites\\"_s + escaped);
}

QStringList powerShell(const ServiceConfig &service)
{
    QStringList lines;
    const auto setRange = [&](const QString &name, quint16 port) {
        lines << u"Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter "
                 "'system.ftpServer/firewallSupport' -Name '%1' -Value %2"_s.arg(name)
                     .arg(port);
    };
    if (service.passivePorts) {
        setRange(u"lowDataChannelPort"_s, service.passivePorts->low());
        setRange(u"highDataChannelPort"_s, service.passivePorts->high());
    }
    for (const ServiceConfig::Site &site : service.sites) {
        if (!site.externalAddress)
            continue;
        const bool isSafe = std::all_of(site.name.cbegin(), site.name.cend(), isPlain);
        if (!isSafe)
            lines << u"# "_s
                    + IisText::tr("The name of a site cannot be written here; set %1 in IIS Manager.")
                          .arg(site.externalAddress->toString());
        else
            lines << u"Set-ItemProperty -Path %1 -Name ftpServer.firewallSupport.externalIp4Address -Value '%2'"_s.arg(
                sitePath(site.name), site.externalAddress->toString());
    }
    if (!lines.isEmpty()) {
        lines.prepend(u"Import-Module WebAdministration"_s);
        lines << u"Restart-Service ftpsvc"_s;
    }
    return lines;
}

} // namespace

QStringList iisCommands(const ServiceConfig &service, WindowsShell shell)
{
    return shell == WindowsShell::AppCmd ? appCmd(service) : powerShell(service);
}

} // namespace ferry
