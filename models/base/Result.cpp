#include "models/base/Result.h"

#include <QStringList>

namespace ferry {

QString Error::text() const
{
    QStringList sentences{what, why, remedy};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace ferry
