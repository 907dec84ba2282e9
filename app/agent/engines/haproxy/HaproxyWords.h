#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ferry::agent {

/// What HAProxy has against a configuration or a start, in sentences: its alerts (not its warnings), each with the rule
/// and the line it is about where `configuration` tells them. Empty where there is none.
[[nodiscard]] QString haproxyComplaints(const QByteArray &output, const QByteArray &configuration);

} // namespace ferry::agent
