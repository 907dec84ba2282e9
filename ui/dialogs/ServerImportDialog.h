#pragma once

#include "models/store/ServerImport.h"
#include "ui/dialogs/ActionDialog.h"

class QTreeWidget;

namespace ferry {
class Document;
}

namespace ferry::ui {

class Intents;
class MessageStrip;

/// Import from server: what an FTP service takes over from its server, setting by setting, before it is done. The
/// server is asked when the dialog opens; the import is one undoable edit.
class ServerImportDialog final : public ActionDialog {
    Q_OBJECT
public:
    ServerImportDialog(Document &document, Intents &intents, const ServiceId &service, QWidget *parent = nullptr);

public Q_SLOTS:
    /// What the server has. Answers about other services are left aside.
    void setFound(const ferry::ServiceConfig &found);
    /// Why nothing is known of what the server has.
    void setError(const ferry::ServiceId &service, const ferry::Error &error);

protected:
    void commit() override;

private:
    void showAsking();
    void preview();
    void fill(const ServerImport &import);

    Document &m_document;
    Intents &m_intents;
    ServiceId m_service;
    std::optional<ServiceConfig> m_found;
    MessageStrip *m_strip;
    QTreeWidget *m_items;
};

} // namespace ferry::ui
