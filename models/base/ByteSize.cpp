#include "models/base/ByteSize.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace ferry {

std::optional<qint64> parseByteSize(QStringView text)
{
    text = text.trimmed();
    const auto digitsEnd =
        std::find_if_not(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) - text.begin();
    bool isNumber = false;
    const qint64 number = text.first(digitsEnd).toLongLong(&isNumber);
    if (!isNumber)
        return {};
    QStringView unit = text.sliced(digitsEnd).trimmed();
    if (unit.isEmpty() || unit.compare(u"B", Qt::CaseInsensitive) == 0)
        return number;
    const qsizetype power = QStringView(u"KMGT").indexOf(unit.front(), 0, Qt::CaseInsensitive) + 1;
    unit = unit.sliced(1);
    const bool isUnit =
        unit.isEmpty() || unit.compare(u"B", Qt::CaseInsensitive) == 0 || unit.compare(u"iB", Qt::CaseInsensitive) == 0;
    const int shift = static_cast<int>(power) * 10;
    if (power == 0 || !isUnit || number > std::numeric_limits<qint64>::max() >> shift)
        return {};
    return number << shift;
}

} // namespace ferry
