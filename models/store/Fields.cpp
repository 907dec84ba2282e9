#include "models/store/Fields.h"

#include "models/store/StoreText.h"

namespace ferry::detail {

bool enterFields(Reading &reading)
{
    if (reading.json.peek() != JsonCursor::Kind::Object) {
        reading.refuseKind(StoreText::tr("an object"));
        return false;
    }
    return reading.json.enterObject();
}

void refuseUnknownField(Reading &reading, std::span<const QLatin1StringView> names)
{
    const QString given = QString::fromUtf8(reading.json.key());
    const QString meant = nearMiss(given.left(64), names);
    reading.refuse(reading.json.offset(), StoreText::tr("There is no field \"%1\" here.").arg(given.left(64)),
        meant.isEmpty() ? StoreText::tr("Remove it.") : StoreText::tr("Did you mean \"%1\"?").arg(meant));
    reading.json.skip();
}

// Readers differ in which of the two they keep, so neither is taken.
void refuseRepeatedField(Reading &reading)
{
    reading.refuse(reading.json.offset(),
        StoreText::tr("The field \"%1\" stands here twice.").arg(QString::fromUtf8(reading.json.key())),
        StoreText::tr("Remove one of them."));
    reading.json.skip();
}

void refuseMissingField(Reading &reading, qsizetype objectOffset, QLatin1StringView name)
{
    reading.refuse(objectOffset, StoreText::tr("The field \"%1\" is missing.").arg(name), StoreText::tr("Add it."));
}

} // namespace ferry::detail
