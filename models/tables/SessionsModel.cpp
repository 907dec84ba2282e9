#include "models/tables/SessionsModel.h"

#include "models/plan/Words.h"
#include "models/tables/TableText.h"

#include <QLocale>

namespace ferry {

SessionsModel::SessionsModel(const Document *document, QObject *parent) : ListModel(parent), m_document(document)
{
    connect(document, &Document::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, RuleColumn), index(rowCount() - 1, GatewayColumn), {Qt::DisplayRole});
    });
}

int SessionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClientColumn:
        return TableText::tr("Client");
    case UserColumn:
        return TableText::tr("User");
    case RuleColumn:
        return TableText::tr("Rule");
    case GatewayColumn:
        return TableText::tr("Gateway");
    case SinceColumn:
        return TableText::tr("Since");
    case TransferColumn:
        return TableText::tr("Transfer");
    case BytesColumn:
        return TableText::tr("Up / down");
    case TlsColumn:
        return TableText::tr("TLS");
    default:
        return {};
    }
}

QString SessionsModel::keyOf(const SessionInfo &session) const
{
    return session.gateway.text() + u'/' + QString::number(session.id);
}

QVariant SessionsModel::displayText(const SessionInfo &session, int column) const
{
    const RuleSet &ruleSet = m_document->ruleSet();
    const QLocale locale;
    switch (column) {
    case ClientColumn:
        return endpointText(session.client, session.clientPort);
    case UserColumn:
        return session.user.isEmpty() ? noValue() : session.user;
    case RuleColumn: {
        const PublishingRule *rule = ruleSet.rules.find(session.rule);
        return rule ? rule->name : session.rule.text();
    }
    case GatewayColumn: {
        const Gateway *gateway = ruleSet.gateways.find(session.gateway);
        return gateway ? gateway->name : session.gateway.text();
    }
    case SinceColumn:
        return locale.toString(session.since.toLocalTime().time(), QLocale::ShortFormat);
    case TransferColumn:
        return session.transfer.isEmpty() ? noValue() : session.transfer;
    case BytesColumn:
        return QStringLiteral("%1 / %2").arg(locale.formattedDataSize(static_cast<qint64>(session.bytesUp)),
            locale.formattedDataSize(static_cast<qint64>(session.bytesDown)));
    case TlsColumn:
        return session.opaque ? TableText::tr("end to end") : noValue();
    default:
        return {};
    }
}

QVariant SessionsModel::data(const QModelIndex &index, int role) const
{
    const SessionInfo *session = itemAt(index.row());
    if (!session)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*session, index.column());
    case SessionRole:
        return session->id;
    case GatewayIdRole:
        return session->gateway.text();
    case RuleIdRole:
        return session->rule.text();
    case OpaqueRole:
        return session->opaque;
    case SinceRole:
        return session->since;
    case BytesUpRole:
        return session->bytesUp;
    case BytesDownRole:
        return session->bytesDown;
    default:
        return {};
    }
}

} // namespace ferry
