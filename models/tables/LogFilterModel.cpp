#include "models/tables/LogFilterModel.h"

namespace ferry {

LogFilterModel::LogFilterModel(LogModel *log, QObject *parent) : RowFilterModel(parent), m_log(log)
{
    RowFilterModel::setSourceModel(log);
}

void LogFilterModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refilter();
}

bool LogFilterModel::accepts(int sourceRow) const
{
    const LogEntry &entry = m_log->entryAt(sourceRow);
    const auto differs = [](const auto &wanted, const auto &value) { return wanted && *wanted != value; };
    if (differs(m_filter.rule, entry.rule) || differs(m_filter.gateway, entry.gateway)
        || differs(m_filter.session, entry.session) || differs(m_filter.action, entry.action)
        || differs(m_filter.originator, entry.originator) || differs(m_filter.resultCode, entry.resultCode))
        return false;
    if (m_filter.text.isEmpty())
        return true;
    for (int column = LogModel::GatewayColumn; column < LogModel::ColumnCount; ++column) {
        if (m_log->cellText(entry, column).contains(m_filter.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace ferry
