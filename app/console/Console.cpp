#include "app/console/Console.h"

#include "models/edits/ReplaceRuleSet.h"

#include <QApplication>

namespace ferry::console {

Console::Console(const Options &options, QObject *parent)
    : QObject(parent)
    , m_settings(options.settingsFile.isEmpty() ? std::make_unique<Settings>()
                                                : std::make_unique<Settings>(options.settingsFile))
    , m_files(m_document, m_window, m_intents, *m_settings)
    , m_agents(options.identity, m_clock)
    , m_snapshots(options.snapshotDirectory)
{
    connect(&m_intents, &ui::Intents::refreshRequested, &m_nodes, &NodeWatch::refresh);
    connect(&m_intents, &ui::Intents::discardRequested, this, &Console::discard);
    connect(&m_apply, &ApplyControl::nodesTouched, &m_nodes, &NodeWatch::refresh);
    connect(&m_nodes, &NodeWatch::compared, this, &Console::rememberApplied);
    connect(&m_window, &ui::MainWindow::schemeChosen, this, &Console::setScheme);
    connect(&m_window, &ui::MainWindow::hintDismissed, this, [this] { m_settings->setHintDismissed(); });
    m_window.setScheme(m_settings->scheme());
    if (const QVariantMap layout = m_settings->layout(); !layout.isEmpty())
        m_window.restoreLayout(layout);
    m_window.showFirstRunHint(options.isLab && !m_settings->isHintDismissed());
}

Console::~Console()
{
    m_settings->setLayout(m_window.layoutState());
}

void Console::show()
{
    m_window.show();
}

void Console::setScheme(ui::Scheme scheme)
{
    m_settings->setScheme(scheme);
    ui::applyTheme(*qApp, scheme);
}

void Console::rememberApplied()
{
    if (!m_nodes.isApplied())
        return;
    if (const auto generations = m_nodes.runningGenerations())
        m_snapshots.remember(*generations, m_document.ruleSet());
}

void Console::discard()
{
    const auto generations = m_nodes.runningGenerations();
    const auto running = generations ? m_snapshots.find(*generations) : std::nullopt;
    if (const auto done = m_document.perform(discardTo(running ? *running : m_files.saved())); !done) {
        m_window.showNotice(done.error());
        return;
    }
    if (running)
        m_window.showNotice(
            ui::MessageStrip::Kind::Note, tr("The rule set is what the nodes run. Undo brings the changes back."));
    else
        m_window.showNotice(ui::MessageStrip::Kind::Note,
            tr("The rule set is what was saved last; what the nodes run was not applied from here. Undo brings the "
               "changes back."));
}

} // namespace ferry::console
