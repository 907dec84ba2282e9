#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ferry::ui {

/// What an empty page shows: what belongs here, and the first step.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent = nullptr);

    /// The button with the first step; its clicked() is `actionTriggered`.
    void setAction(const QString &label, const QString &objectName);
    void setTexts(const QString &title, const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace ferry::ui
