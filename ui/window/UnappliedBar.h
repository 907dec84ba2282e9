#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace ferry::ui {

/// "3 changes not applied" with Review and apply… and Discard; hidden where nothing waits.
class UnappliedBar final : public QWidget {
    Q_OBJECT
public:
    UnappliedBar(QAction *review, QAction *discard, QWidget *parent = nullptr);

    /// `details` are the changes in words, for the tooltip.
    void setChanges(int count, const QStringList &details);
    [[nodiscard]] int changes() const { return m_changes; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    int m_changes = 0;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace ferry::ui
