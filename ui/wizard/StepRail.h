#pragma once

#include <QAbstractButton>
#include <QList>

namespace ferry::ui {

/// One step in the list of a wizard: its number or a check mark, its title, and what was chosen.
class StepButton final : public QAbstractButton {
    Q_OBJECT
public:
    enum class State { Ahead, Current, Done, Problem };

    StepButton(int number, const QString &title, QWidget *parent);

    void setState(State state);
    void setOutcome(const QString &outcome);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    int m_number;
    State m_state = State::Ahead;
    QString m_outcome;
};

/// The steps of a wizard at its left: where one is, what was chosen so far, and the way back.
class StepRail final : public QWidget {
    Q_OBJECT
public:
    explicit StepRail(const QStringList &titles, QWidget *parent = nullptr);

    [[nodiscard]] StepButton *button(int step) const { return m_buttons.value(step); }

    QSize sizeHint() const override { return {232, 400}; }

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StepButton *> m_buttons;
};

} // namespace ferry::ui
