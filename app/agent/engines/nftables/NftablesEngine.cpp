#include "app/agent/engines/nftables/NftablesEngine.h"

#include "app/agent/engines/nftables/Forwarding.h"
#include "app/agent/engines/nftables/Nft.h"
#include "app/agent/engines/nftables/NftScript.h"
#include "app/agent/engines/nftables/RuleLimits.h"
#include "app/agent/engines/nftables/ScriptDelta.h"
#include "app/agent/engines/nftables/TableListing.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// Between two readings of the whole table, which is long where much is published. Drift is told within 30 s.
constexpr milliseconds betweenLooks{10'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

/// The first line of the listing's file: of which script it is, and in which form.
QByteArray titleOf(const QByteArray &script)
{
    return "# without elements, " + QCryptographicHash::hash(script, QCryptographicHash::Sha256).toHex() + '\n';
}

bool publishes(const QByteArray &script, Address::Family family)
{
    return script.contains(family == Address::Family::IPv4 ? "\tmap control4" : "\tmap control6");
}

QString driftWords(const TableDrift &drift, const QString &table)
{
    QString words = tr("The table inet %1 was changed by hand.").arg(table);
    if (drift.addedCount > 0)
        words += u' ' + tr("%1 lines were added, such as \"%2\".").arg(drift.addedCount).arg(drift.added.first());
    if (drift.missingCount > 0)
        words += u' ' + tr("%1 lines are missing, such as \"%2\".").arg(drift.missingCount).arg(drift.missing.first());
    return words + u' '
        + tr("\"nft delete table inet %1\" brings back what was applied, as soon as the agent sees it.").arg(table);
}

QString linesIn(const QStringList &lines, qsizetype count)
{
    QString text = lines.join(u'\n');
    if (count > lines.size())
        text += u'\n' + tr("… %1 lines more").arg(count - lines.size());
    return text.isEmpty() ? text : text + u'\n';
}

} // namespace

NftablesEngine::NftablesEngine(Setup setup, const Clock &clock)
    : m_setup(std::move(setup)), m_clock(clock), m_table(m_setup.id)
{
}

GatewayStatus NftablesEngine::observe()
{
    GatewayStatus status;
    status.id = m_setup.id;
    status.engine = Engine::Nftables;
    const Result<std::optional<QString>> generation = m_table.generation();
    if (!generation) {
        status.problem = generation.error().text();
        return status;
    }
    lookForDrift();
    status.problem = problemOf(*generation);
    status.generation = generation->value_or(QString());
    // Before the first Apply there is nothing that could be missing.
    status.running = *generation || !QFile::exists(m_setup.scriptPath);
    if (*generation) {
        if (const Result<QList<LiveSession>> live = liveSessions())
            status.sessions = static_cast<int>(live->size());
        else if (status.problem.isEmpty())
            status.problem = live.error().text();
    }
    return status;
}

QString NftablesEngine::problemOf(const std::optional<QString> &generation) const
{
    const QByteArray script = readFile(m_setup.scriptPath).value_or(std::optional<QByteArray>()).value_or(QByteArray());
    if (!generation && !script.isEmpty())
        return tr("The table inet %1 is not in the kernel.").arg(nftTable(m_setup.id));
    if (!m_drift.isNone())
        return driftWords(m_drift, nftTable(m_setup.id));
    for (const Address::Family family : {Address::Family::IPv4, Address::Family::IPv6}) {
        const Result<> forwards = publishes(script, family) ? checkForwarding(family) : Result<>();
        if (!forwards)
            return forwards.error().text();
    }
    return {};
}

QList<NativeChange> NftablesEngine::handEdits() const
{
    if (m_drift.isNone())
        return {};
    return {{u"nft list table inet "_s + nftTable(m_setup.id), linesIn(m_drift.missing, m_drift.missingCount),
        linesIn(m_drift.added, m_drift.addedCount)}};
}

Result<QList<NativeFile>> NftablesEngine::nativeFiles() const
{
    const auto bytes = readFile(m_setup.scriptPath);
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_setup.scriptPath, *bytes}};
}

Result<QList<NativeFile>> NftablesEngine::prepare(const GatewayConfig &wanted, const QString &generation)
{
    for (const PublishedRule &rule : wanted.rules) {
        if (const Result<> possible = checkForNftables(rule); !possible)
            return failure(possible.error());
    }
    return QList<NativeFile>{{m_setup.scriptPath, renderNftScript(wanted, generation, m_setup.sourceAddress)}};
}

