#pragma once

#include "models/wire/Apply.h"
#include "ui/dialogs/ActionDialog.h"

namespace ferry {
class Document;
}

namespace ferry::ui {

class Intents;
class MessageStrip;
class StepList;

/// How a restart went, in a sentence or two; `service` is its name for people ("vsftpd on files-1").
[[nodiscard]] QString restartText(const RestartReport &report, const QString &service);

/// Restart of one FTP service: whom it cuts off, then how it went, told truthfully.
class RestartDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// `sessions` open now; -1: not known.
    RestartDialog(
        const Document &document, Intents &intents, const ServiceId &service, int sessions, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Reports of other services are left aside.
    void setReport(const ferry::RestartReport &report);
    /// The agent could not even be asked.
    void setError(const ferry::Error &error);

protected:
    void commit() override;

private:
    Intents &m_intents;
    ServiceId m_service;
    QString m_software;
    QString m_name;
    bool m_succeeded = false;
    MessageStrip *m_strip;
    StepList *m_steps;
};

} // namespace ferry::ui
