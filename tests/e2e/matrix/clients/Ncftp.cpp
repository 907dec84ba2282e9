#include "tests/e2e/matrix/clients/Client.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Lists by MLSD wherever the server has it. After ABOR it waits for one reply; where the other one comes later
/// (ProFTPD sends 226 in front of 426), it takes it for that of its next command. So it logs in again to see that life
/// goes on.
class Ncftp final : public Client {
public:
    QString name() const override { return u"ncftp"_s; }
    QString program() const override { return u"ncftp"_s; }

    std::optional<Reason> refuses(const Combination &combination) const override
    {
        if (combination.isEncrypted())
            return Reason{u"ncftp has no TLS."_s};
        if (combination.isExtended())
            return Reason{u"ncftp knows neither EPSV nor EPRT."_s};
        return std::nullopt;
    }

    std::optional<Reason> lacks(Operation operation) const override
    {
        if (operation == Operation::Append)
            return Reason{u"ncftp 3.2.6 sends STOR for \"put -A\"."_s, Reason::Proof::Tried};
        return std::nullopt;
    }

    Invocation invocation(const Visit &visit) const override
    {
        const QString login = u"open -u %1 -p %2 -P %3 %4\ncd %5\n"_s.arg(visit.user, visit.password)
                                  .arg(visit.port)
                                  .arg(visit.gateway.toString(), visit.remote);
        QString script = u"set passive %1\nset auto-resume yes\nset confirm-close no\ndebug 1\n"_s.arg(
                             visit.combination.isActive() ? u"off"_s : u"on"_s)
            + login + u"ls -l\n"_s;
        if (!visit.listsOnly) {
            script += u"put -z seed.bin up.bin\n"
                      "get -z seed.bin down.bin\n"
                      "get -z seed.bin partial.bin\n"
                      "put -A -z tail.bin journal.bin\n"
                      "rename old.bin new.bin\n"
                      "rm doomed.bin\n"
                      "get -z ../endless.bin part.bin\n"
                      "close\n"_s
                + login + u"get -z seed.bin after.bin\n"_s;
        }
        script += u"quit\n"_s;
        return {.program = program(),
            .arguments = {},
            .input = script.toUtf8(),
            .interruptedBy = u"part.bin"_s,
            .printed = {u"list.txt"_s, u"mlsd.txt"_s}};
    }
};

} // namespace

std::unique_ptr<Client> makeNcftp()
{
    return std::make_unique<Ncftp>();
}

} // namespace ferry::matrix
