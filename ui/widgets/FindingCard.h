#pragma once

#include "models/checks/Finding.h"

#include <QWidget>

class QLabel;

namespace ferry::ui {

/// Icon, word and colours of a severity.
struct SeverityLook {
    QString icon;
    QString word;
};
[[nodiscard]] SeverityLook severityLook(Severity severity);

/// One finding with its explanation and its quick fixes as buttons.
class FindingCard final : public QWidget {
    Q_OBJECT
public:
    explicit FindingCard(const Finding &finding, QWidget *parent = nullptr);

    [[nodiscard]] const Finding &finding() const { return m_finding; }

Q_SIGNALS:
    /// The fix with this index of Finding::fixes was pressed.
    void fixChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Finding m_finding;
    QLabel *m_icon;
};

} // namespace ferry::ui
