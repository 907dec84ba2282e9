#include "app/console/ServerSettings.h"

#include "models/edits/Document.h"
#include "models/store/ServerImport.h"
#include "ui/window/Dialogs.h"
#include "ui/window/Intents.h"
#include "ui/window/MainWindow.h"

namespace ferry::console {

ServerSettings::ServerSettings(
    backend::AgentDirectory &agents, Document &document, ui::MainWindow &window, ui::Intents &intents, QObject *parent)
    : QObject(parent), m_agents(agents), m_document(document), m_window(window)
{
    connect(&intents, &ui::Intents::serverSettingsRequested, this, &ServerSettings::ask);
}

void ServerSettings::ask(const ServiceId &id)
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(id);
    if (service == nullptr)
        return;
    const auto take = [this, id](const Result<ServiceConfig> &found) {
        if (found)
            m_window.dialogs().setServerSettings(*found);
        else
            m_window.dialogs().setServerSettingsError(id, found.error());
    };
    const Result<backend::AgentChannel *> channel = m_agents.channel(service->agent);
    if (!channel)
        return take(failure(channel.error()));
    (*channel)->observe(this, [take, asked = *service](const backend::AgentResult<Observation> &answer) {
        take(answer ? foundOnServer(*answer, asked) : failure(answer.error().error));
    });
}

} // namespace ferry::console
