#include "models/store/ObjectReaders.h"
#include "models/store/StoreText.h"

namespace ferry {
namespace {

using Kind = Reference::Kind;

QString pointerOf(const Reference &reference, const QString &name)
{
    const QString row = QString::number(reference.row);
    const QString inner = QString::number(reference.inner);
    switch (reference.kind) {
    case Kind::RuleProtocol:
        return QStringLiteral("/rules/%1/protocol").arg(row);
    case Kind::RuleGateway:
        return QStringLiteral("/rules/%1/gateways/%2").arg(row, inner);
    case Kind::RuleService:
        return QStringLiteral("/rules/%1/server/service").arg(row);
    case Kind::RuleSite:
        return QStringLiteral("/rules/%1/server/site").arg(row);
    case Kind::SiteGateway:
        return QStringLiteral("/ftpServices/%1/sites/%2/externalAddress/perGateway/%3").arg(row, inner, name);
    }
    return {};
}

/// What is wrong with the reference; empty where it is to something.
QString whyDangling(const RuleSetDraft &draft, const Reference &reference, const QString &name)
{
    switch (reference.kind) {
    case Kind::RuleProtocol:
        if (!draft.protocols.contains(ProtocolId::fromTrusted(name)))
            return StoreText::tr("There is no protocol definition \"%1\".").arg(name);
        break;
    case Kind::RuleGateway:
    case Kind::SiteGateway:
        if (!draft.gateways.contains(GatewayId::fromTrusted(name)))
            return StoreText::tr("There is no gateway \"%1\".").arg(name);
        break;
    case Kind::RuleService:
        if (!draft.ftpServices.contains(ServiceId::fromTrusted(name)))
            return StoreText::tr("There is no FTP service \"%1\".").arg(name);
        break;
    case Kind::RuleSite: {
        const auto &server = std::get<ServiceSite>(draft.rules.at(reference.row).server);
        const FtpService *service = draft.ftpServices.find(server.service);
        if (service && !findSite(*service, name))
            return StoreText::tr("The FTP service \"%1\" has no site \"%2\".").arg(server.service.text(), name);
        break;
    }
    }
    return {};
}

} // namespace

void refuseDangling(const RuleSetDraft &draft, QByteArrayView text, ProblemList &problems)
{
    for (const Reference &reference : draft.references) {
        const QString name = JsonCursor(text.sliced(reference.offset)).readString();
        const QString why = whyDangling(draft, reference, name);
        if (!why.isEmpty())
            problems.add(
                reference.offset, pointerOf(reference, name), why, StoreText::tr("Add it, or name another one."));
    }
}

} // namespace ferry
