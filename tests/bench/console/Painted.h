#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QObject>
#include <QWidget>

namespace ferry::bench {

/// Sees when a widget, or what lies in it, is painted.
class Painted final : public QObject {
public:
    explicit Painted(QWidget &of) : m_of(of) { qApp->installEventFilter(this); }

    /// Lets the event loop do what is queued: first what the models' views wait for, then painting, then what was
    /// queued meanwhile. A change that alters nothing visible paints nothing. Gives whether something was painted.
    bool settle()
    {
        for (int turn = 0; turn < 3; ++turn) {
            QCoreApplication::processEvents();
            // Widgets that delete themselves wait for the loop of exec(), which does not turn here.
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        return m_seen;
    }
    /// Until something was painted since `forget`, at most ten seconds.
    bool wait()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_seen && timer.elapsed() < 10'000)
            QCoreApplication::processEvents();
        return m_seen;
    }
    void forget() { m_seen = false; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && object->isWidgetType()
            && (object == &m_of || m_of.isAncestorOf(static_cast<QWidget *>(object))))
            m_seen = true;
        return false;
    }

private:
    QWidget &m_of;
    bool m_seen = false;
};

} // namespace ferry::bench
