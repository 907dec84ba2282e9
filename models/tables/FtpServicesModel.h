#pragma once

#include "models/tables/NodeStatuses.h"
#include "models/tables/UsedObjectModel.h"

namespace ferry {

/// The managed FTP services with what their agents say about them.
class FtpServicesModel final : public UsedObjectModel<FtpService> {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        SoftwareColumn,
        SitesColumn,
        PassiveRangeColumn,  ///< editable
        ExternalAddressColumn,
        SessionsColumn,
        UsedByColumn,
        HealthColumn,
        ColumnCount,
    };
    enum Role {
        IdRole = Qt::UserRole + 1,  ///< QString
        HealthRole,                 ///< int of Health
        SessionsRole,               ///< int; invalid where not known
        UseCountRole,               ///< int
        ProblemRole,                ///< QString: why it does not run or is not reached
    };

    explicit FtpServicesModel(Document *document, QObject *parent = nullptr);

    void setStatuses(const NodeStatuses &statuses);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void editRefused(const ferry::Error &error);

private:
    [[nodiscard]] QVariant displayText(const FtpService &service, int column) const;

    NodeStatuses m_statuses;
};

} // namespace ferry
