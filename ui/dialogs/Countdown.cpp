#include "ui/dialogs/Countdown.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ferry::ui {

Countdown::Countdown(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_words(new QLabel(this)), m_bar(new QProgressBar(this))
{
    m_words->setObjectName(u"countdownWords"_s);
    m_words->setFont(strongFont(m_words->font()));
    m_bar->setObjectName(u"countdownBar"_s);
    m_bar->setAccessibleName(tr("Time left to keep the change"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::unit);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &Countdown::refresh);
}

void Countdown::start(std::chrono::milliseconds left)
{
    m_deadline = m_clock.monotonic() + left;
    m_whole = std::max(m_whole, left);
    m_timer.start();
    refresh();
}

void Countdown::stop()
{
    m_timer.stop();
    m_whole = 0ms;
}

std::chrono::milliseconds Countdown::left() const
{
    return std::max(0ms, m_deadline - m_clock.monotonic());
}

void Countdown::refresh()
{
    const auto now = left();
    // Rounded up, so that "0 s" is shown only when there is nothing left.
    const int seconds = static_cast<int>((now.count() + 999) / 1000);
    m_words->setText(now > 0ms ? tr("Goes back by itself in %1 s").arg(seconds) : tr("Going back…"));
    m_bar->setRange(0, static_cast<int>(m_whole.count()));
    m_bar->setValue(static_cast<int>(now.count()));
    if (now == 0ms && m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT ranOut();
    }
}

} // namespace ferry::ui
