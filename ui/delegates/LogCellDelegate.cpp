#include "ui/delegates/LogCellDelegate.h"

#include "models/tables/LogModel.h"
#include "models/wire/ResultCode.h"
#include "ui/theme/Colours.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

CellDelegate::Face faceOf(int column)
{
    switch (column) {
    case LogModel::GatewayColumn:
    case LogModel::RuleColumn:
    case LogModel::ActionColumn:
    case LogModel::OriginatorColumn:
    case LogModel::TextColumn:
        return CellDelegate::Face::Text;
    default:
        return CellDelegate::Face::Fixed;
    }
}

} // namespace

LogCellDelegate::LogCellDelegate(int column, QObject *parent) : CellDelegate(faceOf(column), parent) {}

QString LogCellDelegate::shownText(const QModelIndex &index) const
{
    // The day is in the tooltip and in the export; a live log is read by the second.
    if (index.column() == LogModel::TimeColumn)
        return index.data(LogModel::TimeRole).toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    return CellDelegate::shownText(index);
}

QColor LogCellDelegate::ink(const QModelIndex &index, const Colours &colours) const
{
    const auto action = static_cast<LogAction>(index.data(LogModel::ActionRole).toInt());
    const quint32 code = index.data(LogModel::ResultCodeRole).toUInt();
    const bool bad = action == LogAction::DeniedConnection || action == LogAction::FailedConnectionAttempt
        || code == resultcode::connectionKilled;
    if (bad && (index.column() == LogModel::ActionColumn || index.column() == LogModel::ResultColumn))
        return colours.bad.text;
    const bool side = index.column() == LogModel::TimeColumn || index.column() == LogModel::GatewayColumn
        || index.column() == LogModel::SessionColumn;
    return side ? colours.quietText : colours.text;
}

} // namespace ferry::ui
