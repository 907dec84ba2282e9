#pragma once

#include "models/edits/Edit.h"

namespace ferry {

// Edits of a protocol definition. Built-in ones are read-only: all but `customizeProtocol` refuse them.

[[nodiscard]] EditPtr renameProtocol(const ProtocolId &protocol, const QString &name);
[[nodiscard]] EditPtr setProtocolDescription(const ProtocolId &protocol, const QString &description);
[[nodiscard]] EditPtr setPrimaryConnections(const ProtocolId &protocol, const QList<ProtocolConnection> &primary);
[[nodiscard]] EditPtr setSecondaryConnections(const ProtocolId &protocol, const QList<ProtocolConnection> &secondary);
[[nodiscard]] EditPtr setProtocolFilter(const ProtocolId &protocol, ApplicationFilter filter);
/// `primary` with `ports` as a further inbound connection; ranges that overlap it become one with it, as two primary
/// connections cannot share a port.
[[nodiscard]] QList<ProtocolConnection> withPublished(const QList<ProtocolConnection> &primary, PortRange ports);
/// Publishes `ports` with the protocol definition.
[[nodiscard]] EditPtr publishPorts(const ProtocolId &protocol, PortRange ports);
/// Everything a protocol dialog edits at once.
[[nodiscard]] EditPtr replaceProtocol(const ProtocolDefinition &protocol);

[[nodiscard]] EditPtr insertProtocol(const ProtocolDefinition &protocol);
/// Refuses while rules use it, and says which.
[[nodiscard]] EditPtr removeProtocol(const ProtocolId &protocol);
/// Removes the definition; rules that used it go back to `replacement`.
[[nodiscard]] EditPtr removeProtocolAndUse(const ProtocolId &protocol, const ProtocolId &replacement);

/// Makes an editable copy of the rule's protocol definition under a new name, which the rule then
/// uses; with `ports`, the copy publishes them too. One step.
[[nodiscard]] EditPtr customizeProtocol(const RuleId &rule, const QList<PortRange> &ports = {});

} // namespace ferry
