#pragma once

#include "models/rules/Gateway.h"
#include "ui/widgets/FieldEdit.h"

#include <QList>

namespace ferry::ui {

/// Networks of clients and the addresses they are told, "10.0.0.0/8 = 10.0.0.1", with commas between them.
class ClientAddressesEdit final : public FieldEdit {
    Q_OBJECT
public:
    explicit ClientAddressesEdit(QWidget *parent = nullptr);

    /// What can be read of the text; empty where anything in it cannot.
    [[nodiscard]] QList<ClientAddress> value() const;
    void setValue(const QList<ClientAddress> &addresses);

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;
};

} // namespace ferry::ui
