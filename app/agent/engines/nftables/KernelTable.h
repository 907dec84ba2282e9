#pragma once

#include "app/agent/engines/nftables/TableListing.h"
#include "models/base/Id.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace ferry::agent {

/// What the kernel says about the gateway's table, in the network namespace of the calling thread.
class KernelTable {
public:
    explicit KernelTable(const GatewayId &gateway);

    /// The generation of the table; nothing where there is no table.
    [[nodiscard]] Result<std::optional<QString>> generation() const;
    /// Everything in it but counters and what is drained.
    [[nodiscard]] Result<TableListing> listing() const;
    /// The same without the elements, which takes no longer where there are many of them. Empty where there is no
    /// table.
    [[nodiscard]] Result<QByteArray> frame() const;
    /// Connections to the listeners of each rule since the table was made.
    [[nodiscard]] Result<QHash<RuleId, quint64>> hits() const;
    /// Rules that take no new sessions now.
    [[nodiscard]] Result<QSet<RuleId>> drained() const;

private:
    struct Element {
        RuleId rule;
        quint64 packets = 0;
    };

    [[nodiscard]] Result<QList<Element>> elements(const QByteArray &kind) const;

    QString m_subject;
    QByteArray m_table;
};

/// What the kernel counts up at every change of any table: as long as it is the same nothing has to be read again.
/// Nothing where the kernel does not tell.
[[nodiscard]] std::optional<quint32> kernelRulesetNumber();

} // namespace ferry::agent
