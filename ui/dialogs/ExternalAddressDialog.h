#pragma once

#include "models/rules/RuleSet.h"
#include "ui/dialogs/ActionDialog.h"

#include <QMap>

namespace ferry {
class Document;
}

namespace ferry::ui {

class AddressEdit;
class ChoiceList;
class FormRow;
class MessageStrip;

/// The address that a site advertises in 227: one for all gateways, or one for each.
class ExternalAddressDialog final : public ActionDialog {
    Q_OBJECT
public:
    ExternalAddressDialog(Document &document, const ServiceId &service, const QString &site, QWidget *parent = nullptr);

protected:
    void commit() override;

private:
    struct GatewayRow {
        GatewayId gateway;
        AddressEdit *edit;
        FormRow *row;
    };

    [[nodiscard]] ExternalAddress value() const;
    /// The listener address of a rule that publishes the site on `gateway`; on any gateway if it is null.
    [[nodiscard]] std::optional<Address> listenerOf(const GatewayId &gateway) const;
    FormRow *addAddressRow(const QString &label, AddressEdit *edit, const std::optional<Address> &suggestion);
    void refresh();

    Document &m_document;
    ServiceId m_service;
    QString m_site;
    ChoiceList *m_mode;
    AddressEdit *m_everywhere;
    FormRow *m_everywhereRow;
    QList<GatewayRow> m_gateways;
    MessageStrip *m_verdict;
};

} // namespace ferry::ui
