#pragma once

#include "models/tables/LogFilterModel.h"
#include "ui/pages/TablePage.h"

class QLabel;
class QPushButton;

namespace ferry::ui {

/// The live log of all gateways; follows the end until one scrolls back, can be paused, and says what a result code
/// means.
class LogPage final : public TablePage {
    Q_OBJECT
public:
    LogPage(const PageContext &context, LogModel &log, QWidget *parent = nullptr);

    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] Subject subject() const override;
    [[nodiscard]] QSet<Act> usable() const override;
    void run(Act act) override;

protected:
    [[nodiscard]] QWidget *shown() const override;
    void refresh() override;

private:
    void take(const QList<LogEntry> &entries);
    void setPaused(bool paused);
    void showLineMenu(const QPoint &position);
    void showDetails();
    [[nodiscard]] bool isAtEnd() const;
    void setFilter(const LogFilter &filter);

    LogModel &m_log;
    LogFilterModel *m_found;
    EmptyState *m_noHit;
    QPushButton *m_all;
    QPushButton *m_pause;
    QLabel *m_details;
    bool m_paused = false;
    QList<LogEntry> m_waiting;  ///< lines that came while paused
};

} // namespace ferry::ui
