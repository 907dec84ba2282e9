#include "tests/e2e/matrix/servers/Server.h"
#include "tests/e2e/matrix/servers/Unpacked.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

// The distribution's, because the modules that were unpacked are made for it.
constexpr auto python = "/usr/bin/python3";
const QString modules = QStringLiteral("usr/lib/python3/dist-packages");

/// A library; pyftpdlib_server.py is the server.
class Pyftpdlib final : public Server {
public:
    QString name() const override { return u"pyftpdlib"_s; }
    QString missing() const override { return missingUnpacked(modules + u"/pyftpdlib"_s); }

    std::optional<Reason> refusesEarlyDataTls() const override
    {
        // Not to be tried: on a busy machine the command may be the first of the two all the same.
        return Reason{
            u"pyftpdlib 1.5.7 resets data connections on which TLS begins before the command of the transfer, "
            "as curl does it; without a gateway as well."_s,
            Reason::Proof::Known};
    }

    Result<Launch> prepare(const Place &place) const override
    {
        const QJsonObject job{
            {u"address"_s, place.address.toString()},
            {u"port"_s, place.port},
            {u"low"_s, place.passive.low()},
            {u"high"_s, place.passive.high()},
            {u"external"_s, place.external.toString()},
            {u"certificate"_s, place.certificate},
            {u"key"_s, place.key},
            {u"implicit"_s, place.isImplicit},
            {u"user"_s, user()},
            {u"password"_s, password()},
            {u"site"_s, place.site()},
            {u"rate"_s, transferRate},
        };
        return Launch{QLatin1String(python),
            {u"-B"_s, QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/e2e/matrix/servers/pyftpdlib_server.py"),
                QString::fromUtf8(QJsonDocument(job).toJson(QJsonDocument::Compact))},
            {{u"PYTHONPATH"_s, unpacked(modules)}}};
    }
};

} // namespace

std::unique_ptr<Server> makePyftpdlib()
{
    return std::make_unique<Pyftpdlib>();
}

} // namespace ferry::matrix
