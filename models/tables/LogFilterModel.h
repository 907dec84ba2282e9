#pragma once

#include "models/tables/LogModel.h"
#include "models/tables/RowFilterModel.h"

namespace ferry {

/// What lines of the log to show; what is not set lets everything through.
struct LogFilter {
    QString text;  ///< held by any cell, case does not matter
    std::optional<RuleId> rule;
    std::optional<GatewayId> gateway;
    std::optional<quint64> session;  ///< sessions are counted by each gateway: set `gateway` too
    std::optional<LogAction> action;
    std::optional<Originator> originator;
    std::optional<quint32> resultCode;

    bool operator==(const LogFilter &) const = default;
};

/// The lines of the log that a filter lets through.
class LogFilterModel final : public RowFilterModel {
    Q_OBJECT
public:
    explicit LogFilterModel(LogModel *log, QObject *parent = nullptr);

    void setFilter(const LogFilter &filter);
    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    [[nodiscard]] const LogEntry &entryAt(int row) const { return m_log->entryAt(sourceRow(row)); }

protected:
    [[nodiscard]] bool isFiltering() const override { return m_filter != LogFilter{}; }
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    LogModel *m_log;
    LogFilter m_filter;
};

} // namespace ferry
