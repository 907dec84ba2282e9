#pragma once

#include "models/base/Clock.h"
#include "models/plan/ApplyProgress.h"
#include "models/plan/NodeConfig.h"
#include "models/plan/NodePlan.h"
#include "models/probe/ProbeReport.h"
#include "models/wire/NodeStatus.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace ferry {
class Document;
class LiveFindings;
} // namespace ferry

namespace ferry::ui {

class Actions;
class ConnectionTestDialog;
class Intents;
class LiveState;
class RestartDialog;
class ReviewDialog;
class ServerImportDialog;
class VolumeDialog;

/// Opens the dialogs of ui/dialogs and ui/wizard over the main window, and hands what comes from the nodes to the one
/// that waits for it. They are window-modal and do not block, so that the nodes are heard meanwhile.
class Dialogs final : public QObject {
    Q_OBJECT
public:
    Dialogs(Document &document, LiveFindings &findings, LiveState &live, Intents &intents, QWidget *window);
    ~Dialogs() override;

    void publish();
    void newRule();
    void editRule(const RuleId &rule);
    void editFilter(const RuleId &rule);
    /// `forRule` moves to the copy when a built-in definition is customized.
    void editProtocol(const ProtocolId &protocol, const RuleId &forRule = {});
    void newProtocol();
    void editService(const ServiceId &service);
    void newService();
    void editPassiveRange(const ServiceId &service);
    void editExternalAddress(const ServiceId &service, const QString &site);
    void editGateway(const GatewayId &gateway);
    void newGateway();
    void review();
    void test(const RuleId &rule);
    void restart(const ServiceId &service);
    void importFromServer(const ServiceId &service);
    void showVolume(const ServiceId &service);
    void showKeys(const Actions &actions);
    /// The command palette.
    void findAction(const Actions &actions);
    void showAbout();
    /// The error in its three parts, with one button.
    void showError(const Error &error);

    // What comes from the nodes while a dialog waits for it.
    void setPlans(const QList<NodePlan> &plans);
    void setProgress(const ApplyProgress &progress);
    void setReport(const ProbeReport &report);
    /// False if no dialog was waiting: the window has to say it then.
    bool setRestart(const RestartReport &report);
    bool setRestartError(const Error &error);
    void setServerSettings(const ServiceConfig &found);
    void setServerSettingsError(const ServiceId &service, const Error &error);
    void setVolume(const ServiceId &service, const VolumeStatus &volume);
    void setVolumeError(const ServiceId &service, const Error &error);

Q_SIGNALS:
    /// A rule was made or published: it is to be shown.
    void ruleMade(const ferry::RuleId &rule);

private:
    void open(QDialog *dialog);

    Document &m_document;
    LiveFindings &m_findings;
    LiveState &m_live;
    Intents &m_intents;
    QWidget *m_window;
    SystemClock m_clock;
    QPointer<ReviewDialog> m_review;
    QPointer<ConnectionTestDialog> m_test;
    QPointer<RestartDialog> m_restart;
    QPointer<ServerImportDialog> m_serverImport;
    QPointer<VolumeDialog> m_volume;
};

} // namespace ferry::ui