Result<> NftablesEngine::check(const QList<NativeFile> &files)
{
    const QByteArray script = files.isEmpty() ? QByteArray() : files.first().bytes.value_or(QByteArray());
    for (const Address::Family family : {Address::Family::IPv4, Address::Family::IPv6}) {
        const Result<> forwards = publishes(script, family) ? checkForwarding(family) : Result<>();
        if (!forwards)
            return forwards;
    }
    // What is left as it is was taken before; the kernel looks at what would change.
    if (const std::optional<QByteArray> part = delta(script); part && runNft(*part, NftRun::Check, m_setup.id.text()))
        return {};
    const Result<QByteArray> checked = runNft(script, NftRun::Check, m_setup.id.text());
    return checked ? Result<>() : failure(checked.error());
}

Result<> NftablesEngine::commit()
{
    const auto bytes = readFile(m_setup.scriptPath);
    if (!bytes)
        return failure(bytes.error());
    const Result<std::optional<QString>> present = m_table.generation();
    if (!present)
        return failure(present.error());
    m_publication = Publication::read(bytes->value_or(QByteArray()));
    if (!*bytes) {
        m_running.clear();
        QFile::remove(m_setup.listingPath);
        return *present ? run(removalScript(m_setup.id)) : Result<>();
    }
    const auto listing = readFile(m_setup.listingPath);
    if (*present == m_publication.generation && listing && *listing && (*listing)->startsWith(titleOf(**bytes))) {
        m_running = **bytes;
        return {};
    }
    return take(**bytes, delta(**bytes));
}

Result<> NftablesEngine::commitAnew()
{
    const auto bytes = readFile(m_setup.scriptPath);
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes)
        return commit();
    m_publication = Publication::read(**bytes);
    // A table that nobody has touched, by the kernel's own count, needs no more than what differs.
    return take(**bytes, delta(**bytes));
}

std::optional<QByteArray> NftablesEngine::delta(const QByteArray &script) const
{
    if (m_running.isEmpty() || !m_drift.isNone() || !m_lookedAt || kernelRulesetNumber() != m_lookedAt)
        return {};
    return deltaScript(m_setup.id, m_running, script);
}

Result<> NftablesEngine::take(const QByteArray &script, const std::optional<QByteArray> &part)
{
    const std::optional<quint32> before = part ? m_lookedAt : kernelRulesetNumber();
    // Whoever has drained a rule wants it drained under the next generation too.
    const Result<QSet<RuleId>> drained = m_table.drained();
    if (!drained)
        return failure(drained.error());
    Result<> taken = part && drained->isEmpty() ? run(*part) : failure(Error());
    if (!taken)
        taken = run(script + drainScript(m_setup.id, m_publication, *drained, true));
    if (!taken)
        return taken;
    m_running = script;
    m_drift = {};
    // The batch counts one. If there was another change meanwhile the table is looked at again.
    m_lookedAt = kernelRulesetNumber();
    if (!before || m_lookedAt != *before + 1)
        m_lookedAt.reset();
    const Result<QByteArray> frame = m_table.frame();
    return frame ? writeDurably(m_setup.listingPath, titleOf(script) + *frame) : failure(frame.error());
}

Result<> NftablesEngine::run(const QByteArray &script)
{
    const Result<QByteArray> taken = runNft(script, NftRun::Apply, m_setup.id.text());
    return taken ? Result<>() : failure(taken.error());
}

void NftablesEngine::lookForDrift()
{
    // Other programs change tables of their own all the time, and ours may be long.
    if (m_clock.monotonic() < m_nextLook)
        return;
    const std::optional<quint32> number = kernelRulesetNumber();
    if (number && number == m_lookedAt)
        return;
    const auto script = readFile(m_setup.scriptPath);
    const auto frame = readFile(m_setup.listingPath);
    // A file that another agent has left, or of a script that was never taken, says nothing about the table.
    const bool isKnown = script && *script && frame && *frame && (*frame)->startsWith(titleOf(**script));
    const Result<TableListing> present = isKnown ? m_table.listing() : failure(Error());
    m_nextLook = m_clock.monotonic() + betweenLooks;
    // A table that is missing is not settled by having been looked for: supervise() brings it back.
    m_lookedAt = present ? number : std::nullopt;
    m_drift =
        present ? driftOf({(*frame)->mid((*frame)->indexOf('\n') + 1), elementsOf(**script)}, *present) : TableDrift();
}

void NftablesEngine::supervise()
{
    const std::optional<quint32> number = kernelRulesetNumber();
    if (number && number == m_lookedAt)
        return;
    const Result<std::optional<QString>> present = m_table.generation();
    if (present && !*present && QFile::exists(m_setup.scriptPath)) {
        (void)commit();
        return;
    }
    lookForDrift();
}

Result<UpgradeReply> NftablesEngine::upgrade()
{
    return failure(ErrorCode::Unsupported, m_setup.id.text(), tr("%1 was not upgraded.").arg(m_setup.id.text()),
        tr("The kernel itself forwards; there is no program that another one could take over from."),
        tr("A newer kernel runs after the next start of the host."));
}

} // namespace ferry::agent
