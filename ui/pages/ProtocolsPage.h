#pragma once

#include "models/tables/ProtocolsModel.h"
#include "ui/pages/TablePage.h"

class QPushButton;

namespace ferry::ui {

/// The protocol definitions; built-in ones are locked and can be customized.
class ProtocolsPage final : public TablePage {
    Q_OBJECT
public:
    ProtocolsPage(const PageContext &context, ProtocolsModel &protocols, QWidget *parent = nullptr);

    [[nodiscard]] bool isInspected() const override { return true; }
    [[nodiscard]] Subject subject() const override;
    [[nodiscard]] QSet<Act> usable() const override;
    void run(Act act) override;

protected:
    void open(const QModelIndex &index) override;
    [[nodiscard]] QList<Act> menu() const override;
    void refresh() override;

private:
    [[nodiscard]] ProtocolId current() const;

    QPushButton *m_open;
};

} // namespace ferry::ui
