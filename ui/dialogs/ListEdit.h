#pragma once

#include "models/base/Address.h"
#include "models/rules/Gateway.h"
#include "ui/widgets/FieldEdit.h"

#include <QList>
#include <QStringList>

namespace ferry::ui {

/// What becomes of a value that is written twice.
enum class Repeats { Kept, Dropped };

/// Values that can be read from text and written as text, with commas between them.
template <class Value, Repeats repeats>
class ListEdit final : public FieldEdit {
public:
    explicit ListEdit(QWidget *parent = nullptr) : FieldEdit(parent) { validate(); }

    /// What can be read of the text; empty where anything in it cannot.
    [[nodiscard]] QList<Value> value() const { return parse(text()).value_or(QList<Value>()); }
    void setValue(const QList<Value> &values)
    {
        QStringList texts;
        for (const Value &value : values)
            texts << value.toString();
        setText(texts.join(QStringLiteral(", ")));
    }

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override
    {
        const Result<QList<Value>> values = parse(text);
        return values ? QString() : values.error().text();
    }

private:
    static Result<QList<Value>> parse(const QString &text)
    {
        QList<Value> values;
        for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
            if (part.trimmed().isEmpty())
                continue;
            const Result<Value> value = Value::parse(part.trimmed());
            if (!value)
                return failure(value.error());
            if (repeats == Repeats::Kept || !values.contains(*value))
                values << *value;
        }
        return values;
    }
};

using AddressListEdit = ListEdit<Address, Repeats::Dropped>;
/// Networks of clients and the addresses they are told, "10.0.0.0/8 = 10.0.0.1".
using ClientAddressesEdit = ListEdit<ClientAddress, Repeats::Kept>;

} // namespace ferry::ui
