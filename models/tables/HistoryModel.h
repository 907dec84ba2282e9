#pragma once

#include "models/tables/ListModel.h"
#include "models/wire/Apply.h"

namespace ferry {

/// Every Apply: who, when, why, from where, what, and how it ended.
class HistoryModel final : public ListModel<ApplyRecord> {
    Q_OBJECT
public:
    enum Column { WhenColumn, WhoColumn, WhyColumn, WhatColumn, OutcomeColumn, GenerationColumn, ColumnCount };
    enum Role {
        TransactionRole = Qt::UserRole + 1,  ///< QString
        GenerationRole,                      ///< QString, whole
        WhenRole,                            ///< QDateTime, UTC
        WhatRole,                            ///< QStringList
        FromRole,                            ///< QString: the peer's address
    };

    using ListModel::ListModel;

    /// Newest first.
    void setRecords(const QList<ApplyRecord> &records) { setItems(records); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const ApplyRecord &record) const override;
};

} // namespace ferry
