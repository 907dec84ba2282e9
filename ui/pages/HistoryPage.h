#pragma once

#include "models/tables/HistoryModel.h"
#include "ui/pages/TablePage.h"

class QLabel;

namespace ferry::ui {

/// Every Apply: who, when, why, what, and how it ended.
class HistoryPage final : public TablePage {
    Q_OBJECT
public:
    HistoryPage(const PageContext &context, HistoryModel &history, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    HistoryModel &m_history;
    QLabel *m_details;
};

} // namespace ferry::ui
