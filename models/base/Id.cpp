#include "models/base/Id.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

constexpr qsizetype maxIdLength = 64;

bool isIdStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isIdPart(QChar c)
{
    return isIdStart(c) || c == u'.' || c == u'_' || c == u'-';
}

} // namespace

bool isValidId(QStringView text)
{
    return !text.isEmpty() && text.size() <= maxIdLength && isIdStart(text.front())
        && std::all_of(text.begin(), text.end(), isIdPart) && !text.contains(u"..");
}

QString idFromName(QStringView name, QStringView fallback)
{
    const QString lower = name.toString().toLower();
    QString id;
    for (const QChar c : lower) {
        if (isIdStart(c))
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(maxIdLength);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? fallback.toString() : id;
}

Error malformedId(QStringView text)
{
    return {ErrorCode::InvalidInput, text.left(maxIdLength).toString(),
        QCoreApplication::translate("Id", "The id was not accepted."),
        QCoreApplication::translate("Id",
            "An id is 1 to 64 characters of a-z, 0-9, \".\", \"_\" and \"-\", "
            "starts with a letter or digit, and holds no \"..\"."),
        QCoreApplication::translate("Id", "Choose another id.")};
}

} // namespace ferry
