#include "ui/pages/FtpServicesPage.h"

#include "models/edits/ServiceEdits.h"
#include "ui/delegates/HealthPill.h"
#include "ui/delegates/PillDelegate.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

FtpServicesPage::FtpServicesPage(const PageContext &context, FtpServicesModel &services, QWidget *parent)
    : TablePage(context, u"services"_s, tr("FTP services"),
          new EmptyState(u"services"_s, tr("No FTP services yet"),
              tr("An FTP service is server software on a host with an agent: its passive range and external address "
                 "are set here, and it is restarted from here. Publishing a server adds it.")),
          parent)
    , m_range(makeButton(tr("Passive range…"), u"servicePassiveRange"_s, this))
    , m_address(makeButton(tr("Address…"), u"serviceExternalAddress"_s, this))
    , m_import(makeButton(tr("Import…"), u"serviceImport"_s, this))
    , m_volume(makeButton(tr("Volume…"), u"serviceVolume"_s, this))
    , m_restart(makeButton(tr("Restart"), u"serviceRestart"_s, this))
{
    empty()->setAction(tr("Publish FTP server…"), u"emptyPublishService"_s);
    connect(empty(), &EmptyState::actionTriggered, this, [this] { this->context().dialogs.publish(); });
    m_address->setToolTip(tr("External address: what 227 tells clients outside"));
    m_address->setAccessibleName(tr("External address"));
    m_import->setToolTip(tr("Import from server: take over what the server has"));
    m_import->setAccessibleName(tr("Import from server"));
    for (QPushButton *button : {m_range, m_address, m_import, m_volume, m_restart})
        header()->addWidget(button);
    auto *add = makeButton(tr("Add…"), u"serviceNew"_s, this, ButtonRole::Ordinary, u"plus"_s);
    header()->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] { this->context().dialogs.newService(); });
    setRows(&services, FtpServicesModel::IdRole);
    setFace(FtpServicesModel::NameColumn, new CellDelegate(CellDelegate::Face::Strong, table()));
    for (const int column : {FtpServicesModel::SoftwareColumn, FtpServicesModel::SitesColumn,
             FtpServicesModel::SessionsColumn, FtpServicesModel::UsedByColumn})
        setFace(column, new CellDelegate(CellDelegate::Face::Text, table()));
    for (const int column : {FtpServicesModel::PassiveRangeColumn, FtpServicesModel::ExternalAddressColumn})
        setFace(column, new CellDelegate(CellDelegate::Face::Fixed, table()));
    setFace(FtpServicesModel::HealthColumn,
        new PillDelegate(
            [](const QModelIndex &index) {
                return pillStateOf(static_cast<Health>(index.data(FtpServicesModel::HealthRole).toInt()));
            },
            table()));
    table()->setColumnWidths({{150, 110}, 92, {190, 110}, 110, {190, 110}, 76, 76, 136}, FtpServicesModel::NameColumn);
    connect(m_range, &QPushButton::clicked, this, [this] { run(Act::EditPassiveRange); });
    connect(m_address, &QPushButton::clicked, this, [this] { run(Act::EditExternalAddress); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(Act::ImportFromServer); });
    connect(m_volume, &QPushButton::clicked, this, [this] {
        if (const FtpService *service = current())
            this->context().dialogs.showVolume(service->id);
    });
    connect(m_restart, &QPushButton::clicked, this, [this] { run(Act::Restart); });
    connect(&services, &FtpServicesModel::editRefused, &context.edits, &EditRunner::refused);
    connect(&context.live, &LiveState::statusesChanged, this, &FtpServicesPage::refresh);
    refresh();
}

const FtpService *FtpServicesPage::current() const
{
    return ruleSet().ftpServices.find(ServiceId::fromTrusted(currentId()));
}

Subject FtpServicesPage::subject() const
{
    return {ObjectKind::FtpService, currentId()};
}

QSet<Act> FtpServicesPage::usable() const
{
    const FtpService *service = current();
    if (service == nullptr)
        return {};
    QSet<Act> acts{Act::EditPassiveRange, Act::Remove};
    if (!service->sites.isEmpty())
        acts.insert(Act::EditExternalAddress);
    if (!service->agent.isEmpty())
        acts.insert(Act::ImportFromServer);
    if (!context().live.isRestarting(service->id))
        acts.insert(Act::Restart);
    return acts;
}

void FtpServicesPage::run(Act act)
{
    const FtpService *service = current();
    if (service == nullptr)
        return;
    if (act == Act::EditPassiveRange)
        context().dialogs.editPassiveRange(service->id);
    else if (act == Act::EditExternalAddress)
        context().dialogs.editExternalAddress(service->id, service->sites.first().name);
    else if (act == Act::ImportFromServer)
        context().dialogs.importFromServer(service->id);
    else if (act == Act::Restart)
        context().dialogs.restart(service->id);
    else if (act == Act::Remove)
        context().edits.run(removeService(service->id));
}

void FtpServicesPage::open(const QModelIndex &index)
{
    if (index.column() == FtpServicesModel::ExternalAddressColumn)
        run(Act::EditExternalAddress);
    else if (index.column() == FtpServicesModel::PassiveRangeColumn)
        run(Act::EditPassiveRange);
    else if (const FtpService *service = current())
        context().dialogs.editService(service->id);
}

QList<Act> FtpServicesPage::menu() const
{
    return {Act::EditPassiveRange, Act::EditExternalAddress, Act::ImportFromServer, Act::Undo, Act::Restart, Act::Undo,
        Act::Remove};
}

void FtpServicesPage::refresh()
{
    const FtpService *service = current();
    const bool restarting = service != nullptr && context().live.isRestarting(service->id);
    m_range->setEnabled(service != nullptr);
    m_address->setEnabled(service != nullptr && !service->sites.isEmpty());
    m_import->setEnabled(service != nullptr && !service->agent.isEmpty());
    const ServiceStatus *status = service ? serviceStatus(context().live.statuses(), *service) : nullptr;
    m_volume->setEnabled(status != nullptr);
    const bool isLow = status && status->volume && status->volume->isLow();
    m_volume->setIcon(isLow ? icon(u"warning"_s) : QIcon());
    m_volume->setToolTip(isLow ? tr("The volume of the server's files is nearly full")
                               : tr("Free space on the volume of the server's files, and the ballast kept there"));
    m_restart->setEnabled(service != nullptr && !restarting);
    m_restart->setText(restarting ? tr("Restarting…") : tr("Restart"));
    TablePage::refresh();
}

} // namespace ferry::ui
