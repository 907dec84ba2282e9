#pragma once

#include "models/wire/NodeStatus.h"
#include "ui/dialogs/ActionDialog.h"

class QLineEdit;
class QProgressBar;

namespace ferry {
class Document;
}

namespace ferry::ui {

class FormRow;
class Intents;
class MessageStrip;

/// The volume of an FTP server's files: what is free on it, and the ballast that gives room back at once when it is
/// full.
class VolumeDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// `volume`: nothing where the agent keeps no ballast for this service.
    VolumeDialog(const Document &document, Intents &intents, const ServiceId &service,
        const std::optional<VolumeStatus> &volume, QWidget *parent = nullptr);

public Q_SLOTS:
    /// What the agent has done. Answers about other services are left aside.
    void setVolume(const ferry::ServiceId &service, const ferry::VolumeStatus &volume);
    void setError(const ferry::ServiceId &service, const ferry::Error &error);

protected:
    void commit() override;

private:
    void show(const VolumeStatus &volume);
    void refresh();
    void ask(qint64 bytes, const QString &doing);

    Intents &m_intents;
    ServiceId m_service;
    std::optional<VolumeStatus> m_volume;
    QProgressBar *m_used;
    FormRow *m_usedRow;
    QLineEdit *m_size;
    FormRow *m_sizeRow;
    MessageStrip *m_strip;
    QPushButton *m_giveBack;
};

} // namespace ferry::ui
