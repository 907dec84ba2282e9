#include "ui/dialogs/ServerImportDialog.h"

#include "models/edits/Document.h"
#include "models/plan/Words.h"
#include "ui/theme/Fonts.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

enum Column { SettingColumn, RuleSetColumn, ServerColumn, ColumnCount };

} // namespace

ServerImportDialog::ServerImportDialog(Document &document, Intents &intents, const ServiceId &service, QWidget *parent)
    : ActionDialog(u"serverImportDialog"_s, parent)
    , m_document(document)
    , m_intents(intents)
    , m_service(service)
    , m_strip(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_items(new QTreeWidget(this))
{
    const FtpService *found = document.ruleSet().ftpServices.find(service);
    setHeading(tr("Import %1 from its server").arg(found ? found->name : service.text()),
        tr("The server's own settings go into the rule set. Nothing changes on the server, and the import is one step "
           "that can be undone."));
    m_strip->setObjectName(u"serverImportStrip"_s);
    m_items->setObjectName(u"serverImportItems"_s);
    m_items->setAccessibleName(tr("What the import changes"));
    m_items->setColumnCount(ColumnCount);
    m_items->setHeaderLabels({tr("Setting"), tr("Rule set now"), tr("On the server")});
    m_items->setRootIsDecorated(false);
    m_items->setUniformRowHeights(true);
    m_items->setAllColumnsShowFocus(true);
    m_items->header()->setStretchLastSection(true);
    m_items->header()->setSectionResizeMode(SettingColumn, QHeaderView::ResizeToContents);
    m_items->header()->setSectionResizeMode(RuleSetColumn, QHeaderView::ResizeToContents);
    body()->addWidget(m_strip);
    body()->addWidget(m_items, 1);
    setPrimary(tr("&Import"));
    resize(760, 480);
    showAsking();
}

void ServerImportDialog::showAsking()
{
    m_strip->setMessage(MessageStrip::Kind::Note, tr("Asking the agent what the server has…"));
    setBusy(true, tr("Asking the server…"));
}

void ServerImportDialog::setFound(const ServiceConfig &found)
{
    if (found.id != m_service)
        return;
    m_found = found;
    setBusy(false);
    preview();
}

void ServerImportDialog::setError(const ServiceId &service, const Error &error)
{
    if (service != m_service)
        return;
    m_found.reset();
    m_items->clear();
    m_strip->setError(error);
    setBusy(false);
    setPrimary(tr("&Ask again"));
}

void ServerImportDialog::preview()
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(m_service);
    if (!service) {
        m_items->clear();
        setProblem(Error{ErrorCode::NotFound, m_service.text(), tr("There is nothing to import into."),
            tr("The FTP service is not in the rule set any more."), {}});
        return;
    }
    const ServerImport import = previewServerImport(m_document.ruleSet(), *service, *m_found);
    const auto count = static_cast<int>(import.items.size());
    QStringList words{import.changesNothing()
            ? tr("The rule set says what the server has.")
            : tr("%n settings differ. The rule set takes those of the server.", nullptr, count)};
    m_strip->setMessage(import.notes.isEmpty() ? MessageStrip::Kind::Note : MessageStrip::Kind::Warning,
        (words + import.notes).join(u' '));
    setPrimary(count > 0 ? tr("&Import %n settings", nullptr, count) : tr("&Import"));
    if (import.changesNothing()) {
        setProblem(Error{ErrorCode::InvalidInput, {}, tr("There is nothing to import."), words.first(), {}}, true);
    } else {
        setProblem({});
    }
    fill(import);
}

void ServerImportDialog::fill(const ServerImport &import)
{
    m_items->clear();
    for (const ServerImport::Item &item : import.items) {
        const QString setting = item.site.isEmpty() ? item.setting : tr("Site “%1”, %2").arg(item.site, item.setting);
        auto *row = new QTreeWidgetItem(m_items, {setting, item.ruleSet, item.server});
        for (const int column : {RuleSetColumn, ServerColumn}) {
            row->setFont(column, fixedFont(m_items->font()));
            row->setToolTip(column, row->text(column));
        }
    }
    m_items->setCurrentItem(m_items->topLevelItem(0));
}

void ServerImportDialog::commit()
{
    if (!m_found) {
        showAsking();
        Q_EMIT m_intents.serverSettingsRequested(m_service);
        return;
    }
    const FtpService *service = m_document.ruleSet().ftpServices.find(m_service);
    if (!service)
        return;
    const ServerImport import = previewServerImport(m_document.ruleSet(), *service, *m_found);
    if (const auto done = m_document.perform(importFromServer(import)); !done)
        return showFailure(done.error());
    accept();
}

} // namespace ferry::ui
