#pragma once

#include "models/base/Id.h"
#include "ui/dialogs/ActionDialog.h"

class QCheckBox;

namespace ferry {
class Document;
}

namespace ferry::ui {

class MessageStrip;
class PassiveRangeForm;

/// The passive range of one FTP service, with the calculator, what it means, and the restart that it needs.
class PassiveRangeDialog final : public ActionDialog {
    Q_OBJECT
public:
    PassiveRangeDialog(Document &document, const ServiceId &service, QWidget *parent = nullptr);

    /// The sessions that a restart of the service would end now; -1: not known.
    void setSessions(int sessions);

protected:
    void commit() override;

private:
    /// Custom protocol definitions that publish the service's present range and nobody else's.
    [[nodiscard]] QList<ProtocolId> followers() const;
    void refresh();

    Document &m_document;
    ServiceId m_service;
    PassiveRangeForm *m_form;
    QCheckBox *m_follow;
    MessageStrip *m_restart;
    int m_sessions = -1;
};

} // namespace ferry::ui
