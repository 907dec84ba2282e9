#pragma once

#include "ui/theme/Colours.h"

#include <QAbstractButton>

namespace ferry::ui {

/// The five states of a rule on a node (design: draft, applied, pending, drifted, unknown), and a failure.
enum class PillState { Applied, Draft, Pending, Drifted, Unknown, Failed };

/// A state as icon, word and tint: colour is never the only sign.
struct PillLook {
    QString icon;
    QString word;
    Tint tint;
};

[[nodiscard]] PillLook pillLook(PillState state, const Colours &colours);

/// Paints a pill at the left of `rect`, vertically centred; for delegates.
void paintPill(QPainter &painter, const QRect &rect, const PillLook &look, const QFont &font);
[[nodiscard]] QSize pillSize(const PillLook &look, const QFont &font);

/// A pill that opens what it names when it is pressed.
class StatePill final : public QAbstractButton {
    Q_OBJECT
public:
    explicit StatePill(PillState state = PillState::Unknown, QWidget *parent = nullptr);

    [[nodiscard]] PillState state() const { return m_state; }
    void setState(PillState state);
    /// Another word for the state: "running" instead of "Applied".
    void setWord(const QString &word);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PillLook look() const;

    PillState m_state;
    QString m_word;
};

} // namespace ferry::ui
