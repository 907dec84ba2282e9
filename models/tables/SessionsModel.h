#pragma once

#include "models/edits/Document.h"
#include "models/tables/ListModel.h"
#include "models/wire/NodeStatus.h"

namespace ferry {

/// The FTP sessions through all gateways.
class SessionsModel final : public ListModel<SessionInfo> {
    Q_OBJECT
public:
    enum Column {
        ClientColumn,
        UserColumn,
        RuleColumn,
        GatewayColumn,
        SinceColumn,
        TransferColumn,
        BytesColumn,
        TlsColumn,
        ColumnCount,
    };
    enum Role {
        SessionRole = Qt::UserRole + 1,  ///< quint64
        GatewayIdRole,                   ///< QString
        RuleIdRole,                      ///< QString
        OpaqueRole,                      ///< bool: encrypted end to end
        SinceRole,                       ///< QDateTime, UTC
        BytesUpRole,                     ///< quint64, client to server
        BytesDownRole,                   ///< quint64
    };

    /// Rules are shown by the names that `document` has for them.
    explicit SessionsModel(const Document *document, QObject *parent = nullptr);

    void setSessions(const QList<SessionInfo> &sessions) { setItems(sessions); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const SessionInfo &session) const override;

private:
    [[nodiscard]] QVariant displayText(const SessionInfo &session, int column) const;

    const Document *m_document;
};

} // namespace ferry
