#include "ui/dialogs/ClientAddressesEdit.h"

#include <QStringList>

namespace ferry::ui {
namespace {

Result<QList<ClientAddress>> parse(const QString &text)
{
    QList<ClientAddress> addresses;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const Result<ClientAddress> address = ClientAddress::parse(part.trimmed());
        if (!address)
            return failure(address.error());
        addresses << *address;
    }
    return addresses;
}

} // namespace

ClientAddressesEdit::ClientAddressesEdit(QWidget *parent) : FieldEdit(parent)
{
    validate();
}

QList<ClientAddress> ClientAddressesEdit::value() const
{
    return parse(text()).value_or(QList<ClientAddress>());
}

void ClientAddressesEdit::setValue(const QList<ClientAddress> &addresses)
{
    QStringList texts;
    for (const ClientAddress &address : addresses)
        texts << address.toString();
    setText(texts.join(QStringLiteral(", ")));
}

QString ClientAddressesEdit::problemIn(const QString &text) const
{
    const auto addresses = parse(text);
    return addresses ? QString() : addresses.error().text();
}

} // namespace ferry::ui
