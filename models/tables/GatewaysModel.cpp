#include "models/tables/GatewaysModel.h"

#include "models/plan/Words.h"
#include "models/tables/TableText.h"

namespace ferry {

GatewaysModel::GatewaysModel(Document *document, QObject *parent) : UsedObjectModel(document, parent) {}

void GatewaysModel::setStatuses(const NodeStatuses &statuses)
{
    if (statuses == m_statuses)
        return;
    m_statuses = statuses;
    touchRows(0, rowCount() - 1);
}

int GatewaysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GatewaysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return TableText::tr("Name");
    case EngineColumn:
        return TableText::tr("Engine");
    case AddressesColumn:
        return TableText::tr("External addresses");
    case AgentColumn:
        return TableText::tr("Agent");
    case UsedByColumn:
        return TableText::tr("Used by");
    case SessionsColumn:
        return TableText::tr("Sessions");
    case LatencyColumn:
        return TableText::tr("Latency");
    case DriftColumn:
        return TableText::tr("Drift");
    case HealthColumn:
        return TableText::tr("State");
    default:
        return {};
    }
}

bool GatewaysModel::hasDrifted(const Gateway &gateway) const
{
    const NodeView view = m_statuses.value(gateway.agent);
    return view.status && !view.status->drift.isEmpty();
}

QVariant GatewaysModel::displayText(const Gateway &gateway, int column) const
{
    switch (column) {
    case NameColumn:
        return gateway.name;
    case EngineColumn:
        return engineText(gateway.engine);
    case AddressesColumn: {
        QStringList addresses;
        for (const Address &address : gateway.externalAddresses)
            addresses << address.toString();
        return addresses.isEmpty() ? noValue() : addresses.join(QStringLiteral(", "));
    }
    case AgentColumn:
        return gateway.agent.isEmpty() ? noValue() : gateway.agent;
    case UsedByColumn: {
        const int users = usage().gateways.value(gateway.id);
        return users ? TableText::tr("%n rules", nullptr, users) : noValue();
    }
    case SessionsColumn: {
        const GatewayStatus *status = gatewayStatus(m_statuses, gateway);
        return status ? QString::number(status->sessions) : noValue();
    }
    case LatencyColumn: {
        const int milliseconds = m_statuses.value(gateway.agent).milliseconds;
        return milliseconds < 0 ? noValue() : TableText::tr("%1 ms").arg(milliseconds);
    }
    case DriftColumn:
        return hasDrifted(gateway) ? TableText::tr("edited by hand") : noValue();
    case HealthColumn:
        return healthText(healthOf(m_statuses, gateway));
    default:
        return {};
    }
}

QVariant GatewaysModel::data(const QModelIndex &index, int role) const
{
    const Gateway *gateway = objectAt(index.row());
    if (!gateway)
        return {};
    const NodeView view = m_statuses.value(gateway->agent);
    const GatewayStatus *status = gatewayStatus(m_statuses, *gateway);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*gateway, index.column());
    case IdRole:
        return gateway->id.text();
    case HealthRole:
        return static_cast<int>(healthOf(m_statuses, *gateway));
    case SessionsRole:
        return status ? QVariant(status->sessions) : QVariant();
    case UseCountRole:
        return usage().gateways.value(gateway->id);
    case ProblemRole:
        return status ? status->problem : view.problem;
    case DriftRole:
        return hasDrifted(*gateway);
    case VersionRole:
        return view.status ? view.status->version : QString();
    default:
        return {};
    }
}

} // namespace ferry
