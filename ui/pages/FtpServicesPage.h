#pragma once

#include "models/tables/FtpServicesModel.h"
#include "ui/pages/TablePage.h"

class QPushButton;

namespace ferry::ui {

/// The managed FTP services: passive range, external addresses, state, restart.
class FtpServicesPage final : public TablePage {
    Q_OBJECT
public:
    FtpServicesPage(const PageContext &context, FtpServicesModel &services, QWidget *parent = nullptr);

    [[nodiscard]] bool isInspected() const override { return true; }
    [[nodiscard]] Subject subject() const override;
    [[nodiscard]] QSet<Act> usable() const override;
    void run(Act act) override;

protected:
    void open(const QModelIndex &index) override;
    [[nodiscard]] QList<Act> menu() const override;
    void refresh() override;

private:
    [[nodiscard]] const FtpService *current() const;

    QPushButton *m_range;
    QPushButton *m_address;
    QPushButton *m_import;
    QPushButton *m_volume;
    QPushButton *m_restart;
};

} // namespace ferry::ui
