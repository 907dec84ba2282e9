#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ferry::ui {

class ElidedLabel;

/// The head of a page: title, a quiet sentence behind it, buttons of the page at the right.
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setNote(const QString &note);
    void addWidget(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    ElidedLabel *m_note;
    QHBoxLayout *m_layout;
};

} // namespace ferry::ui
