#include "ui/pages/SessionsPage.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

SessionsPage::SessionsPage(const PageContext &context, SessionsModel &sessions, QWidget *parent)
    : TablePage(context, u"sessions"_s, tr("Sessions"),
          new EmptyState(u"sessions"_s, tr("Nobody is connected"),
              tr("Each FTP session through a gateway is shown here while it lasts: who, since when, and what it "
                 "transfers.")),
          parent)
{
    setRows(&sessions, SessionsModel::RuleIdRole);
    for (int column = 0; column < SessionsModel::ColumnCount; ++column) {
        const bool fixed = column == SessionsModel::ClientColumn || column == SessionsModel::TransferColumn;
        setFace(column, new CellDelegate(fixed ? CellDelegate::Face::Fixed : CellDelegate::Face::Text, table()));
    }
    table()->setColumnWidths(
        {170, {110, 80}, {150, 110}, {120, 80}, 130, {210, 130}, {170, 140}, {120, 90}}, SessionsModel::TransferColumn);
    refresh();
}

Subject SessionsPage::subject() const
{
    return currentId().isEmpty() ? Subject{} : Subject{ObjectKind::Rule, currentId()};
}

void SessionsPage::refresh()
{
    header()->setNote(tr("%n sessions through all gateways", nullptr, table()->model()->rowCount()));
    TablePage::refresh();
}

} // namespace ferry::ui
