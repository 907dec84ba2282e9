#pragma once

#include "models/base/Result.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ferry::ui {

/// A line edit that says below itself, while one types, why its text cannot be used. Subclasses read the text.
class FieldEdit : public QWidget {
    Q_OBJECT
public:
    explicit FieldEdit(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setPlaceholderText(const QString &text);
    /// The accessible name of the field and of the line edit in it.
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QLineEdit *lineEdit() const { return m_edit; }

    /// True if the text can be used as it stands.
    [[nodiscard]] bool isValid() const { return m_error.isEmpty(); }
    /// The sentences shown below the field; empty if valid.
    [[nodiscard]] QString errorText() const { return m_error; }
    /// A reason from outside ("already used by …") until the text changes.
    void showError(const QString &sentences);

Q_SIGNALS:
    /// With every keystroke and setText().
    void edited();
    /// Return was pressed or the focus left.
    void editingFinished();

protected:
    /// Why `text` cannot be used, in sentences; empty if it can.
    [[nodiscard]] virtual QString problemIn(const QString &text) const = 0;
    /// Subclasses call it at the end of their constructor and whenever their rules change.
    void validate();
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &error);

    QLineEdit *m_edit;
    QLabel *m_note;
    QString m_error;
};

} // namespace ferry::ui
