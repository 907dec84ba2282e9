#pragma once

#include <QList>
#include <QString>

namespace ferry {

/// Which table of the rule set an object stands in.
enum class ObjectKind { Protocol, Gateway, FtpService, Rule };

/// What happened to one object, precise enough for a row signal of an item model.
struct ObjectChange {
    enum class What { Inserted, Removed, Replaced, Moved };

    ObjectKind kind = ObjectKind::Rule;
    What what = What::Replaced;
    QString id;      ///< the object's id (after the change; before it where it was removed)
    qsizetype row = 0;
    qsizetype to = 0;  ///< Moved only: the row it is in afterwards

    bool operator==(const ObjectChange &) const = default;
};

/// What one edit did, in the order in which it did it. `reset` stands for a whole new rule set (open, import of
/// thousands).
struct Change {
    bool reset = false;
    QList<ObjectChange> objects;

    [[nodiscard]] bool isEmpty() const { return !reset && objects.isEmpty(); }
};

} // namespace ferry
