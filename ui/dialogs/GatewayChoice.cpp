#include "ui/dialogs/GatewayChoice.h"

#include <QListWidget>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int visibleRows = 4;

QString shown(const Gateway &gateway)
{
    QStringList addresses;
    for (const Address &address : gateway.externalAddresses)
        addresses << address.toString();
    return addresses.isEmpty() ? gateway.name : u"%1   %2"_s.arg(gateway.name, addresses.join(u", "_s));
}

} // namespace

GatewayChoice::GatewayChoice(QWidget *parent) : QWidget(parent), m_list(new QListWidget(this))
{
    m_list->setObjectName(u"gatewayList"_s);
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &GatewayChoice::edited);
}

void GatewayChoice::setGateways(const QList<Gateway> &gateways)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Gateway &gateway : gateways) {
        auto *item = new QListWidgetItem(shown(gateway), m_list);
        item->setData(idRole, gateway.id.text());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    // A current row, so that Space works at once and screen readers have something to name.
    m_list->setCurrentRow(0);
    const int rows = std::clamp(static_cast<int>(gateways.size()), 1, visibleRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), 1) + 2 * m_list->frameWidth());
}

QList<GatewayId> GatewayChoice::chosen() const
{
    QList<GatewayId> gateways;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            gateways << GatewayId::fromTrusted(m_list->item(row)->data(idRole).toString());
    }
    return gateways;
}

void GatewayChoice::setChosen(const QList<GatewayId> &gateways)
{
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        const auto id = GatewayId::fromTrusted(m_list->item(row)->data(idRole).toString());
        m_list->item(row)->setCheckState(gateways.contains(id) ? Qt::Checked : Qt::Unchecked);
    }
}

} // namespace ferry::ui
