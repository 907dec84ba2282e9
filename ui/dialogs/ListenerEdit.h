#pragma once

#include "models/base/Address.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace ferry::ui {

/// Address and port that clients connect to; the gateways' own addresses are offered.
class ListenerEdit final : public QWidget {
    Q_OBJECT
public:
    explicit ListenerEdit(QWidget *parent = nullptr);

    /// Addresses to choose from; others can be typed.
    void setOffered(const QList<Address> &addresses);
    void setAddress(const std::optional<Address> &address);
    [[nodiscard]] std::optional<Address> address() const;
    void setPort(quint16 port);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    void edited();

private:
    QComboBox *m_address;
    QSpinBox *m_port;
};

} // namespace ferry::ui
