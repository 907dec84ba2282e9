#pragma once

#include "models/wire/Apply.h"

#include <QWidget>

class QVBoxLayout;

namespace ferry::ui {

/// Who applied something else meanwhile, when, from where, why and what.
class ConflictCard final : public QWidget {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget *parent = nullptr);

    void setRecord(const ApplyRecord &record);

private:
    void addFact(const QString &label, const QString &value, const QString &objectName, const QString &toolTip = {});

    QVBoxLayout *m_layout;
};

} // namespace ferry::ui
