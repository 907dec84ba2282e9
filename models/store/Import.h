#pragma once

#include "models/base/Result.h"
#include "models/edits/Change.h"
#include "models/rules/RuleSet.h"

#include <QStringList>

namespace ferry {

enum class ImportMode {
    Merge,    ///< objects with an id that is there replace that one in its place, new ones come behind the others
    Replace,  ///< the imported rule set takes the place of the current one
};

/// What an import would do to one object.
struct ImportItem {
    enum class What { Added, Changed, Same, Removed };

    What what = What::Same;
    ObjectKind kind = ObjectKind::Rule;
    QString id;
    QString name;
    QStringList words;  ///< Changed only: what differs, a line a setting

    bool operator==(const ImportItem &) const = default;
};

/// What an import would do, before anything is done. Objects of the current rule set that a merge leaves alone are not
/// listed, nor are built-in protocol definitions.
struct ImportPreview {
    QList<ImportItem>
        items;  ///< protocols, gateways, FTP services, rules; each in the order of `result`, removed ones last
    RuleSet result;           ///< the rule set afterwards, with the current revision
    QList<Error> problems;    ///< why it must not be done; `result` then has references to nothing

    [[nodiscard]] qsizetype count(ImportItem::What what) const;
    /// True if `result` is the rule set as it is.
    [[nodiscard]] bool changesNothing() const;
};

/// `incoming` is a rule set as the reader gives it: every reference in it is to something.
[[nodiscard]] ImportPreview previewImport(const RuleSet &current, const RuleSet &incoming, ImportMode mode);

} // namespace ferry
