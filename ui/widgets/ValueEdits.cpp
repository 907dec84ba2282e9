#include "ui/widgets/ValueEdits.h"

#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

QStringList words(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

/// Below a field only the reason and the way out are said; that nothing was taken is visible.
QString reason(const Error &error)
{
    return u"%1 %2"_s.arg(error.why, error.remedy).trimmed();
}

} // namespace

PortRangeEdit::PortRangeEdit(Empty empty, QWidget *parent) : FieldEdit(parent), m_empty(empty)
{
    setPlaceholderText(tr("5000–5003"));
    setName(tr("Ports"));
}

std::optional<PortRange> PortRangeEdit::value() const
{
    const auto range = PortRange::parse(text());
    return range && isValid() ? std::optional(*range) : std::nullopt;
}

void PortRangeEdit::setValue(const std::optional<PortRange> &range)
{
    setText(range ? range->toDisplay() : QString());
}

void PortRangeEdit::setSinglePort(bool single)
{
    m_single = single;
    setPlaceholderText(single ? tr("21") : tr("5000–5003"));
    validate();
}

QString PortRangeEdit::problemIn(const QString &text) const
{
    if (text.trimmed().isEmpty())
        return m_empty == Empty::Allowed ? QString() : tr("Write a port, or the first and the last of a range.");
    const auto range = PortRange::parse(text);
    if (!range)
        return reason(range.error());
    if (m_single && range->size() > 1)
        return tr("One port is needed here, not a range.");
    return {};
}

AddressEdit::AddressEdit(Empty empty, QWidget *parent) : FieldEdit(parent), m_empty(empty)
{
    setPlaceholderText(tr("203.0.113.1"));
    setName(tr("Address"));
}

std::optional<Address> AddressEdit::value() const
{
    const auto address = Address::parse(text().trimmed());
    return address ? std::optional(*address) : std::nullopt;
}

void AddressEdit::setValue(const std::optional<Address> &address)
{
    setText(address ? address->toString() : QString());
}

QString AddressEdit::problemIn(const QString &text) const
{
    if (text.trimmed().isEmpty())
        return m_empty == Empty::Allowed ? QString() : tr("Write an IPv4 or IPv6 address.");
    const auto address = Address::parse(text.trimmed());
    return address ? QString() : reason(address.error());
}

NetworksEdit::NetworksEdit(QWidget *parent) : FieldEdit(parent)
{
    setPlaceholderText(tr("Any network"));
    setName(tr("Source networks"));
}

QList<Network> NetworksEdit::value() const
{
    QList<Network> networks;
    for (const QString &word : words(text())) {
        if (const auto network = Network::parse(word))
            networks.append(*network);
    }
    return networks;
}

void NetworksEdit::setValue(const QList<Network> &networks)
{
    QStringList texts;
    for (const Network &network : networks)
        texts.append(network.toString());
    setText(texts.join(u", "_s));
}

QString NetworksEdit::problemIn(const QString &text) const
{
    for (const QString &word : words(text)) {
        if (const auto network = Network::parse(word); !network)
            return u"%1: %2"_s.arg(word, reason(network.error()));
    }
    return {};
}

} // namespace ferry::ui
