#pragma once

#include "models/tables/NodeStatuses.h"
#include "models/tables/UsedObjectModel.h"

namespace ferry {

/// The gateways with what their agents say about them.
class GatewaysModel final : public UsedObjectModel<Gateway> {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        EngineColumn,
        AddressesColumn,
        AgentColumn,
        UsedByColumn,
        SessionsColumn,
        LatencyColumn,
        DriftColumn,
        HealthColumn,
        ColumnCount,
    };
    enum Role {
        IdRole = Qt::UserRole + 1,  ///< QString
        HealthRole,                 ///< int of Health
        SessionsRole,               ///< int; invalid where not known
        UseCountRole,               ///< int
        ProblemRole,                ///< QString: why it does not run or is not reached
        DriftRole,                  ///< bool: native files were edited by hand
        VersionRole,                ///< QString of the agent
    };

    explicit GatewaysModel(Document *document, QObject *parent = nullptr);

    void setStatuses(const NodeStatuses &statuses);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QVariant displayText(const Gateway &gateway, int column) const;
    [[nodiscard]] bool hasDrifted(const Gateway &gateway) const;

    NodeStatuses m_statuses;
};

} // namespace ferry
