#pragma once

#include "models/base/Result.h"

#include <QDialog>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ferry::ui {

class MessageStrip;
class QuietLabel;

/// The frame that all dialogs share: title and a sentence on top, the body, a strip for what stands in the way, and one
/// primary button named by its verb. Return presses it, Escape leaves without a change.
class ActionDialog : public QDialog {
    Q_OBJECT
public:
    /// Why the primary button is disabled; nothing if it is not.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    [[nodiscard]] QPushButton *primaryButton() const { return m_primary; }

protected:
    ActionDialog(const QString &objectName, QWidget *parent);

    void setHeading(const QString &title, const QString &explanation = {});
    void setPrimary(const QString &verb, const QString &iconName = {});
    /// "Cancel" by default; empty hides the button.
    void setDismissal(const QString &label);
    [[nodiscard]] QPushButton *dismissButton() const { return m_dismiss; }
    /// A button at the left end of the footer.
    QPushButton *addFooterButton(const QString &label, const QString &objectName);
    /// A button directly in front of the primary one.
    QPushButton *addAlternative(const QString &label, const QString &objectName);

    /// A pane at the left of everything, as high as the dialog.
    void setRail(QWidget *rail);
    /// Where the body goes; 24 px margins, rows 12 px apart.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Takes `content` into a frameless scroll area, for bodies that may be taller than a small screen.
    /// It is not reached by Tab: the fields in it are, and scroll it.
    QScrollArea *addScrolled(QWidget *content);

    /// Disables the primary button and says why. While `quietly`, only the button tells: nothing was typed yet.
    void setProblem(const std::optional<Error> &problem, bool quietly = false);
    /// Shows why an action failed; the primary button stays enabled to try again.
    void showFailure(const Error &error);
    /// While `busy`, the primary button is disabled and says what is being done.
    void setBusy(bool busy, const QString &doing = {});

    bool event(QEvent *event) override;

    /// The primary button was pressed. Calls accept() if the work is done.
    virtual void commit() = 0;

private:
    void fitHeight();

    QHBoxLayout *m_all;
    QLabel *m_title;
    QuietLabel *m_explanation;
    QVBoxLayout *m_body;
    QWidget *m_stripPane;
    MessageStrip *m_strip;
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    QPushButton *m_dismiss;
    QPushButton *m_primary;
    QString m_verb;
    std::optional<Error> m_problem;
    bool m_busy = false;
};

} // namespace ferry::ui
