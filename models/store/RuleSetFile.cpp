#include "models/store/RuleSetFile.h"

#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"
#include "models/store/StoreText.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSaveFile>

namespace ferry {
namespace {

FileStamp stampOf(QByteArrayView text)
{
    return {QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256)};
}

Error notRead(const QString &path, ErrorCode code, const QString &why, const QString &remedy)
{
    return {code, path, StoreText::tr("The rule set was not read."), why, remedy};
}

Error tooLarge(const QString &path)
{
    return notRead(path, ErrorCode::InvalidInput,
        StoreText::tr("The file is larger than %1 MiB.").arg(maxRuleSetBytes / (1024 * 1024)),
        StoreText::tr("Choose a rule set of Ferrygate."));
}

// Pipes and devices do not know their size, so that the limit counts while reading as well.
Result<QByteArray> readCapped(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return failure(notRead(path, ErrorCode::Io, StoreText::tr("It is a folder."), StoreText::tr("Choose a file.")));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const ErrorCode code = file.exists() ? ErrorCode::Io : ErrorCode::NotFound;
        return failure(notRead(path, code, StoreText::tr("The file cannot be opened: %1.").arg(file.errorString()),
            StoreText::tr("Look at the file's name and permissions.")));
    }
    if (file.size() > maxRuleSetBytes)
        return failure(tooLarge(path));
    QByteArray text = file.isSequential() ? file.read(maxRuleSetBytes + 1) : file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(notRead(path, ErrorCode::Io,
            StoreText::tr("The file cannot be read: %1.").arg(file.errorString()), StoreText::tr("Look at the disk.")));
    }
    if (text.size() > maxRuleSetBytes)
        return failure(tooLarge(path));
    return text;
}

Error notSaved(const QString &path, ErrorCode code, const QString &why, const QString &remedy)
{
    return {code, path, StoreText::tr("The rule set was not saved."), why, remedy};
}

// A full disk shows as a short count first; only the next attempt gives the reason.
bool writeAll(QIODevice &device, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const qint64 written = device.write(text.data(), text.size());
        if (written <= 0)
            return false;
        text = text.sliced(written);
    }
    return true;
}

// What is saved must be readable: better a refusal now, with everything still in memory, than at the next start.
Result<void> readsBack(const QString &path, const QByteArray &text, const RuleSet &ruleSet)
{
    const auto again = readRuleSet(text);
    if (!again) {
        const LoadProblem &problem = again.error().first();
        return failure(notSaved(path, ErrorCode::InvalidInput,
            StoreText::tr("%1: %2", "place in the rule set: reason").arg(problem.pointer, problem.error.why),
            problem.error.remedy));
    }
    if (*again != ruleSet) {
        return failure(notSaved(path, ErrorCode::Internal, StoreText::tr("The file would not hold the same rule set."),
            StoreText::tr("Report this defect, with what you changed last.")));
    }
    return {};
}

} // namespace

tl::expected<RuleSet, LoadProblems> loadRuleSet(const QString &path, FileStamp *stamp)
{
    const Result<QByteArray> text = readCapped(path);
    if (!text)
        return tl::unexpected(LoadProblems{{0, 0, {}, text.error()}});
    auto ruleSet = readRuleSet(*text);
    if (ruleSet && stamp)
        *stamp = stampOf(*text);
    return ruleSet;
}

Result<FileStamp> saveRuleSet(const QString &path, const RuleSet &ruleSet, const std::optional<FileStamp> &expected)
{
    const QByteArray text = ruleSetText(ruleSet);
    if (const Result<void> readable = readsBack(path, text, ruleSet); !readable)
        return failure(readable.error());
    if (expected) {
        const Result<FileStamp> now = fileStamp(path);
        const bool isGone = !now && now.error().code == ErrorCode::NotFound;
        if (!isGone && (!now || *now != *expected)) {
            return failure(notSaved(path, now ? ErrorCode::Conflict : now.error().code,
                now ? StoreText::tr("Someone else has changed the file since it was opened.") : now.error().why,
                StoreText::tr("Save under another name, or open the file again.")));
        }
    }
    // Writes beside the file, syncs it to disk and renames it over the old one.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, text) || !file.commit()) {
        return failure(
            notSaved(path, ErrorCode::Io, StoreText::tr("The file cannot be written: %1.").arg(file.errorString()),
                StoreText::tr("Make room or choose another folder; what was in the file before is unharmed.")));
    }
    return stampOf(text);
}

Result<FileStamp> fileStamp(const QString &path)
{
    const Result<QByteArray> text = readCapped(path);
    if (!text)
        return failure(text.error());
    return stampOf(*text);
}

} // namespace ferry
