#pragma once

#include "models/wire/Apply.h"

#include <QWidget>

class QVBoxLayout;

namespace ferry::ui {

/// "just now", "5 min ago", "3 h ago", "4 days ago": `then` seen from `now`.
[[nodiscard]] QString agoText(const QDateTime &then, const QDateTime &now);

/// Who applied something else meanwhile, when, from where, why and what.
class ConflictCard final : public QWidget {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget *parent = nullptr);

    /// `now` is the time from which "5 min ago" counts.
    void setRecord(const ApplyRecord &record, const QDateTime &now);

private:
    void addFact(const QString &label, const QString &value, const QString &objectName, const QString &toolTip = {});

    QVBoxLayout *m_layout;
};

} // namespace ferry::ui
