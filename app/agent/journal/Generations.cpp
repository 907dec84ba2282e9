#include "app/agent/journal/Generations.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/NodeConfigJson.h"

#include <QDir>
#include <QJsonDocument>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString suffix = u".json"_s;

QJsonObject toJson(const WrittenFile &file)
{
    QJsonObject json{{u"path"_s, file.path}, {u"part"_s, file.part}};
    // Native files need not be UTF-8.
    if (file.bytes)
        json[u"base64"] = QString::fromLatin1(file.bytes->toBase64());
    return json;
}

} // namespace

static void decode(const JsonNode &node, WrittenFile &out)
{
    std::optional<QString> base64;
    JsonFields(node).required(u"path", out.path).optional(u"part", out.part).optional(u"base64", base64);
    if (base64)
        out.bytes = QByteArray::fromBase64(base64->toLatin1());
}

static void decode(const JsonNode &node, Generation &out)
{
    JsonFields(node).required(u"config", out.config).required(u"native", out.native);
}

Result<> Generations::write(const QString &transaction, const Generation &generation) const
{
    QJsonArray native;
    for (const WrittenFile &file : generation.native)
        native.append(toJson(file));
    const QJsonObject json{{u"config"_s, ferry::toJson(generation.config)}, {u"native"_s, native}};
    return writeDurably(pathOf(transaction), QJsonDocument(json).toJson());
}

Result<std::optional<Generation>> Generations::read(const QString &transaction) const
{
    const auto bytes = readFile(pathOf(transaction));
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes)
        return std::nullopt;
    const Result<Generation> generation = fromJson<Generation>(QJsonDocument::fromJson(**bytes).object());
    if (!generation)
        return failure(generation.error());
    return *generation;
}

void Generations::keepOnly(const QStringList &transactions) const
{
    QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (!name.endsWith(suffix) || !transactions.contains(name.chopped(suffix.size())))
            folder.remove(name);
    }
}

QString Generations::pathOf(const QString &transaction) const
{
    return QDir(m_folder).filePath(transaction + suffix);
}

} // namespace ferry::agent
