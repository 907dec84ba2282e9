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

/// Has agents keep room on the volumes of FTP services, or give it back, when the window asks for it.
class BallastControl final : public QObject {
    Q_OBJECT
public:
    BallastControl(backend::AgentDirectory &agents, Document &document, ui::MainWindow &window, ui::Intents &intents,
        QObject *parent = nullptr);

private:
    void resize(const ServiceId &service, qint64 bytes);

    backend::AgentDirectory &m_agents;
    Document &m_document;
    ui::MainWindow &m_window;
    ui::Intents &m_intents;
};

} // namespace ferry::console
