#pragma once

#include "models/rules/FtpService.h"
#include "ui/dialogs/ActionDialog.h"

class QComboBox;
class QLineEdit;

namespace ferry {
class Document;
}

namespace ferry::ui {

class FormRow;
class PortRangeEdit;
class SiteList;

/// One managed FTP service: where its agent and its configuration are, its passive range, its sites.
class FtpServiceDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// A null `service` adds a new one.
    FtpServiceDialog(Document &document, const ServiceId &service, QWidget *parent = nullptr);

    [[nodiscard]] const ServiceId &service() const { return m_service; }

protected:
    void commit() override;

private:
    [[nodiscard]] FtpService value() const;
    void refresh();

    Document &m_document;
    ServiceId m_service;
    bool m_touched = false;
    QLineEdit *m_name;
    QLineEdit *m_agent;
    QComboBox *m_software;
    QLineEdit *m_configPath;
    QLineEdit *m_unit;
    PortRangeEdit *m_range;
    FormRow *m_rangeRow;
    SiteList *m_sites;
};

} // namespace ferry::ui
