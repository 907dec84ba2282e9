#pragma once

#include "models/plan/RuleState.h"
#include "models/tables/LiveFindings.h"
#include "models/tables/ObjectTableModel.h"
#include "models/tables/RuleCells.h"

namespace ferry {

/// The publishing rules in order of evaluation. Editing a cell or dropping rows performs an edit on the document.
class RulesModel final : public ObjectTableModel<PublishingRule> {
    Q_OBJECT
public:
    enum Column {
        OrderColumn,         ///< place in the order of evaluation, from 1
        EnabledColumn,       ///< Qt::CheckStateRole, editable
        NameColumn,          ///< editable text
        ProtocolColumn,      ///< name; edited by protocol id
        ListenerColumn,      ///< "203.0.113.1:21"; editable text
        ServerColumn,
        PassiveRangeColumn,  ///< "5000–5003"; editable text, sets the range of the FTP service
        TlsColumn,
        FilterColumn,        ///< Qt::CheckStateRole, editable
        StateColumn,
        ColumnCount,
    };
    enum Role {
        IdRole = Qt::UserRole + 1,  ///< QString, on every column
        EnabledRole,       ///< bool, on every column
        StateRole,         ///< int of RuleState, on every column
        FilterRole,        ///< int of FilterSwitch
        AuthTlsRole,       ///< int of AuthTls
        TlsRole,           ///< int of TlsMode; invalid for a server that is not managed
        ProtocolIdRole,    ///< QString
        ServiceIdRole,     ///< QString; empty for a bare address
        PassivePortsRole,  ///< QString "5000-5003"; empty where there is none
        SeverityRole,      ///< int of Severity of the worst finding; invalid where there is none
    };

    /// `findings` may be nullptr: then SeverityRole is empty.
    explicit RulesModel(Document *document, LiveFindings *findings = nullptr, QObject *parent = nullptr);

    [[nodiscard]] const RuleSet &currentRuleSet() const { return ruleSet(); }

    /// States from the last look at the nodes; rules that are missing are drafts.
    void setStates(const QHash<RuleId, RuleState> &states);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    /// Moves the rules. Gives false, so that the view does not remove rows itself: they have moved already.
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    /// What was typed or dropped was not accepted; the cell shows the old value.
    void editRefused(const ferry::Error &error);

protected:
    [[nodiscard]] int numberColumn() const override { return OrderColumn; }

private:
    [[nodiscard]] QVariant displayText(int row, const PublishingRule &rule, int column) const;
    bool tryEdit(Result<EditPtr> edit);
    void touchRules(const QList<RuleId> &rules);

    LiveFindings *m_findings;
    QHash<RuleId, RuleState> m_states;
};

} // namespace ferry
