#pragma once

#include "ui/dialogs/ActionDialog.h"

namespace ferry::ui {

/// Name, version, licence, and what to put into a problem report.
class AboutDialog final : public ActionDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);

    /// Version of the program, of Qt and of the system, a line each.
    [[nodiscard]] static QString versions();

protected:
    void commit() override;
};

} // namespace ferry::ui
