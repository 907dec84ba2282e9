#pragma once

#include "ui/widgets/FieldEdit.h"

#include <QList>

#include <optional>

namespace ferry::ui {

/// FTP commands with commas between them: "STOR, DELE, SITE CHMOD".
class CommandListEdit final : public FieldEdit {
    Q_OBJECT
public:
    explicit CommandListEdit(QWidget *parent = nullptr);

    /// What can be read of the text; empty where nothing can.
    [[nodiscard]] QList<QString> value() const;
    void setValue(const QList<QString> &commands);
    /// Why the text cannot be used.
    [[nodiscard]] std::optional<Error> problem() const;

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;
};

} // namespace ferry::ui
