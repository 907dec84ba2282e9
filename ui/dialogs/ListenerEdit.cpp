#include "ui/dialogs/ListenerEdit.h"

#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ListenerEdit::ListenerEdit(QWidget *parent)
    : QWidget(parent), m_address(new QComboBox(this)), m_port(makeNumber(u"listenPort"_s, 1, 65535, {}, this))
{
    m_address->setObjectName(u"listenAddress"_s);
    m_address->setAccessibleName(tr("Listener address"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setFont(fixedFont(m_address->font()));
    m_port->setAccessibleName(tr("Listener port"));
    m_port->setGroupSeparatorShown(false);
    m_port->setFont(fixedFont(m_port->font()));
    m_port->setFixedWidth(96);
    auto *label = new QLabel(tr("por&t"), this);
    label->setBuddy(m_port);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::unit);
    line->addWidget(m_address, 1);
    line->addWidget(label);
    line->addWidget(m_port);
    setFocusProxy(m_address);
    connect(m_address, &QComboBox::currentTextChanged, this, &ListenerEdit::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenerEdit::edited);
}

void ListenerEdit::setOffered(const QList<Address> &addresses)
{
    QStringList texts;
    for (const Address &address : addresses)
        texts << address.toString();
    QStringList present;
    for (int i = 0; i < m_address->count(); ++i)
        present << m_address->itemText(i);
    if (texts == present)
        return;
    const QSignalBlocker blocker(m_address);
    const QString typed = m_address->currentText();
    m_address->clear();
    m_address->addItems(texts);
    m_address->setEditText(typed);
}

void ListenerEdit::setAddress(const std::optional<Address> &address)
{
    if (address == this->address())
        return;
    const QSignalBlocker blocker(this);
    m_address->setEditText(address ? address->toString() : QString());
}

std::optional<Address> ListenerEdit::address() const
{
    const auto address = Address::parse(m_address->currentText().trimmed());
    return address ? std::optional(*address) : std::nullopt;
}

void ListenerEdit::setPort(quint16 port)
{
    const QSignalBlocker blocker(this);
    m_port->setValue(port);
}

quint16 ListenerEdit::port() const
{
    return static_cast<quint16>(m_port->value());
}

std::optional<Error> ListenerEdit::problem() const
{
    const QString text = m_address->currentText().trimmed();
    if (text.isEmpty()) {
        return Error{ErrorCode::InvalidInput, {}, tr("There is no listener yet."), tr("Its address is missing."),
            tr("Choose an external address of the gateway.")};
    }
    const auto address = Address::parse(text);
    return address ? std::nullopt : std::optional(address.error());
}

} // namespace ferry::ui
