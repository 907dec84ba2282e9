#pragma once

#include "models/store/LoadProblem.h"
#include "ui/dialogs/ActionDialog.h"

namespace ferry::ui {

/// Everything that is wrong with a file that was refused: line, column, place and reason. Can be copied.
class ProblemsDialog final : public ActionDialog {
    Q_OBJECT
public:
    ProblemsDialog(const QString &fileName, const LoadProblems &problems, QWidget *parent = nullptr);

protected:
    void commit() override;
};

} // namespace ferry::ui
