#include "tests/e2e/matrix/servers/Server.h"
#include "tests/e2e/matrix/servers/Unpacked.h"

#include <QProcess>

#include <unistd.h>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

/// "gate", by crypt(3).
constexpr auto passwordHash =
    "$6$ferrygate$OYzgPWYWoyRa67eKBrIsqDltjxymYXxAspEwzfLZ.sqZjCrWN6A4nuAoJMlxhusG.VDHBGP76rvbqB3adL8i7/";
// Pure-FTPd never acts as root for a user. Of no account, and so of no file but those of the row.
constexpr int virtualId = 47'111;

class PureFtpd final : public Server {
public:
    QString name() const override { return u"Pure-FTPd"_s; }
    QString missing() const override
    {
        // Debian builds it for root only: it begins with setgroups(2) and ends by seteuid(2) to its user.
        return geteuid() == 0 ? missingUnpacked(u"usr/sbin/pure-ftpd"_s) : u"Pure-FTPd needs root."_s;
    }

    std::optional<Reason> refuses(const Combination &combination) const override
    {
        if (combination.security == Security::Implicit)
            return Reason{u"Pure-FTPd has no implicit TLS."_s};
        return std::nullopt;
    }

    Result<Launch> prepare(const Place &place) const override
    {
        const QString users = place.path(u"users"_s);
        const QString account = u"%1:%2:%3:%3::%4/./::::::::::::\n"_s.arg(user(), QLatin1String(passwordHash))
                                    .arg(virtualId)
                                    .arg(place.site());
        if (const Result<void> written = writeConfiguration(users, account.toUtf8()); !written)
            return failure(written.error());
        const QString database = place.path(u"users.pdb"_s);
        QProcess compiler;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QMap<QString, QString> libraries = unpackedLibraries();
        for (auto at = libraries.cbegin(); at != libraries.cend(); ++at)
            environment.insert(at.key(), at.value());
        compiler.setProcessEnvironment(environment);
        compiler.start(unpacked(u"usr/bin/pure-pw"_s), {u"mkdb"_s, database, u"-f"_s, users});
        if (!compiler.waitForFinished() || compiler.exitCode() != 0) {
            return failure(ErrorCode::Io, users, u"Pure-FTPd was not started."_s,
                QString::fromUtf8(compiler.readAllStandardError()));
        }
        return Launch{unpacked(u"usr/sbin/pure-ftpd"_s),
            {u"-4"_s, u"-E"_s, u"-H"_s, u"-S"_s, u"%1,%2"_s.arg(place.address.toString()).arg(place.port), u"-p"_s,
                u"%1:%2"_s.arg(place.passive.low()).arg(place.passive.high()), u"-P"_s, place.external.toString(),
                u"-l"_s, u"puredb:"_s + database, u"-u"_s, u"1"_s, u"-Y"_s, u"1"_s, u"-2"_s,
                place.certificate + u',' + place.key, u"-g"_s, place.path(u"pure-ftpd.pid"_s), u"-C"_s, u"50"_s,
                u"-T"_s, QString::number(transferRate / 1024)},
            libraries};
    }
};

} // namespace

std::unique_ptr<Server> makePureFtpd()
{
    return std::make_unique<PureFtpd>();
}

} // namespace ferry::matrix
