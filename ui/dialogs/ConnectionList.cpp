#include "ui/dialogs/ConnectionList.h"

#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/ValueEdits.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ConnectionList::ConnectionList(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_layout(new QVBoxLayout(this))
    , m_add(makeButton(kind == Kind::Primary ? tr("Add &primary connection") : tr("Add &secondary connection"),
          kind == Kind::Primary ? u"addPrimary"_s : u"addSecondary"_s, this, ButtonRole::Quiet, u"plus"_s))
{
    setObjectName(kind == Kind::Primary ? u"primaryConnections"_s : u"secondaryConnections"_s);
    setAccessibleName(kind == Kind::Primary ? tr("Primary connections") : tr("Secondary connections"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::unit);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last().ports->setFocus();
        refresh();
        Q_EMIT edited();
    });
}

void ConnectionList::setConnections(const QList<ProtocolConnection> &connections)
{
    const QSignalBlocker blocker(this);
    while (!m_rows.isEmpty())
        delete m_rows.takeLast().widget;
    for (const ProtocolConnection &connection : connections)
        addRow(connection);
    refresh();
}

QList<ProtocolConnection> ConnectionList::connections() const
{
    QList<ProtocolConnection> connections;
    for (const Row &row : m_rows) {
        if (const auto ports = row.ports->value())
            connections << ProtocolConnection{static_cast<Direction>(row.direction->currentData().toInt()), *ports};
    }
    return connections;
}

std::optional<Error> ConnectionList::problem() const
{
    for (const Row &row : m_rows) {
        if (!row.ports->isValid()) {
            return Error{ErrorCode::InvalidInput, row.ports->text(), tr("The connections were not accepted."),
                row.ports->errorText(), {}};
        }
    }
    return {};
}

void ConnectionList::setLocked(bool locked)
{
    m_locked = locked;
    m_add->setVisible(!locked);
    refresh();
}

void ConnectionList::addRow(const std::optional<ProtocolConnection> &connection)
{
    Row row{new QWidget(this), nullptr, nullptr, nullptr, nullptr};
    row.direction = new QComboBox(row.widget);
    row.direction->setObjectName(u"direction"_s);
    row.direction->setAccessibleName(tr("Direction"));
    row.direction->addItem(tr("Inbound"), static_cast<int>(Direction::Inbound));
    row.direction->addItem(tr("Outbound"), static_cast<int>(Direction::Outbound));
    row.direction->setFixedWidth(130);
    row.ports = new PortRangeEdit(PortRangeEdit::Empty::Refused, row.widget);
    row.ports->setObjectName(u"ports"_s);
    row.ports->setAccessibleName(tr("Ports"));
    row.ports->setPlaceholderText(u"5000–5003"_s);
    row.ports->setFixedWidth(260);
    row.role = new QuietLabel({}, row.widget);
    row.role->setMinimumHeight(metrics::controlHeight);
    row.role->setWordWrap(false);
    row.remove = makeIconButton(u"trash"_s, tr("Remove this connection"), u"removeConnection"_s, row.widget);
    if (connection) {
        row.direction->setCurrentIndex(row.direction->findData(static_cast<int>(connection->direction)));
        row.ports->setValue(connection->ports);
    }
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::unit);
    line->addWidget(row.direction, 0, Qt::AlignTop);
    line->addWidget(row.ports, 0, Qt::AlignTop);
    line->addSpacing(metrics::unit);
    line->addWidget(row.role, 1, Qt::AlignTop);
    line->addWidget(row.remove, 0, Qt::AlignTop);

    const auto changed = [this] {
        refresh();
        Q_EMIT edited();
    };
    connect(row.direction, &QComboBox::activated, this, changed);
    connect(row.ports, &PortRangeEdit::edited, this, changed);
    connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    m_layout->insertWidget(static_cast<int>(m_rows.size()), row.widget);
    m_rows << row;
}

void ConnectionList::removeRow(QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.widget == widget; });
    if (row == m_rows.end())
        return;
    m_rows.erase(row);
    // The click that asked for it is still being delivered to the row's own button.
    widget->hide();
    widget->deleteLater();
    m_add->setFocus();
    refresh();
    Q_EMIT edited();
}

void ConnectionList::refresh()
{
    bool controlSeen = false;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const bool inbound = row.direction->currentData().toInt() == static_cast<int>(Direction::Inbound);
        const auto ports = PortRange::parse(row.ports->text());
        QString role;
        if (m_kind == Kind::Secondary)
            role = tr("opened by the filter, for one session");
        else if (!inbound)
            role = tr("opened by the server");
        else if (!std::exchange(controlSeen, true))
            role = ports && ports->size() > 1 ? tr("control port %1, then data").arg(ports->low()) : tr("control port");
        else
            role = tr("always open: fixed passive range");
        row.role->setText(role);
        row.direction->setEnabled(!m_locked);
        row.ports->setReadOnly(m_locked);
        row.remove->setVisible(!m_locked);

        if (ports)
            row.ports->showError({});
        for (qsizetype earlier = 0; ports && earlier < i; ++earlier) {
            const auto other = PortRange::parse(m_rows[earlier].ports->text());
            if (other && other->overlaps(*ports)
                && m_rows[earlier].direction->currentData() == row.direction->currentData()) {
                row.ports->showError(
                    tr("%1 overlaps %2 above. Use each port once.").arg(ports->toDisplay(), other->toDisplay()));
                break;
            }
        }
    }
}

} // namespace ferry::ui
