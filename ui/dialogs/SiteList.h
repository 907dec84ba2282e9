#pragma once

#include "models/rules/FtpService.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace ferry::ui {

class AddressEdit;

/// The sites of an FTP service, one a row: name, address, port, TLS. What a row does not show is kept.
class SiteList final : public QWidget {
    Q_OBJECT
public:
    explicit SiteList(QWidget *parent = nullptr);

    void setSites(const QList<FtpSite> &sites);
    [[nodiscard]] QList<FtpSite> sites() const;
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget *widget;
        QLineEdit *name;
        AddressEdit *address;
        QSpinBox *port;
        QComboBox *tls;
        QToolButton *remove;
        FtpSite site;
    };

    void addRow(const FtpSite &site);
    void removeRow(QWidget *widget);

    QVBoxLayout *m_layout;
    QPushButton *m_add;
    QList<Row> m_rows;
};

} // namespace ferry::ui
