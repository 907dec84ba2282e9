#pragma once

#include "models/plan/LineDifference.h"

#include <QPlainTextEdit>

namespace ferry::ui {

/// The difference of two native files in a fixed-width font: removed lines with "−" on red, added ones with "+" on
/// green. Can be selected and copied.
class DifferenceView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setTexts(const QString &before, const QString &after);
    [[nodiscard]] const QList<DifferenceLine> &lines() const { return m_lines; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QList<DifferenceLine> m_lines;
};

} // namespace ferry::ui
