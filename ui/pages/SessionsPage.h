#pragma once

#include "models/tables/SessionsModel.h"
#include "ui/pages/TablePage.h"

namespace ferry::ui {

/// The FTP sessions through all gateways, now.
class SessionsPage final : public TablePage {
    Q_OBJECT
public:
    SessionsPage(const PageContext &context, SessionsModel &sessions, QWidget *parent = nullptr);

    [[nodiscard]] Subject subject() const override;

protected:
    void refresh() override;
};

} // namespace ferry::ui
