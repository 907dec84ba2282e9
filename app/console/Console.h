#pragma once

#include "app/backend/agents/AgentClient.h"
#include "app/backend/probe/CurlProber.h"
#include "app/console/AppliedSnapshots.h"
#include "app/console/ApplyControl.h"
#include "app/console/BallastControl.h"
#include "app/console/NodeWatch.h"
#include "app/console/RuleSetFiles.h"
#include "app/console/ServerSettings.h"
#include "app/console/Settings.h"
#include "models/base/Clock.h"
#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"

#include <memory>

namespace ferry::console {

/// The composition root of the console: document, window, files and nodes, and who talks to whom.
class Console final : public QObject {
    Q_OBJECT
public:
    struct Options {
        backend::ClientIdentity identity;  ///< an empty one: nodes are not reached, files can be edited
        QString settingsFile;              ///< empty: the user's own
        QString snapshotDirectory;         ///< of AppliedSnapshots
        bool isLab = false;                ///< says what can be tried there, until it is dismissed
    };

    explicit Console(const Options &options, QObject *parent = nullptr);
    ~Console() override;

    void show();
    void open(const QString &path) { m_files.open(path); }

    [[nodiscard]] ui::MainWindow &window() { return m_window; }
    [[nodiscard]] Document &document() { return m_document; }
    [[nodiscard]] LiveFindings &findings() { return m_findings; }
    [[nodiscard]] ui::LiveState &live() { return m_live; }
    [[nodiscard]] RuleSetFiles &files() { return m_files; }
    /// What the test from the outside saw in the last Apply, a report for each rule.
    [[nodiscard]] QList<ProbeReport> testReports() const { return m_deployer.reports(); }

private:
    void discard();
    void rememberApplied();
    void setScheme(ui::Scheme scheme);

    std::unique_ptr<Settings> m_settings;
    SystemClock m_clock;
    Document m_document;
    LiveFindings m_findings{&m_document};
    ui::LiveState m_live;
    ui::Intents m_intents;
    ui::MainWindow m_window{m_document, m_findings, m_live, m_intents};
    RuleSetFiles m_files;
    backend::AgentPool m_agents;
    backend::CurlProber m_prober;
    backend::Deployer m_deployer{m_agents, m_prober, m_clock};
    NodeWatch m_nodes{m_agents, m_document, m_findings, m_live, m_clock};
    ApplyControl m_apply{m_deployer, m_agents, m_prober, m_document, m_live, m_window, m_intents};
    ServerSettings m_serverSettings{m_agents, m_document, m_window, m_intents};
    BallastControl m_ballast{m_agents, m_document, m_window, m_intents};
    AppliedSnapshots m_snapshots;
};

} // namespace ferry::console
