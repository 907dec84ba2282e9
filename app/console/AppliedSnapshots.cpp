#include "app/console/AppliedSnapshots.h"

#include "models/store/RuleSetFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

Q_LOGGING_CATEGORY(snapshotLog, "ferrygate.snapshots")

constexpr int snapshotsKept = 20;

} // namespace

AppliedSnapshots::AppliedSnapshots(QString directory) : m_directory(std::move(directory)) {}

QString AppliedSnapshots::pathOf(const Generations &generations) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto node = generations.cbegin(); node != generations.cend(); ++node)
        hash.addData((node.key() + u'=' + node.value() + u'\n').toUtf8());
    return QDir(m_directory).filePath(QString::fromLatin1(hash.result().toHex()) + u".ferrygate.json"_s);
}

void AppliedSnapshots::remember(const Generations &generations, const RuleSet &ruleSet)
{
    if (generations == m_last)
        return;
    m_last = generations;
    m_lastRuleSet = ruleSet;
    QDir().mkpath(m_directory);
    // A convenience: without it Discard goes back to the saved file and says so.
    if (const auto saved = saveRuleSet(pathOf(generations), ruleSet); !saved)
        qCWarning(snapshotLog).noquote() << saved.error().text();
    forgetOldest();
}

std::optional<RuleSet> AppliedSnapshots::find(const Generations &generations) const
{
    if (generations == m_last)
        return m_lastRuleSet;
    auto loaded = loadRuleSet(pathOf(generations));
    return loaded ? std::optional(std::move(*loaded)) : std::nullopt;
}

void AppliedSnapshots::forgetOldest() const
{
    const QFileInfoList files = QDir(m_directory).entryInfoList({u"*.ferrygate.json"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = snapshotsKept; i < files.size(); ++i)
        QFile::remove(files.at(i).filePath());
}

} // namespace ferry::console
