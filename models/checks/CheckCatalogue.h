#pragma once

#include <QList>
#include <QString>

namespace ferry {

/// What a finding code means, whatever it is about.
struct CheckEntry {
    QString code;
    QString title;
    QString explanation;
};

/// Every code that a check can give, in order.
[[nodiscard]] QList<CheckEntry> checkCatalogue();

} // namespace ferry
