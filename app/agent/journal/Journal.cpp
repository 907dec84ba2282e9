#include "app/agent/journal/Journal.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

template <>
std::span<const QStringView> enumNames<agent::Phase>()
{
    static constexpr QStringView names[]{u"prepared", u"committing", u"committed", u"rolling-back"};
    static_assert(std::size(names) == static_cast<std::size_t>(agent::Phase::RollingBack) + 1);
    return names;
}

namespace agent {
namespace {

constexpr qsizetype reserveBytes = 64 * 1024;

QString journalPath(const QString &folder)
{
    return QDir(folder).filePath(u"journal.json"_s);
}

QString reservePath(const QString &folder)
{
    return QDir(folder).filePath(u"journal.reserve"_s);
}

} // namespace

static QJsonObject toJson(const StagedPart &part)
{
    return {{u"id"_s, part.id}, {u"files"_s, toJsonArray(part.files)}};
}

static QJsonObject toJson(const OpenTransaction &open)
{
    return {
        {u"phase"_s, enumName(open.phase)},
        {u"record"_s, toJson(open.record)},
        {u"confirmWithinSeconds"_s, static_cast<qint64>(open.confirmWithin.count())},
        {u"deadlineBoot"_s, open.deadline.boot},
        {u"deadlineMs"_s, static_cast<qint64>(open.deadline.at.count())},
        {u"services"_s, toJsonArray(open.services)},
        {u"gateways"_s, toJsonArray(open.gateways)},
    };
}

static QJsonObject toJson(const JournalState &state)
{
    QJsonObject json{{u"format"_s, u"ferrygate-journal"_s}, {u"version"_s, 1}, {u"generation"_s, state.generation}};
    if (state.last)
        json[u"last"] = toJson(*state.last);
    if (state.open)
        json[u"open"] = toJson(*state.open);
    return json;
}

static void decode(const JsonNode &node, StagedPart &out)
{
    JsonFields(node).required(u"id", out.id).required(u"files", out.files);
}

static void decode(const JsonNode &node, OpenTransaction &out)
{
    JsonFields(node)
        .required(u"phase", out.phase)
        .required(u"record", out.record)
        .required(u"confirmWithinSeconds", out.confirmWithin)
        .required(u"deadlineBoot", out.deadline.boot)
        .required(u"deadlineMs", out.deadline.at)
        .required(u"services", out.services)
        .required(u"gateways", out.gateways);
}

static void decode(const JsonNode &node, JournalState &out)
{
    QString format;
    int version = 0;
    JsonFields(node)
        .required(u"format", format)
        .required(u"version", version)
        .required(u"generation", out.generation)
        .optional(u"last", out.last)
        .optional(u"open", out.open);
    if (!node.hasFailed() && (format != u"ferrygate-journal" || version != 1))
        node.refuse(u"It is not a \"ferrygate-journal\" of version 1."_s);
}

QString runningGeneration(const JournalState &state)
{
    return state.open && state.open->phase == Phase::Committed ? state.open->record.generation : state.generation;
}

Result<Journal> Journal::open(const QString &folder)
{
    Journal journal(folder);
    const auto bytes = readFile(journalPath(folder));
    if (!bytes)
        return failure(bytes.error());
    if (*bytes) {
        const Result<JournalState> state = fromJson<JournalState>(QJsonDocument::fromJson(**bytes).object());
        if (!state) {
            return failure(ErrorCode::InvalidInput, journalPath(folder),
                QCoreApplication::translate("Journal", "The journal was not read."), state.error().why,
                QCoreApplication::translate(
                    "Journal", "Restore the file from a backup, or move it away to begin without a known generation."));
        }
        journal.m_state = *state;
    }
    journal.fillReserve();
    return journal;
}

Result<> Journal::replace(JournalState next)
{
    const QByteArray bytes = QJsonDocument(toJson(next)).toJson();
    Result<> written = writeDurably(journalPath(m_folder), bytes);
    if (!written) {
        QFile::remove(reservePath(m_folder));
        written = writeDurably(journalPath(m_folder), bytes);
    }
    if (!written)
        return written;
    m_state = std::move(next);
    fillReserve();
    return {};
}

void Journal::fillReserve() const
{
    if (QFileInfo(reservePath(m_folder)).size() == reserveBytes)
        return;
    // Not zeros: a file system may keep those without taking room. On a full disk there is none, until it is not.
    QByteArray filling(reserveBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < filling.size(); ++i)
        filling[i] = static_cast<char>(i * 31 + 7);
    (void)writeDurably(reservePath(m_folder), filling);
}

} // namespace agent
} // namespace ferry
