#include "ui/pages/GatewaysPage.h"

#include "models/edits/GatewayEdits.h"
#include "ui/delegates/HealthPill.h"
#include "ui/delegates/PillDelegate.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"
#include "ui/window/Intents.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

GatewaysPage::GatewaysPage(const PageContext &context, GatewaysModel &gateways, QWidget *parent)
    : TablePage(context, u"gateways"_s, tr("Gateways"),
          new EmptyState(u"gateways"_s, tr("No gateways yet"),
              tr("A gateway is the machine that accepts connections for published servers. "
                 "Enrol its agent with “ferryctl enroll token”, then publish a server through it.")),
          parent)
{
    empty()->setAction(tr("Add gateway…"), u"emptyAddGateway"_s);
    connect(empty(), &EmptyState::actionTriggered, this, [this] { this->context().dialogs.newGateway(); });
    auto *ask = makeButton(tr("Ask again"), u"gatewaysRefresh"_s, this, ButtonRole::Ordinary, u"restart"_s);
    auto *add = makeButton(tr("Add…"), u"gatewayNew"_s, this, ButtonRole::Ordinary, u"plus"_s);
    header()->addWidget(ask);
    header()->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] { this->context().dialogs.newGateway(); });
    header()->setNote(tr("What accepts connections, and how its agent answers."));
    setRows(&gateways, GatewaysModel::IdRole);
    setFace(GatewaysModel::NameColumn, new CellDelegate(CellDelegate::Face::Strong, table()));
    for (const int column : {GatewaysModel::AddressesColumn, GatewaysModel::AgentColumn})
        setFace(column, new CellDelegate(CellDelegate::Face::Fixed, table()));
    for (const int column : {GatewaysModel::EngineColumn, GatewaysModel::UsedByColumn, GatewaysModel::SessionsColumn,
             GatewaysModel::LatencyColumn, GatewaysModel::DriftColumn})
        setFace(column, new CellDelegate(CellDelegate::Face::Text, table()));
    setFace(GatewaysModel::HealthColumn,
        new PillDelegate(
            [](const QModelIndex &index) {
                return pillStateOf(static_cast<Health>(index.data(GatewaysModel::HealthRole).toInt()));
            },
            table()));
    table()->setColumnWidths({{150, 110}, {130, 112}, {190, 120}, {180, 144}, 68, {76, 70}, {76, 64}, {84, 56}, 124},
        GatewaysModel::NameColumn);
    connect(ask, &QPushButton::clicked, &context.intents, &Intents::refreshRequested);
    refresh();
}

Subject GatewaysPage::subject() const
{
    return {ObjectKind::Gateway, currentId()};
}

QSet<Act> GatewaysPage::usable() const
{
    return currentId().isEmpty() ? QSet<Act>{} : QSet<Act>{Act::Remove};
}

void GatewaysPage::run(Act act)
{
    if (act == Act::Remove)
        context().edits.run(removeGateway(GatewayId::fromTrusted(currentId())));
}

void GatewaysPage::open(const QModelIndex &)
{
    context().dialogs.editGateway(GatewayId::fromTrusted(currentId()));
}

QList<Act> GatewaysPage::menu() const
{
    return {Act::Refresh, Act::Undo, Act::Remove};
}

} // namespace ferry::ui
