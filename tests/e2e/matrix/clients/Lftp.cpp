#include "tests/e2e/matrix/clients/Client.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

class Lftp final : public Client {
public:
    QString name() const override { return u"lftp"_s; }
    QString program() const override { return u"lftp"_s; }

    std::optional<Reason> refuses(const Combination &combination) const override
    {
        if (combination.mode == DataMode::Eprt)
            return Reason{u"lftp sends EPRT only on IPv6."_s};
        return std::nullopt;
    }

    std::optional<Reason> lacks(Operation operation) const override
    {
        if (operation == Operation::Append)
            return Reason{u"lftp has no command that sends APPE."_s};
        return std::nullopt;
    }

    Invocation invocation(const Visit &visit) const override
    {
        QString script = settings(visit) + u"ls %1 > list.txt\n"_s.arg(visit.remote);
        if (!visit.listsOnly) {
            script += u"put seed.bin -o %1/up.bin\n"
                      "get %1/seed.bin -o down.bin\n"
                      "get -c %1/seed.bin -o partial.bin\n"
                      "mv %1/old.bin %1/new.bin\n"
                      "rm %1/doomed.bin\n"
                      "set ftp:use-mlsd yes\n"
                      "cls -l %1\n"
                      "cat endless.bin | head -c 65536 > part.bin\n"
                      "get %1/seed.bin -o after.bin\n"_s.arg(visit.remote);
        }
        return {.program = program(),
            .arguments = {u"--norc"_s, u"-c"_s, script},
            .printed = {u"mlsd.txt"_s},
            .mlsdShownBy = "---> MLSD"};
    }

private:
    static QString settings(const Visit &visit)
    {
        const Combination &combination = visit.combination;
        // A failure must not change the data mode: what works then is not what the row is about. Where it has lost the
        // thread behind an ABOR (Pure-FTPd's 426 comes sooner than it expects), it connects once more.
        QString lines = u"debug 5\n"
                        "set cmd:fail-exit no\n"
                        "set ftp:auto-passive-mode no\n"
                        "set net:max-retries 2\n"
                        "set net:reconnect-interval-base 0\n"
                        "set net:timeout 10\n"
                        "set ftp:fix-pasv-address no\n"
                        "set ftp:use-feat yes\n"
                        "set ftp:use-mlsd no\n"_s;
        lines += u"set ftp:passive-mode %1\n"_s.arg(combination.isActive() ? u"no"_s : u"yes"_s);
        lines += u"set ftp:prefer-epsv %1\n"_s.arg(combination.isExtended() ? u"yes"_s : u"no"_s);
        lines += u"set ftp:ssl-allow %1\n"_s.arg(combination.isEncrypted() ? u"yes"_s : u"no"_s);
        if (combination.isEncrypted()) {
            lines += u"set ftp:ssl-force yes\n"
                     "set ftp:ssl-protect-data yes\n"
                     "set ftp:ssl-protect-list yes\n"
                     "set ssl:ca-file %1\n"
                     "set ssl:priority NORMAL:-VERS-ALL:+VERS-TLS1.%2\n"_s.arg(visit.authority)
                         .arg(combination.version == TlsVersion::Tls12 ? 2 : 3);
        }
        return lines
            + u"open -u %1,%2 %3://%4:%5\n"_s
                  .arg(visit.user, visit.password, combination.security == Security::Implicit ? u"ftps"_s : u"ftp"_s,
                      visit.gateway.toString())
                  .arg(visit.port);
    }
};

} // namespace

std::unique_ptr<Client> makeLftp()
{
    return std::make_unique<Lftp>();
}

} // namespace ferry::matrix
