#include "models/tables/FtpServicesModel.h"

#include "models/edits/ServiceEdits.h"
#include "models/plan/Words.h"
#include "models/tables/TableText.h"

namespace ferry {
namespace {

QString sitesText(const FtpService &service)
{
    QStringList names;
    for (const FtpSite &site : service.sites)
        names << QStringLiteral("%1 %2").arg(site.name, endpointText(site.address, site.port));
    return names.isEmpty() ? noValue() : names.join(QStringLiteral(", "));
}

QString externalAddressText(const FtpService &service)
{
    QStringList addresses;
    for (const FtpSite &site : service.sites) {
        if (site.externalAddress.everywhere)
            addresses << site.externalAddress.everywhere->toString();
        for (const Address &address : site.externalAddress.perGateway)
            addresses << address.toString();
    }
    addresses.removeDuplicates();
    return addresses.isEmpty() ? noValue() : addresses.join(QStringLiteral(", "));
}

} // namespace

FtpServicesModel::FtpServicesModel(Document *document, QObject *parent) : UsedObjectModel(document, parent) {}

void FtpServicesModel::setStatuses(const NodeStatuses &statuses)
{
    if (statuses == m_statuses)
        return;
    m_statuses = statuses;
    touchRows(0, rowCount() - 1);
}

int FtpServicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FtpServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return TableText::tr("Name");
    case SoftwareColumn:
        return TableText::tr("Software");
    case SitesColumn:
        return TableText::tr("Sites");
    case PassiveRangeColumn:
        return TableText::tr("Passive range");
    case ExternalAddressColumn:
        return TableText::tr("External address");
    case SessionsColumn:
        return TableText::tr("Sessions");
    case UsedByColumn:
        return TableText::tr("Used by");
    case HealthColumn:
        return TableText::tr("State");
    default:
        return {};
    }
}

QVariant FtpServicesModel::displayText(const FtpService &service, int column) const
{
    switch (column) {
    case NameColumn:
        return service.name;
    case SoftwareColumn:
        return softwareText(service.software);
    case SitesColumn:
        return sitesText(service);
    case PassiveRangeColumn:
        return service.passivePorts ? service.passivePorts->toDisplay() : TableText::tr("any port");
    case ExternalAddressColumn:
        return externalAddressText(service);
    case SessionsColumn: {
        const ServiceStatus *status = serviceStatus(m_statuses, service);
        return status ? QString::number(status->sessions) : noValue();
    }
    case UsedByColumn: {
        const int users = usage().services.value(service.id);
        return users ? TableText::tr("%n rules", nullptr, users) : noValue();
    }
    case HealthColumn:
        return healthText(healthOf(m_statuses, service));
    default:
        return {};
    }
}

QVariant FtpServicesModel::data(const QModelIndex &index, int role) const
{
    const FtpService *service = objectAt(index.row());
    if (!service)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*service, index.column());
    case Qt::EditRole:
        if (index.column() == PassiveRangeColumn)
            return service->passivePorts ? service->passivePorts->toString() : QString();
        return index.column() == NameColumn ? QVariant(service->name) : QVariant();
    case IdRole:
        return service->id.text();
    case HealthRole:
        return static_cast<int>(healthOf(m_statuses, *service));
    case SessionsRole: {
        const ServiceStatus *status = serviceStatus(m_statuses, *service);
        return status ? QVariant(status->sessions) : QVariant();
    }
    case UseCountRole:
        return usage().services.value(service->id);
    case ProblemRole: {
        const ServiceStatus *status = serviceStatus(m_statuses, *service);
        return status ? status->problem : m_statuses.value(service->agent).problem;
    }
    default:
        return {};
    }
}

Qt::ItemFlags FtpServicesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = UsedObjectModel::flags(index);
    const bool isEditable = index.column() == NameColumn || index.column() == PassiveRangeColumn;
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool FtpServicesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const FtpService *service = objectAt(index.row());
    if (!service || role != Qt::EditRole)
        return false;
    const QString text = value.toString().trimmed();
    EditPtr edit;
    if (index.column() == NameColumn) {
        edit = renameService(service->id, text);
    } else if (index.column() == PassiveRangeColumn) {
        const Result<PortRange> ports = PortRange::parse(text);
        if (!text.isEmpty() && !ports) {
            Q_EMIT editRefused(ports.error());
            return false;
        }
        edit = setPassivePorts(service->id, text.isEmpty() ? std::nullopt : std::optional(*ports));
    } else {
        return false;
    }
    const Result<void> performed = document().perform(std::move(edit));
    document().endTyping();
    if (!performed)
        Q_EMIT editRefused(performed.error());
    return performed.has_value();
}

} // namespace ferry
