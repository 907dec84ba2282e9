#pragma once

#include "models/rules/Gateway.h"

#include <QWidget>

class QListWidget;

namespace ferry::ui {

/// Which gateways publish a rule: a check box for each.
class GatewayChoice final : public QWidget {
    Q_OBJECT
public:
    explicit GatewayChoice(QWidget *parent = nullptr);

    void setGateways(const QList<Gateway> &gateways);
    [[nodiscard]] QList<GatewayId> chosen() const;
    void setChosen(const QList<GatewayId> &gateways);

Q_SIGNALS:
    void edited();

private:
    QListWidget *m_list;
};

} // namespace ferry::ui
