#pragma once

#include "app/backend/deploy/Deployer.h"

#include <QPointer>

namespace ferry {
class Document;
}

namespace ferry::ui {
class Intents;
class LiveState;
class MainWindow;
} // namespace ferry::ui

namespace ferry::console {

/// Plan, apply, confirm, go back, restart, test: between the intents of the window and the backend.
class ApplyControl final : public QObject {
    Q_OBJECT
public:
    ApplyControl(backend::Deployer &deployer, backend::AgentDirectory &agents, backend::Prober &prober,
        Document &document, ui::LiveState &live, ui::MainWindow &window, ui::Intents &intents,
        QObject *parent = nullptr);

Q_SIGNALS:
    /// An Apply has ended, or a restart: the nodes are to be asked again.
    void nodesTouched();
    /// What the nodes run now was confirmed.
    void confirmed();

private:
    void plan();
    void apply(const QString &reason);
    void takeProgress(const ApplyProgress &progress);
    void restart(const ServiceId &service);
    void tellRestart(const RestartReport &report);
    void test(const RuleId &rule);

    backend::Deployer &m_deployer;
    backend::AgentDirectory &m_agents;
    backend::Prober &m_prober;
    Document &m_document;
    ui::LiveState &m_live;
    ui::MainWindow &m_window;
    backend::Plan m_plan;
    RuleSet m_planned;  ///< what the plan was made of
    QPointer<backend::ProbeJob> m_test;
};

} // namespace ferry::console
