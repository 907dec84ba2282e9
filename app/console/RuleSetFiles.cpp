#include "app/console/RuleSetFiles.h"

#include "app/console/Background.h"
#include "app/console/Settings.h"
#include "models/edits/Document.h"
#include "models/store/Export.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/ProblemsDialog.h"
#include "ui/theme/ButtonRole.h"
#include "ui/window/Dialogs.h"
#include "ui/window/Intents.h"
#include "ui/window/MainWindow.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

QString fileFilter()
{
    return RuleSetFiles::tr("Rule sets (*.ferrygate.json *.json);;All files (*)");
}

void show(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

struct Loaded {
    tl::expected<RuleSet, LoadProblems> ruleSet;
    FileStamp stamp;
};

} // namespace

RuleSetFiles::RuleSetFiles(
    Document &document, ui::MainWindow &window, ui::Intents &intents, Settings &settings, QObject *parent)
    : QObject(parent), m_document(document), m_window(window), m_settings(settings), m_saved(document.ruleSet())
{
    connect(&intents, &ui::Intents::newRequested, this,
        [this] { afterAsking(tr("Start a new rule set?"), [this] { startNew(); }); });
    connect(&intents, &ui::Intents::openRequested, this, [this](const QString &path) {
        afterAsking(tr("Open another rule set?"), [this, path] {
            if (path.isEmpty())
                chooseFileToOpen();
            else
                open(path);
        });
    });
    connect(&intents, &ui::Intents::saveRequested, this, &RuleSetFiles::save);
    connect(&intents, &ui::Intents::saveAsRequested, this, &RuleSetFiles::saveAs);
    connect(&intents, &ui::Intents::importRequested, this, &RuleSetFiles::importFrom);
    connect(&intents, &ui::Intents::exportRequested, this, &RuleSetFiles::exportTo);
    connect(&window, &ui::MainWindow::unsavedCloseRequested, this,
        [this] { afterAsking(tr("Close Ferrygate?"), [this] { m_window.closeNow(); }); });
    m_window.setRecentFiles(m_settings.recentFiles());
}

void RuleSetFiles::afterAsking(const QString &what, std::function<void()> next)
{
    if (!m_document.isModified()) {
        next();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Ferrygate"), what, QMessageBox::NoButton, &m_window);
    box->setObjectName(u"unsavedBox"_s);
    box->setInformativeText(tr("The rule set has changes that are not saved. What runs on the nodes is not touched."));
    QPushButton *keep = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *drop = box->addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    ui::setButtonRole(keep, ui::ButtonRole::Primary);
    keep->setObjectName(u"unsavedSave"_s);
    drop->setObjectName(u"unsavedDrop"_s);
    cancel->setObjectName(u"unsavedCancel"_s);
    box->setDefaultButton(keep);
    box->setEscapeButton(cancel);
    connect(drop, &QPushButton::clicked, this, next);
    connect(keep, &QPushButton::clicked, this, [this, next = std::move(next)] {
        m_afterSave = next;
        save();
    });
    show(box);
}

void RuleSetFiles::startNew()
{
    m_path.clear();
    m_stamp.reset();
    m_saved = RuleSet();
    m_document.load(RuleSet());
    m_window.setFile({});
}

void RuleSetFiles::chooseFileToOpen()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open a rule set"), QFileInfo(m_path).path(), fileFilter());
    dialog->setObjectName(u"openDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RuleSetFiles::open);
    show(dialog);
}

void RuleSetFiles::open(const QString &path)
{
    inBackground(
        this,
        [path] {
            Loaded loaded;
            loaded.ruleSet = loadRuleSet(path, &loaded.stamp);
            return loaded;
        },
        [this, path](Loaded loaded) {
            if (loaded.ruleSet) {
                take(path, std::move(*loaded.ruleSet), loaded.stamp);
                return;
            }
            show(new ui::ProblemsDialog(QFileInfo(path).fileName(), loaded.ruleSet.error(), &m_window));
            Q_EMIT openFailed(path);
        });
}

void RuleSetFiles::take(const QString &path, RuleSet ruleSet, const FileStamp &stamp)
{
    m_path = path;
    m_stamp = stamp;
    m_saved = ruleSet;
    m_document.load(std::move(ruleSet));
    m_settings.addRecentFile(path);
    m_window.setRecentFiles(m_settings.recentFiles());
    m_window.setFile(path);
    Q_EMIT opened(path);
}

void RuleSetFiles::save()
{
    if (m_path.isEmpty())
        saveAs();
    else
        saveTo(m_path, m_stamp);
}

void RuleSetFiles::saveAs()
{
    auto *dialog = new QFileDialog(&m_window, tr("Save the rule set"), m_path, fileFilter());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ferrygate.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { saveTo(path, {}); });
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = nullptr; });
    show(dialog);
}

void RuleSetFiles::saveTo(const QString &path, const std::optional<FileStamp> &expected)
{
    m_document.endTyping();
    RuleSet next = m_document.ruleSet();
    next.revision += 1;
    const auto stamp = saveRuleSet(path, next, expected);
    const auto after = std::exchange(m_afterSave, nullptr);
    if (!stamp) {
        m_window.dialogs().showError(stamp.error());
        return;
    }
    m_path = path;
    m_stamp = *stamp;
    m_saved = next;
    m_document.markSaved(next.revision);
    m_settings.addRecentFile(path);
    m_window.setRecentFiles(m_settings.recentFiles());
    m_window.setFile(path);
    if (after)
        after();
}

void RuleSetFiles::importFrom(const QString &path)
{
    if (path.isEmpty()) {
        auto *dialog = new QFileDialog(&m_window, tr("Import a rule set"), QFileInfo(m_path).path(), fileFilter());
        dialog->setObjectName(u"importFileDialog"_s);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &RuleSetFiles::importFrom);
        show(dialog);
        return;
    }
    inBackground(
        this, [path] { return loadRuleSet(path); },
        [this, path](const tl::expected<RuleSet, LoadProblems> &incoming) {
            const QString name = QFileInfo(path).fileName();
            if (incoming)
                show(new ui::ImportDialog(m_document, *incoming, name, &m_window));
            else
                show(new ui::ProblemsDialog(name, incoming.error(), &m_window));
        });
}

void RuleSetFiles::exportTo(const QList<RuleId> &rules)
{
    const RuleSet exported = rules.isEmpty() ? m_document.ruleSet() : exportRules(m_document.ruleSet(), rules);
    auto *dialog = new QFileDialog(&m_window, tr("Export the rule set"), {}, fileFilter());
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ferrygate.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, exported](const QString &path) {
        if (const auto stamp = saveRuleSet(path, exported); !stamp)
            m_window.dialogs().showError(stamp.error());
        else
            m_window.showNotice(ui::MessageStrip::Kind::Good, tr("The rule set was exported to %1.").arg(path));
    });
    show(dialog);
}

} // namespace ferry::console
