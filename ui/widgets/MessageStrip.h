#pragma once

#include "models/base/Result.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace ferry::ui {

/// A notice inside a page or dialog: icon, text and at most one action. It stays until the cause is gone or it is
/// dismissed.
class MessageStrip final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Note, Good, Warning, Error };

    explicit MessageStrip(Kind kind = Kind::Note, const QString &text = {}, QWidget *parent = nullptr);

    void setMessage(Kind kind, const QString &text);
    /// The three parts of the error: what did not happen in strong type, why and the way out behind it.
    void setError(const Error &error);
    /// Empty label: no action.
    void setAction(const QString &label);
    void setDismissible(bool dismissible);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Kind m_kind;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_dismiss;
};

} // namespace ferry::ui
