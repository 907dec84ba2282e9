#pragma once

#include "models/edits/Document.h"
#include "models/tables/FindingsModel.h"
#include "models/tables/FtpServicesModel.h"
#include "models/tables/GatewaysModel.h"
#include "models/tables/ProtocolsModel.h"
#include "models/tables/RuleFilterModel.h"

#include <QCoreApplication>

namespace ferry::bench {

/// Everything that the console attaches to its document, with what its views do: after a change they read the rows
/// again that are on the screen.
class ConsoleModels {
public:
    static constexpr int visibleRows = 40;

    Document document;
    LiveFindings findings{&document};
    RulesModel rules{&document, &findings};
    RuleFilterModel found{&rules};
    ProtocolsModel protocols{&document};
    FtpServicesModel services{&document};
    GatewaysModel gateways{&document};
    FindingsModel findingRows{&document, &findings};

    /// Everything that the rules table paints of its rows from `top` on. Gives what it read, so that it is read.
    qsizetype readRules(int top) const
    {
        qsizetype read = 0;
        const int end = std::min(found.rowCount(), top + visibleRows);
        for (int row = top; row < end; ++row) {
            for (int column = 0; column < RulesModel::ColumnCount; ++column) {
                const QModelIndex index = found.index(row, column);
                read += index.data().toString().size() + index.data(RulesModel::SeverityRole).toInt();
                read += index.data(RulesModel::StateRole).toInt() + index.data(Qt::CheckStateRole).toInt();
            }
        }
        return read;
    }

    /// The same for the findings panel, which shows fewer.
    qsizetype readFindings() const
    {
        qsizetype read = 0;
        const int end = std::min(findingRows.rowCount(), 10);
        for (int row = 0; row < end; ++row) {
            for (int column = 0; column < FindingsModel::ColumnCount; ++column)
                read += findingRows.index(row, column).data().toString().size();
        }
        return read;
    }

    qsizetype readScreen(int top) const { return readRules(top) + readFindings(); }

    /// One turn of the event loop: what is left to check goes on in these.
    static void turn() { QCoreApplication::processEvents(QEventLoop::AllEvents); }
};

} // namespace ferry::bench
