#pragma once

#include <QString>

#include <chrono>

namespace ferry::agent {

/// What the journal holds of a unit since `since`, as time since 1970: the last lines of its processes or, where they
/// said nothing, those in which systemd tells of trouble with it; joined by " / ". The journal is written a moment
/// later than things happen, so that it is waited for until it is quiet, at most for `patience`. Empty if there are
/// none, or if this user may not read them (journalctl(1): group systemd-journal). Fields by systemd.journal-fields(7).
[[nodiscard]] QString lastJournalLines(
    const QString &unit, std::chrono::microseconds since, std::chrono::milliseconds patience);

} // namespace ferry::agent
