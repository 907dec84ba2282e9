#include "ui/window/StatusLine.h"

#include "models/plan/Words.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/ClearLayout.h"
#include "ui/window/LiveState.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

/// Nodes named one by one; more of them are told as numbers.
constexpr qsizetype nodesShown = 4;

void addMark(
    QHBoxLayout *layout, const QString &iconName, const QColor &colour, const QString &text, const QString &tip)
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
    connect(&live, &LiveState::statusesChanged, this, &StatusLine::refreshNodes);
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
    m_unapplied->setText(count == 0 ? tr("Everything applied") : tr("%n changes not applied", nullptr, count));
}

void StatusLine::refreshNodes()
{
    clearLayout(m_nodesLayout);
    const Colours &c = coloursOf(palette());
    const NodeStatuses &statuses = m_live.statuses();
    QStringList agents = statuses.keys();
    agents.sort();
    if (agents.size() > nodesShown) {
        const auto connected =
            std::ranges::count_if(statuses, [](const NodeView &node) { return node.status.has_value(); });
        const bool all = connected == agents.size();
        addMark(m_nodesLayout, all ? u"check"_s : u"warning"_s, all ? c.good.text : c.draft.text,
            tr("%1 of %n nodes connected", nullptr, static_cast<int>(agents.size())).arg(connected), {});
    } else {
        for (const QString &agent : std::as_const(agents))
            addNode(agent, statuses[agent]);
    }
    m_nodesLayout->addStretch(1);
}

void StatusLine::addNode(const QString &agent, const NodeView &node)
{
    const Colours &c = coloursOf(palette());
    if (!node.status) {
        const bool asked = !node.problem.isEmpty();
        addMark(m_nodesLayout, asked ? u"error"_s : u"pending"_s, asked ? c.bad.text : c.pending.text,
            asked ? tr("%1 not reached").arg(agent) : tr("%1 connecting").arg(agent), node.problem);
        return;
    }
    addMark(m_nodesLayout, u"check"_s, c.good.text,
        node.milliseconds < 0 ? tr("%1 connected").arg(node.status->node)
                              : tr("%1 connected, %2 ms").arg(node.status->node, QLocale().toString(node.milliseconds)),
        agent);
    for (const ServiceStatus &service : node.status->services) {
        const QString software = softwareText(service.software);
        if (service.running)
            addMark(m_nodesLayout, u"services"_s, c.good.text,
                tr("%1 running, %n sessions", nullptr, service.sessions).arg(software), service.unit);
        else
            addMark(m_nodesLayout, u"services"_s, c.bad.text, tr("%1 stopped").arg(software), service.problem);
    }
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
