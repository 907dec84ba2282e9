#include "tests/e2e/matrix/clients/Client.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

class Curl final : public Client {
public:
    QString name() const override { return u"curl"_s; }
    QString program() const override { return u"curl"_s; }

    std::optional<Reason> refuses(const Combination &combination) const override
    {
        if (combination.isActive() && combination.isEncrypted()) {
            return Reason{u"curl 7.88 does not begin TLS on a data connection that it accepts; it waits, without a "
                          "gateway as well."_s};
        }
        return std::nullopt;
    }

    bool beginsDataTlsEarly() const override { return true; }

    Invocation invocation(const Visit &visit) const override
    {
        const QStringList common = options(visit);
        const QString root =
            u"%1://%2:%3/"_s
                .arg(visit.combination.security == Security::Implicit ? u"ftps"_s : u"ftp"_s, visit.gateway.toString())
                .arg(visit.port);
        const QString folder = root + visit.remote + u'/';
        QList<QStringList> transfers{
            {folder, u"-o"_s, u"list.txt"_s},
            {folder + u"up.bin"_s, u"-T"_s, u"seed.bin"_s},
            {folder + u"seed.bin"_s, u"-o"_s, u"down.bin"_s},
            {folder + u"seed.bin"_s, u"-o"_s, u"partial.bin"_s, u"-C"_s, u"-"_s},
            {folder + u"journal.bin"_s, u"-T"_s, u"tail.bin"_s, u"--append"_s},
            // With "-" in front: after the change into the folder.
            {folder, u"-I"_s, u"-Q"_s, u"-RNFR old.bin"_s, u"-Q"_s, u"-RNTO new.bin"_s},
            {folder, u"-I"_s, u"-Q"_s, u"-DELE doomed.bin"_s},
            {folder, u"-o"_s, u"mlsd.txt"_s, u"-X"_s, u"MLSD"_s},
            // After the last byte that it wants, curl sends ABOR and leaves (curl_easy_setopt(3), CURLOPT_RANGE).
            {root + u"endless.bin"_s, u"-o"_s, u"part.bin"_s, u"-r"_s, u"0-65535"_s},
            {folder + u"seed.bin"_s, u"-o"_s, u"after.bin"_s},
        };
        if (visit.listsOnly)
            transfers.resize(1);
        QStringList arguments;
        for (const QStringList &transfer : transfers) {
            if (!arguments.isEmpty())
                arguments << u"--next"_s;
            arguments << common << transfer;
        }
        return {.program = program(), .arguments = arguments};
    }

private:
    static QStringList options(const Visit &visit)
    {
        QStringList options{u"-sSv"_s, u"--user"_s, visit.user + u':' + visit.password, u"--max-time"_s, u"20"_s,
            u"--no-ftp-skip-pasv-ip"_s, u"--cacert"_s, visit.authority};
        if (visit.combination.security == Security::Explicit)
            options << u"--ssl-reqd"_s;
        if (visit.combination.version == TlsVersion::Tls12)
            options << u"--tls-max"_s << u"1.2"_s;
        if (visit.combination.version == TlsVersion::Tls13)
            options << u"--tlsv1.3"_s;
        if (visit.combination.isActive())
            options << u"--ftp-port"_s << u"-"_s;
        if (visit.combination.mode == DataMode::Pasv)
            options << u"--disable-epsv"_s;
        if (visit.combination.mode == DataMode::Port)
            options << u"--disable-eprt"_s;
        return options;
    }
};

} // namespace

std::unique_ptr<Client> makeCurl()
{
    return std::make_unique<Curl>();
}

} // namespace ferry::matrix
