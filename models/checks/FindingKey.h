#pragma once

#include "models/checks/Finding.h"

#include <QHashFunctions>

namespace ferry {

/// An object of the rule set that findings are about.
struct Subject {
    ObjectKind kind = ObjectKind::Rule;
    QString id;

    friend bool operator==(const Subject &, const Subject &) = default;
    friend size_t qHash(const Subject &subject, size_t seed = 0)
    {
        return ::qHash(subject.id, seed) ^ static_cast<size_t>(subject.kind);
    }
};

/// A finding without its words: what is kept for each of 100,000 rules. The words are made when they are looked at,
/// from the rule set as it is then.
struct FindingKey {
    QStringView code;  ///< of static storage
    Severity severity = Severity::Warning;
    QString part;  ///< what tells two findings of one code on one subject apart: a gateway, a site

    friend bool operator==(const FindingKey &, const FindingKey &) = default;
};

} // namespace ferry
