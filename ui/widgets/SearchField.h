#pragma once

#include <QLineEdit>

namespace ferry::ui {

/// The search box: magnifier, clear button, Escape empties it, Down goes to the results.
class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void resultsEntered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ferry::ui
