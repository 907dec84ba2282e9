#include "app/console/BallastControl.h"

#include "models/edits/Document.h"
#include "ui/window/Dialogs.h"
#include "ui/window/Intents.h"
#include "ui/window/MainWindow.h"

namespace ferry::console {

BallastControl::BallastControl(
    backend::AgentDirectory &agents, Document &document, ui::MainWindow &window, ui::Intents &intents, QObject *parent)
    : QObject(parent), m_agents(agents), m_document(document), m_window(window), m_intents(intents)
{
    connect(&intents, &ui::Intents::ballastRequested, this, &BallastControl::resize);
}

void BallastControl::resize(const ServiceId &id, qint64 bytes)
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(id);
    if (service == nullptr)
        return;
    const Result<backend::AgentChannel *> channel = m_agents.channel(service->agent);
    if (!channel)
        return m_window.dialogs().setVolumeError(id, channel.error());
    (*channel)->ballast({id, bytes}, this, [this, id](const backend::AgentResult<VolumeStatus> &volume) {
        if (!volume)
            return m_window.dialogs().setVolumeError(id, volume.error().error);
        m_window.dialogs().setVolume(id, *volume);
        Q_EMIT m_intents.refreshRequested();
    });
}

} // namespace ferry::console
