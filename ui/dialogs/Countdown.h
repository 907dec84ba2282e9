#pragma once

#include "models/base/Clock.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace ferry::ui {

/// How long until the nodes go back by themselves: words and a bar that empties.
class Countdown final : public QWidget {
    Q_OBJECT
public:
    /// `clock` outlives the widget.
    explicit Countdown(const Clock &clock, QWidget *parent = nullptr);

    /// Starts anew with `left`; called with every report of the agents, which know the time better.
    void start(std::chrono::milliseconds left);
    void stop();
    [[nodiscard]] std::chrono::milliseconds left() const;

public Q_SLOTS:
    /// Shows the time that is left now; the widget's own timer calls it.
    void refresh();

Q_SIGNALS:
    void ranOut();

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_deadline{0};
    std::chrono::milliseconds m_whole{0};
    QTimer m_timer;
    QLabel *m_words;
    QProgressBar *m_bar;
};

} // namespace ferry::ui
