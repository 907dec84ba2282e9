#pragma once

#include "models/tables/UsedObjectModel.h"

namespace ferry {

/// The protocol definitions, built-in and custom.
class ProtocolsModel final : public UsedObjectModel<ProtocolDefinition> {
    Q_OBJECT
public:
    enum Column { NameColumn, PrimaryColumn, SecondaryColumn, FilterColumn, KindColumn, UsedByColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,  ///< QString
        BuiltInRole,                ///< bool: read-only, can be customized
        UseCountRole,               ///< int
    };

    explicit ProtocolsModel(Document *document, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void editRefused(const ferry::Error &error);
};

} // namespace ferry
