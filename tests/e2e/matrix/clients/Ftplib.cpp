#include "tests/e2e/matrix/clients/Client.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Python's ftplib; ftplib_client.py does the work.
class Ftplib final : public Client {
public:
    QString name() const override { return u"ftplib"_s; }
    QString program() const override { return u"python3"_s; }

    Invocation invocation(const Visit &visit) const override
    {
        const QJsonObject job{
            {u"address"_s, visit.gateway.toString()},
            {u"port"_s, visit.port},
            {u"user"_s, visit.user},
            {u"password"_s, visit.password},
            {u"folder"_s, visit.remote},
            {u"authority"_s, visit.authority},
            {u"security"_s, securityName(visit.combination)},
            {u"active"_s, visit.combination.isActive()},
            {u"extended"_s, visit.combination.isExtended()},
            {u"listsOnly"_s, visit.listsOnly},
        };
        return {.program = program(),
            .arguments = {u"-B"_s, QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/e2e/matrix/clients/ftplib_client.py"),
                QString::fromUtf8(QJsonDocument(job).toJson(QJsonDocument::Compact))}};
    }
};

} // namespace

std::unique_ptr<Client> makeFtplib()
{
    return std::make_unique<Ftplib>();
}

} // namespace ferry::matrix
