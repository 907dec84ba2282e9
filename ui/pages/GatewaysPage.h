#pragma once

#include "models/tables/GatewaysModel.h"
#include "ui/pages/TablePage.h"

namespace ferry::ui {

/// The gateways: engine, external addresses, agent, state, drift.
class GatewaysPage final : public TablePage {
    Q_OBJECT
public:
    GatewaysPage(const PageContext &context, GatewaysModel &gateways, QWidget *parent = nullptr);

    [[nodiscard]] bool isInspected() const override { return true; }
    [[nodiscard]] Subject subject() const override;
    [[nodiscard]] QSet<Act> usable() const override;
    void run(Act act) override;

protected:
    void open(const QModelIndex &index) override;
    [[nodiscard]] QList<Act> menu() const override;
};

} // namespace ferry::ui
