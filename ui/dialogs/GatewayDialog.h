#pragma once

#include "models/rules/Gateway.h"
#include "ui/dialogs/ActionDialog.h"
#include "ui/dialogs/ListEdit.h"

class QComboBox;
class QLineEdit;

namespace ferry {
class Document;
}

namespace ferry::ui {

class FormRow;

/// What an engine can do, in a sentence or two: its listener, its FTP filter, how a change reaches it.
[[nodiscard]] QString engineAbilities(Engine engine);

/// One gateway: its agent, its engine and what that can do, its external addresses.
class GatewayDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// A null `gateway` adds a new one.
    GatewayDialog(Document &document, const GatewayId &gateway, QWidget *parent = nullptr);

    [[nodiscard]] const GatewayId &gateway() const { return m_gateway; }

protected:
    void commit() override;

private:
    [[nodiscard]] Gateway value() const;
    void refresh();

    Document &m_document;
    GatewayId m_gateway;
    bool m_touched = false;
    QLineEdit *m_name;
    QLineEdit *m_agent;
    QComboBox *m_engine;
    FormRow *m_engineRow;
    AddressListEdit *m_addresses;
    FormRow *m_addressRow;
    ClientAddressesEdit *m_clientAddresses;
    FormRow *m_clientAddressRow;
    QLineEdit *m_certificate;
};

} // namespace ferry::ui
