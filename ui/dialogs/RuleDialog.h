#pragma once

#include "models/rules/PublishingRule.h"
#include "ui/dialogs/ActionDialog.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace ferry {
class Document;
}

namespace ferry::ui {

class AddressEdit;
class FormRow;
class GatewayChoice;
class ListenerEdit;
class NetworksEdit;
class PortRangeEdit;
class Switch;

/// One publishing rule but for its filter settings: names, listener, published server, clients, log.
class RuleDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// A null `rule` makes a new one, in front of `row` (-1: at the end).
    RuleDialog(Document &document, const RuleId &rule, QWidget *parent = nullptr, qsizetype row = -1);

    /// The rule that was edited or made.
    [[nodiscard]] const RuleId &rule() const { return m_rule; }

Q_SIGNALS:
    /// The filter button: the caller shows FilterDialog.
    void filterRequested(const ferry::RuleId &rule);

protected:
    void commit() override;

private:
    [[nodiscard]] PublishingRule value() const;
    void fillChoices();
    void load(const PublishingRule &rule);
    void refresh();

    Document &m_document;
    RuleId m_rule;
    qsizetype m_row;
    bool m_touched = false;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_protocol;
    FormRow *m_protocolRow;
    GatewayChoice *m_gateways;
    ListenerEdit *m_listener;
    FormRow *m_listenerRow;
    QComboBox *m_server;
    AddressEdit *m_bareAddress;
    PortRangeEdit *m_barePort;
    QWidget *m_bare;
    FormRow *m_bareRow;
    AddressEdit *m_external;
    FormRow *m_externalRow;
    NetworksEdit *m_from;
    FormRow *m_fromRow;
    Switch *m_log;
};

} // namespace ferry::ui
