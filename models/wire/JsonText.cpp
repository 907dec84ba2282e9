#include "models/wire/JsonText.h"

#include "models/store/JsonCursor.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace ferry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonText", text);
}

tl::unexpected<Error> notRead(const QString &why)
{
    return failure(ErrorCode::Protocol, {}, tr("The text was not read."), why);
}

QString positionOf(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::min(offset, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return tr("line %1, column %2").arg(before.count('\n') + 1).arg(before.size() - lineStart + 1);
}

/// Why the text cannot be taken although it is JSON; empty if it can.
QString ambiguityIn(const QByteArray &text)
{
    JsonCursor cursor(text);
    struct Level {
        bool isObject;
        QSet<QByteArray> keys;
    };
    std::vector<Level> levels;
    const auto take = [&] {
        switch (cursor.peek()) {
        case JsonCursor::Kind::Object:
            if (cursor.enterObject())
                levels.push_back({true, {}});
            return;
        case JsonCursor::Kind::Array:
            if (cursor.enterArray())
                levels.push_back({false, {}});
            return;
        default:
            cursor.skip();
        }
    };
    take();
    while (!levels.empty() && !cursor.fault()) {
        Level &level = levels.back();
        if (!(level.isObject ? cursor.nextKey() : cursor.nextElement())) {
            levels.pop_back();
            continue;
        }
        if (level.isObject) {
            const qsizetype known = level.keys.size();
            level.keys.insert(cursor.key().toByteArray());
            if (level.keys.size() == known)
                return tr("The field %1 stands there twice.").arg(cursor.pointer());
        }
        take();
    }
    // What the cursor does not read (deep nesting), it has not looked through.
    if (const auto &fault = cursor.fault())
        return tr("%1 It is in %2.").arg(fault->why, positionOf(text, fault->offset));
    return {};
}

} // namespace

Result<QJsonObject> readJsonObject(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return notRead(tr("It is not JSON: %1 in %2.").arg(problem.errorString(), positionOf(text, problem.offset)));
    if (!document.isObject())
        return notRead(tr("It is not a JSON object."));
    if (const QString why = ambiguityIn(text); !why.isEmpty())
        return notRead(why);
    return document.object();
}

} // namespace ferry
