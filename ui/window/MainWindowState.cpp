// Title, layout and closing of the main window, and files dropped on it.

#include "models/edits/Document.h"
#include "ui/window/FindingsPanel.h"
#include "ui/window/Intents.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusLine.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

void MainWindow::setFile(const QString &path)
{
    m_path = path;
    refreshTitle();
}

void MainWindow::refreshTitle()
{
    const QString name = m_path.isEmpty() ? tr("New rule set") : QFileInfo(m_path).fileName();
    setWindowTitle(tr("%1[*] – Ferrygate").arg(name));
    setWindowFilePath(m_path);
    setWindowModified(m_document.isModified());
    m_status->setRevision(m_document.ruleSet().revision);
}

QVariantMap MainWindow::layoutState() const
{
    return {{u"geometry"_s, saveGeometry()}, {u"state"_s, saveState()}, {u"columns"_s, m_columns->saveState()},
        {u"rows"_s, m_rows->saveState()}, {u"inspector"_s, m_inspectorWanted},
        {u"findings"_s, !m_findingsPanel->isHidden()}, {u"page"_s, static_cast<int>(page())}};
}

void MainWindow::restoreLayout(const QVariantMap &state)
{
    // Geometry before state: the other way round a maximized window loses the sizes of its panes.
    restoreGeometry(state.value(u"geometry"_s).toByteArray());
    restoreState(state.value(u"state"_s).toByteArray());
    m_columns->restoreState(state.value(u"columns"_s).toByteArray());
    m_rows->restoreState(state.value(u"rows"_s).toByteArray());
    setInspectorVisible(state.value(u"inspector"_s, true).toBool());
    setFindingsVisible(state.value(u"findings"_s, true).toBool());
    const int stored = state.value(u"page"_s, static_cast<int>(PageId::Rules)).toInt();
    setPage(static_cast<PageId>(qBound(0, stored, pageCount - 1)));
}

void MainWindow::closeNow()
{
    m_closing = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closing || !m_document.isModified()) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT unsavedCloseRequested();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    Q_EMIT m_intents.openRequested(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace ferry::ui
