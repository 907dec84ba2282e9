#pragma once

#include "models/base/Address.h"
#include "ui/widgets/FieldEdit.h"

#include <QList>

namespace ferry::ui {

/// Addresses with commas between them.
class AddressListEdit final : public FieldEdit {
    Q_OBJECT
public:
    explicit AddressListEdit(QWidget *parent = nullptr);

    /// What can be read of the text; empty where anything in it cannot.
    [[nodiscard]] QList<Address> value() const;
    void setValue(const QList<Address> &addresses);

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;
};

} // namespace ferry::ui
