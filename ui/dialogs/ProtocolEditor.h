#pragma once

#include "models/rules/ProtocolDefinition.h"
#include "ui/dialogs/ActionDialog.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace ferry {
class Document;
}

namespace ferry::ui {

class ConnectionList;
class FormRow;
class MessageStrip;

/// One protocol definition. Built-in ones are locked; *Customize* makes an editable copy, which the rule then uses.
class ProtocolEditor final : public ActionDialog {
    Q_OBJECT
public:
    /// `forRule` is the rule that moves to the copy when a built-in definition is customized; null: the only rule
    /// that uses it, or none. A null `protocol` makes a new definition.
    ProtocolEditor(
        Document &document, const ProtocolId &protocol, const RuleId &forRule = {}, QWidget *parent = nullptr);

    /// What is being edited now: the copy, once customized.
    [[nodiscard]] const ProtocolId &protocol() const { return m_protocol; }

protected:
    void commit() override;

private:
    [[nodiscard]] ProtocolDefinition value() const;
    void load();
    void customize();
    void refresh();

    Document &m_document;
    ProtocolId m_protocol;
    RuleId m_rule;
    bool m_touched = false;
    MessageStrip *m_lock;
    QLineEdit *m_name;
    QLineEdit *m_description;
    ConnectionList *m_primary;
    ConnectionList *m_secondary;
    QComboBox *m_filter;
    FormRow *m_filterRow;
    FormRow *m_usedByRow;
    QLabel *m_usedBy;
};

} // namespace ferry::ui
