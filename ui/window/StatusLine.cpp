#include "ui/window/StatusLine.h"

#include "models/plan/Words.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/window/LiveState.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

/// Nodes named one by one; more of them are told as numbers.
constexpr qsizetype nodesShown = 4;

void addMark(QHBoxLayout *layout, const QString &iconName, const QColor &colour, const QString &text, const QString &tip)
{
    QWidget *parent = layout->parentWidget();
    auto *mark = new QLabel(parent);
    mark->setPixmap(iconPixmap(iconName, 14, colour, parent->devicePixelRatioF()));
    auto *words = new QLabel(text, parent);
    words->setFont(smallFont(words->font()));
    words->setTextFormat(Qt::PlainText);
    mark->setToolTip(tip);
    words->setToolTip(tip);
    words->setAccessibleDescription(tip);
    layout->addWidget(mark);
    layout->addWidget(words);
    layout->addSpacing(metrics::margin);
}

} // namespace

StatusLine::StatusLine(LiveState &live, QWidget *parent)
    : QStatusBar(parent)
    , m_live(live)
    , m_unapplied(new QLabel(this))
    , m_nodes(new QWidget(this))
    , m_nodesLayout(new QHBoxLayout(m_nodes))
    , m_revision(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("State"));
    setSizeGripEnabled(false);
    setContentsMargins(metrics::unit, 0, metrics::unit, 0);
    m_unapplied->setObjectName(u"statusUnapplied"_s);
    m_nodes->setObjectName(u"statusNodes"_s);
    m_revision->setObjectName(u"statusRevision"_s);
    m_unapplied->setFont(smallFont(m_unapplied->font()));
    m_revision->setFont(smallFont(m_revision->font()));
    m_nodesLayout->setContentsMargins(metrics::margin, 0, 0, 0);
    m_nodesLayout->setSpacing(6);
    addWidget(m_unapplied);
    addWidget(m_nodes, 1);
    addPermanentWidget(m_revision);
    connect(&live, &LiveState::nodesChanged, this, &StatusLine::refreshNodes);
    connect(&live, &LiveState::unappliedChanged, this, &StatusLine::refreshUnapplied);
    refreshNodes();
    refreshUnapplied();
}

void StatusLine::setRevision(int revision)
{
    m_revision->setText(tr("revision %1").arg(QLocale().toString(revision)));
}

void StatusLine::refreshUnapplied()
{
    const auto count = static_cast<int>(m_live.unapplied().size());
    m_unapplied->setText(count == 0 ? tr("Everything applied") : tr("%n change(s) not applied", nullptr, count));
}

void StatusLine::refreshNodes()
{
    while (QLayoutItem *item = m_nodesLayout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    const Colours &c = coloursOf(palette());
    const auto connected = std::ranges::count(m_live.nodes(), NodeView::Link::Connected, &NodeView::link);
    if (m_live.nodes().size() > nodesShown) {
        addMark(m_nodesLayout, connected == m_live.nodes().size() ? u"check"_s : u"warning"_s, c.quietText,
            tr("%1 of %n node(s) connected", nullptr, static_cast<int>(m_live.nodes().size())).arg(connected), {});
    } else {
        for (const NodeView &node : m_live.nodes()) {
            switch (node.link) {
            case NodeView::Link::Connected:
                addMark(m_nodesLayout, u"check"_s, c.good.text,
                    tr("%1 connected, %2 ms").arg(node.name, QLocale().toString(node.latency.count())), node.agent);
                break;
            case NodeView::Link::Connecting:
                addMark(m_nodesLayout, u"pending"_s, c.pending.text, tr("%1 connecting").arg(node.name), node.agent);
                break;
            case NodeView::Link::Lost:
                addMark(m_nodesLayout, u"error"_s, c.bad.text, tr("%1 not reached").arg(node.name),
                    u"%1\n%2"_s.arg(node.agent, node.problem));
                break;
            }
            if (!node.status || node.link != NodeView::Link::Connected)
                continue;
            for (const ServiceStatus &service : node.status->services) {
                const QString software = softwareText(service.software);
                if (service.running)
                    addMark(m_nodesLayout, u"services"_s, c.good.text,
                        tr("%1 running, %n session(s)", nullptr, service.sessions).arg(software), service.unit);
                else
                    addMark(m_nodesLayout, u"services"_s, c.bad.text, tr("%1 stopped").arg(software), service.problem);
            }
        }
    }
    m_nodesLayout->addStretch(1);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshNodes();
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    QStatusBar::paintEvent(event);
    QPainter(this).fillRect(0, 0, width(), 1, coloursOf(palette()).hairline);
}

} // namespace ferry::ui
