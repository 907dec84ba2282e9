#include "models/tables/ProtocolsModel.h"

#include "models/edits/ProtocolEdits.h"
#include "models/tables/TableText.h"

namespace ferry {

ProtocolsModel::ProtocolsModel(Document *document, QObject *parent) : UsedObjectModel(document, parent) {}

int ProtocolsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProtocolsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return TableText::tr("Name");
    case PrimaryColumn:
        return TableText::tr("Primary connections");
    case SecondaryColumn:
        return TableText::tr("Secondary connections");
    case FilterColumn:
        return TableText::tr("Filter");
    case KindColumn:
        return TableText::tr("Kind");
    case UsedByColumn:
        return TableText::tr("Used by");
    default:
        return {};
    }
}

QVariant ProtocolsModel::data(const QModelIndex &index, int role) const
{
    const ProtocolDefinition *protocol = objectAt(index.row());
    if (!protocol)
        return {};
    const int users =
        role == UseCountRole || index.column() == UsedByColumn ? usage().protocols.value(protocol->id) : 0;
    switch (role) {
    case IdRole:
        return protocol->id.text();
    case BuiltInRole:
        return protocol->builtIn;
    case UseCountRole:
        return users;
    case Qt::ToolTipRole:
        return protocol->description;
    case Qt::EditRole:
        return index.column() == NameColumn ? QVariant(protocol->name) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        return protocol->name;
    case PrimaryColumn:
        return connectionsText(protocol->primary);
    case SecondaryColumn:
        return connectionsText(protocol->secondary);
    case FilterColumn:
        return protocol->filter == ApplicationFilter::Ftp ? TableText::tr("FTP filter") : noValue();
    case KindColumn:
        return protocol->builtIn ? TableText::tr("Built-in") : TableText::tr("Custom");
    case UsedByColumn:
        return users ? TableText::tr("%n rules", nullptr, users) : noValue();
    default:
        return {};
    }
}

Qt::ItemFlags ProtocolsModel::flags(const QModelIndex &index) const
{
    const ProtocolDefinition *protocol = objectAt(index.row());
    Qt::ItemFlags flags = UsedObjectModel::flags(index);
    if (protocol && !protocol->builtIn && index.column() == NameColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ProtocolsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ProtocolDefinition *protocol = objectAt(index.row());
    if (!protocol || index.column() != NameColumn || role != Qt::EditRole)
        return false;
    const Result<void> performed = document().perform(renameProtocol(protocol->id, value.toString().trimmed()));
    document().endTyping();
    if (!performed)
        Q_EMIT editRefused(performed.error());
    return performed.has_value();
}

} // namespace ferry
