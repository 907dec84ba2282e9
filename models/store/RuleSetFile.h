#pragma once

#include "models/rules/RuleSet.h"
#include "models/store/LoadProblem.h"

#include <QByteArray>

#include <optional>

namespace ferry {

/// The largest file that is read, in bytes; 100,000 rules with long descriptions stay below it.
inline constexpr qint64 maxRuleSetBytes = 128LL * 1024 * 1024;

/// What a file held when it was read or written: tells whether someone else has changed it since.
struct FileStamp {
    QByteArray sha256;

    bool operator==(const FileStamp &) const = default;
};

/// Reads a rule set file whole; nothing is read of one that is too large. `stamp`, where given, is set on success.
[[nodiscard]] tl::expected<RuleSet, LoadProblems> loadRuleSet(const QString &path, FileStamp *stamp = nullptr);

/// Writes the rule set, with the revision that it has, in place of the file: a reader of the file sees the old text or
/// the new one, also after a power cut, and a full disk leaves the old one. Gives the stamp of the new file.
///
/// Fails with Conflict where the file is not what `expected` says, with InvalidInput where the rule set could not be
/// read back (a dangling reference, a value out of bounds), with Io where the system refuses.
[[nodiscard]] Result<FileStamp> saveRuleSet(
    const QString &path, const RuleSet &ruleSet, const std::optional<FileStamp> &expected = {});

/// The stamp of the file as it is now.
[[nodiscard]] Result<FileStamp> fileStamp(const QString &path);

} // namespace ferry
