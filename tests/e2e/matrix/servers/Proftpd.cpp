#include "tests/e2e/matrix/servers/Server.h"
#include "tests/e2e/matrix/servers/Unpacked.h"

#include <unistd.h>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

/// "gate", by crypt(3).
constexpr auto passwordHash =
    "$6$ferrygate$OYzgPWYWoyRa67eKBrIsqDltjxymYXxAspEwzfLZ.sqZjCrWN6A4nuAoJMlxhusG.VDHBGP76rvbqB3adL8i7/";

/// With a user file of its own ProFTPD runs as anybody; it then cannot become its users, who are all the one that runs
/// it.
class Proftpd final : public Server {
public:
    QString name() const override { return u"ProFTPD"_s; }
    QString missing() const override { return missingUnpacked(u"usr/sbin/proftpd"_s); }

    Result<Launch> prepare(const Place &place) const override
    {
        const QString users = place.path(u"users"_s);
        const QString account = u"%1:%2:%3:%4::%5:/bin/false\n"_s.arg(user(), QLatin1String(passwordHash))
                                    .arg(geteuid())
                                    .arg(getegid())
                                    .arg(place.site());
        if (const Result<void> written = writeConfiguration(users, account.toUtf8()); !written)
            return failure(written.error());
        const QString file = place.path(u"proftpd.conf"_s);
        if (const Result<void> written = writeConfiguration(file, configuration(place, users).toUtf8()); !written)
            return failure(written.error());
        return Launch{unpacked(u"usr/sbin/proftpd"_s), {u"-n"_s, u"-q"_s, u"-c"_s, file}, unpackedLibraries()};
    }

private:
    static QString configuration(const Place &place, const QString &users)
    {
        QStringList tlsOptions;
        if (place.isImplicit)
            tlsOptions << u"UseImplicitSSL"_s;
        if (!place.wantsReuse)
            tlsOptions << u"NoSessionReuseRequired"_s;
        QStringList lines{
            u"ServerName matrix"_s,
            u"ServerType standalone"_s,
            u"DefaultAddress "_s + place.address.toString(),
            u"SocketBindTight on"_s,
            u"UseIPv6 off"_s,
            u"UseReverseDNS off"_s,
            u"Port %1"_s.arg(place.port),
            u"User "_s + launchingUser(),
            u"Group "_s + launchingGroup(),
            u"RootLogin on"_s,
            u"RequireValidShell off"_s,
            u"AuthUserFile "_s + users,
            u"AuthOrder mod_auth_file.c"_s,
            u"WtmpLog off"_s,
            u"TransferLog none"_s,
            u"SystemLog "_s + place.path(u"proftpd.log"_s),
            u"ScoreboardFile "_s + place.path(u"scoreboard"_s),
            u"PidFile "_s + place.path(u"proftpd.pid"_s),
            u"AllowOverwrite on"_s,
            u"AllowStoreRestart on"_s,
            u"AllowRetrieveRestart on"_s,
            u"TransferRate RETR %1"_s.arg(transferRate / 1024),
            u"PassivePorts %1 %2"_s.arg(place.passive.low()).arg(place.passive.high()),
            u"MasqueradeAddress "_s + place.external.toString(),
            u"ModulePath "_s + unpacked(u"usr/lib/proftpd"_s),
            u"LoadModule mod_tls.c"_s,
            u"<IfModule mod_delay.c>"_s,
            u"DelayEngine off"_s,
            u"</IfModule>"_s,
            u"TLSEngine on"_s,
            u"TLSRequired off"_s,
            u"TLSProtocol TLSv1.2 TLSv1.3"_s,
            u"TLSECCertificateFile "_s + place.certificate,
            u"TLSECCertificateKeyFile "_s + place.key,
            u"TLSLog "_s + place.path(u"tls.log"_s),
        };
        if (!tlsOptions.isEmpty())
            lines << u"TLSOptions "_s + tlsOptions.join(u' ');
        return lines.join(u'\n') + u'\n';
    }
};

} // namespace

std::unique_ptr<Server> makeProftpd()
{
    return std::make_unique<Proftpd>();
}

} // namespace ferry::matrix
