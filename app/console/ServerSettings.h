#pragma once

#include "app/backend/agents/AgentChannel.h"

namespace ferry {
class Document;
}

namespace ferry::ui {
class Intents;
class MainWindow;
} // namespace ferry::ui

namespace ferry::console {

/// Asks agents what the servers of FTP services have, when the window wants to know for an import.
class ServerSettings final : public QObject {
    Q_OBJECT
public:
    ServerSettings(backend::AgentDirectory &agents, Document &document, ui::MainWindow &window, ui::Intents &intents,
        QObject *parent = nullptr);

private:
    void ask(const ServiceId &service);

    backend::AgentDirectory &m_agents;
    Document &m_document;
    ui::MainWindow &m_window;
};

} // namespace ferry::console
