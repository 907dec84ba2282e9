#include "ui/pages/ProtocolsPage.h"

#include "models/edits/ProtocolEdits.h"
#include "ui/delegates/LockedNameDelegate.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ProtocolsPage::ProtocolsPage(const PageContext &context, ProtocolsModel &protocols, QWidget *parent)
    : TablePage(context, u"protocols"_s, tr("Protocols"),
          new EmptyState(u"protocols"_s, tr("No protocol definitions"),
              tr("A protocol definition names the ports that a gateway accepts and the filter that reads them.")),
          parent)
    , m_open(makeButton(tr("Customize…"), u"protocolOpen"_s, this))
{
    auto *add = makeButton(tr("New definition…"), u"protocolNew"_s, this, ButtonRole::Ordinary, u"plus"_s);
    header()->addWidget(m_open);
    header()->addWidget(add);
    header()->setNote(tr("Which ports a gateway accepts, and the filter that reads them."));
    setRows(&protocols, ProtocolsModel::IdRole);
    setFace(ProtocolsModel::NameColumn, new LockedNameDelegate(ProtocolsModel::BuiltInRole, table()));
    setFace(ProtocolsModel::PrimaryColumn, new CellDelegate(CellDelegate::Face::Fixed, table()));
    setFace(ProtocolsModel::SecondaryColumn, new CellDelegate(CellDelegate::Face::Fixed, table()));
    for (const int column : {ProtocolsModel::FilterColumn, ProtocolsModel::KindColumn, ProtocolsModel::UsedByColumn})
        setFace(column, new CellDelegate(CellDelegate::Face::Text, table()));
    table()->setColumnWidths({{240, 160}, {170, 120}, {160, 110}, 80, 96, 90}, ProtocolsModel::NameColumn);
    connect(add, &QPushButton::clicked, this, [this] { this->context().dialogs.newProtocol(); });
    connect(m_open, &QPushButton::clicked, this, [this] { this->context().dialogs.editProtocol(current()); });
    connect(&protocols, &ProtocolsModel::editRefused, &context.edits, &EditRunner::refused);
    refresh();
}

ProtocolId ProtocolsPage::current() const
{
    return ProtocolId::fromTrusted(currentId());
}

Subject ProtocolsPage::subject() const
{
    return {ObjectKind::Protocol, currentId()};
}

QSet<Act> ProtocolsPage::usable() const
{
    const ProtocolDefinition *protocol = ruleSet().protocols.find(current());
    if (protocol == nullptr)
        return {};
    return protocol->builtIn ? QSet<Act>{Act::CustomizeProtocol}
                             : QSet<Act>{Act::CustomizeProtocol, Act::RenameRule, Act::Remove};
}

void ProtocolsPage::run(Act act)
{
    if (act == Act::CustomizeProtocol)
        context().dialogs.editProtocol(current());
    else if (act == Act::RenameRule)
        table()->edit(table()->currentIndex().siblingAtColumn(ProtocolsModel::NameColumn));
    else if (act == Act::Remove)
        context().edits.run(removeProtocol(current()));
}

void ProtocolsPage::open(const QModelIndex &)
{
    run(Act::CustomizeProtocol);
}

QList<Act> ProtocolsPage::menu() const
{
    return {Act::CustomizeProtocol, Act::RenameRule, Act::Undo, Act::Remove};
}

void ProtocolsPage::refresh()
{
    const ProtocolDefinition *protocol = ruleSet().protocols.find(current());
    m_open->setEnabled(protocol != nullptr);
    m_open->setText(protocol != nullptr && !protocol->builtIn ? tr("Edit…") : tr("Customize…"));
    TablePage::refresh();
}

} // namespace ferry::ui
