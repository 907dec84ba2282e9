#include "tests/e2e/matrix/clients/Client.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

class Tnftp final : public Client {
public:
    QString name() const override { return u"tnftp"_s; }
    QString program() const override { return u"tnftp"_s; }

    std::optional<Reason> refuses(const Combination &combination) const override
    {
        if (combination.isEncrypted())
            return Reason{u"tnftp has no TLS for FTP."_s};
        return std::nullopt;
    }

    Invocation invocation(const Visit &visit) const override
    {
        QString script =
            u"open %1 %2\nuser %3 %4\nepsv4 %5\nbinary\nls %6 list.txt\n"_s.arg(visit.gateway.toString())
                .arg(visit.port)
                .arg(visit.user, visit.password, visit.combination.isExtended() ? u"on"_s : u"off"_s, visit.remote);
        if (!visit.listsOnly) {
            // The rate, in bytes a second, leaves time to interrupt.
            script += u"put seed.bin %1/up.bin\n"
                      "get %1/seed.bin down.bin\n"
                      "reget %1/seed.bin partial.bin\n"
                      "append tail.bin %1/journal.bin\n"
                      "rename %1/old.bin %1/new.bin\n"
                      "delete %1/doomed.bin\n"
                      "mlsd %1\n"
                      "rate get 4194304\n"
                      "get endless.bin part.bin\n"
                      "get %1/seed.bin after.bin\n"_s.arg(visit.remote);
        }
        script += u"quit\n"_s;
        return {.program = program(),
            .arguments = {u"-n"_s, u"-v"_s, u"-i"_s, visit.combination.isActive() ? u"-A"_s : u"-p"_s},
            .input = script.toUtf8(),
            .interruptedBy = u"part.bin"_s,
            .printed = {u"mlsd.txt"_s}};
    }
};

} // namespace

std::unique_ptr<Client> makeTnftp()
{
    return std::make_unique<Tnftp>();
}

} // namespace ferry::matrix
