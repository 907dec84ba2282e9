#include "ui/dialogs/AddressListEdit.h"

#include <QStringList>

namespace ferry::ui {
namespace {

Result<QList<Address>> parse(const QString &text)
{
    QList<Address> addresses;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const Result<Address> address = Address::parse(part.trimmed());
        if (!address)
            return failure(address.error());
        if (!addresses.contains(*address))
            addresses << *address;
    }
    return addresses;
}

} // namespace

AddressListEdit::AddressListEdit(QWidget *parent) : FieldEdit(parent)
{
    validate();
}

QList<Address> AddressListEdit::value() const
{
    return parse(text()).value_or(QList<Address>());
}

void AddressListEdit::setValue(const QList<Address> &addresses)
{
    QStringList texts;
    for (const Address &address : addresses)
        texts << address.toString();
    setText(texts.join(QStringLiteral(", ")));
}

QString AddressListEdit::problemIn(const QString &text) const
{
    const auto addresses = parse(text);
    return addresses ? QString() : addresses.error().text();
}

} // namespace ferry::ui
