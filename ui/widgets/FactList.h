#pragma once

#include <QWidget>

class QGridLayout;

namespace ferry::ui {

/// One line of a fact list.
struct Fact {
    QString label;
    QString value;
    bool fixed = false;  ///< an address, port or command: fixed width, not wrapped
};

/// Labels and values under one another, for inspectors and summaries.
class FactList final : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    QGridLayout *m_grid;
};

} // namespace ferry::ui
