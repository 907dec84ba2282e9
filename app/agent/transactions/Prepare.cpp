// Transactions::prepare and what only it needs.

#include "app/agent/faults/CrashPoint.h"
#include "app/agent/transactions/Rendered.h"
#include "app/agent/transactions/WrittenFiles.h"
#include "models/base/Id.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds shortestConfirm{1};
constexpr std::chrono::seconds longestConfirm{3600};
/// A prepared transaction whose console went away must not stay in everybody's way.
constexpr milliseconds preparedFor{120'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("Transactions", text);
}

Result<> checkRequest(const PrepareRequest &request, const JournalState &state)
{
    if (state.last && state.last->transaction == request.transaction) {
        return failure(ErrorCode::InvalidInput, request.transaction, tr("The Apply was not prepared."),
            tr("Its transaction id was used before."), tr("Plan and apply again."));
    }
    if (!isValidId(request.transaction)) {
        return failure(ErrorCode::InvalidInput, request.transaction.left(64), tr("The Apply was not prepared."),
            tr("Its transaction id is not 1 to 64 characters of a-z, 0-9, \".\", \"_\" and \"-\"."));
    }
    if (request.confirmWithin < shortestConfirm || request.confirmWithin > longestConfirm) {
        return failure(ErrorCode::InvalidInput, request.transaction, tr("The Apply was not prepared."),
            tr("%1 s to confirm is not between %2 and %3.")
                .arg(request.confirmWithin.count())
                .arg(shortestConfirm.count())
                .arg(longestConfirm.count()));
    }
    return {};
}

GatewayConfig withoutRules(const ManagedGateway &gateway)
{
    GatewayConfig config;
    config.id = gateway.entry.id;
    config.engine = gateway.engine->engine();
    return config;
}

QString words(const ApplyRecord &record)
{
    return tr("%1 applied from %2 at %3%4.")
        .arg(record.who, record.from, record.when.toUTC().toString(Qt::ISODate),
            record.why.isEmpty() ? QString() : tr(", because: %1").arg(record.why));
}

} // namespace

std::optional<RpcFailure> Transactions::conflictWith(const PrepareRequest &request) const
{
    const JournalState &state = m_.journal.state();
    if (state.open) {
        return RpcFailure{{ErrorCode::Conflict, state.open->record.transaction, tr("The Apply was not prepared."),
                              tr("Another one is under way. %1").arg(words(state.open->record)),
                              tr("Wait until it is confirmed or rolled back, then plan again.")},
            state.open->record};
    }
    if (request.baseGeneration != state.generation) {
        return RpcFailure{
            {ErrorCode::Conflict, state.generation, tr("The Apply was not prepared."),
                tr("The node was changed since the plan was made. %1").arg(state.last ? words(*state.last) : QString()),
                tr("Look at what the node runs now, then plan again.")},
            state.last};
    }
    return {};
}

Answer<PrepareReply> Transactions::prepare(const PrepareRequest &request, const Caller &caller)
{
    crashPoint(CrashPoint::PrepareStarted);
    const auto fail = [](const Error &error) { return tl::unexpected(RpcFailure{error, {}}); };
    expire();
    if (const Result<> accepted = checkRequest(request, m_.journal.state()); !accepted)
        return fail(accepted.error());
    if (std::optional<RpcFailure> conflict = conflictWith(request))
        return tl::unexpected(std::move(*conflict));
    if (const Result<> admitted = admit(request.config, m_.host); !admitted)
        return fail(admitted.error());

    const QString generation = generationOf(request.config);
    if (request.undoHandEdits && generation != m_.journal.state().generation) {
        return fail({ErrorCode::InvalidInput, request.transaction, tr("The Apply was not prepared."),
            tr("Changes by hand are undone under the configuration that runs, and this is another one."),
            tr("Undo them first, then apply the new configuration.")});
    }
    const Result<Rendered> rendered = request.undoHandEdits ? asWritten() : render(request.config, generation);
    if (!rendered)
        return fail(rendered.error());
    crashPoint(CrashPoint::PrepareRendered);
    if (const Result<> checked = check(*rendered); !checked)
        return fail(checked.error());

    Result<OpenTransaction> open = stageAll(*rendered, request.transaction);
    if (!open)
        return fail(open.error());
    open->record = {
        request.transaction, generation, caller.who, caller.from, m_.clock.now(), request.why, request.what, {}};
    open->confirmWithin = request.confirmWithin;
    open->deadline = {m_.boot, m_.clock.monotonic() + std::max<milliseconds>(preparedFor, request.confirmWithin)};

    JournalState next = m_.journal.state();
    next.open = *open;
    Result<> kept = m_.generations.write(request.transaction, {request.config, rendered->allFiles()});
    crashPoint(CrashPoint::PrepareStaged);
    if (kept)
        kept = m_.journal.replace(std::move(next));
    if (!kept) {
        removeStrays();
        return fail(kept.error());
    }
    crashPoint(CrashPoint::PrepareJournaled);
    audit(u"apply prepared"_s, caller, request.what.join(u"; "_s), open->record);

    PrepareReply reply{generation, rendered->changes(), {}};
    for (const StagedPart &part : std::as_const(open->services)) {
        const ManagedService &service = *m_.host.service(part.id);
        if (service.control->isByHand())
            continue;
        const QList<NativeFile> files = service.driver->nativeFiles().value_or(QList<NativeFile>());
        reply.restarts << RestartImpact{
            service.entry.id, sessionsAt(service.driver->endpoints(files), m_.host.witness)};
    }
    return reply;
}

Result<Transactions::Rendered> Transactions::render(const NodeConfig &wanted, const QString &generation) const
{
    Rendered rendered;
    for (const ServiceConfig &config : wanted.services) {
        const ManagedService &service = *m_.host.service(config.id.text());
        Result<QList<NativeFile>> before = service.driver->nativeFiles();
        if (!before)
            return failure(before.error());
        Result<QList<NativeFile>> after = service.driver->prepare(config);
        if (!after)
            return failure(after.error());
        rendered.services << RenderedPart{config.id.text(), std::move(*before), std::move(*after)};
    }
    // A gateway that is not in the configuration runs no rules: the node runs what is wanted and nothing else.
    for (const ManagedGateway &gateway : m_.host.gateways) {
        GatewayConfig config = withoutRules(gateway);
        for (const GatewayConfig &candidate : wanted.gateways) {
            if (candidate.id == gateway.entry.id)
                config = candidate;
        }
        Result<QList<NativeFile>> before = gateway.engine->nativeFiles();
        if (!before)
            return failure(before.error());
        Result<QList<NativeFile>> after = gateway.engine->prepare(config, generation);
        if (!after)
            return failure(after.error());
        rendered.gateways << RenderedPart{gateway.entry.id.text(), std::move(*before), std::move(*after)};
    }
    return rendered;
}

Result<Transactions::Rendered> Transactions::asWritten() const
{
    const QString what = tr("The changes by hand were not undone.");
    const std::optional<ApplyRecord> &last = m_.journal.state().last;
    const Result<std::optional<Generation>> written =
        last ? m_.generations.read(last->transaction) : Result<std::optional<Generation>>();
    if (!written)
        return failure(written.error());
    if (!*written)
        return failure(ErrorCode::NotFound, {}, what, tr("No Apply has written anything on this node yet."));
    WrittenFiles left((*written)->native);
    Rendered rendered;
    rendered.runsGatewaysAnew = true;
    for (const ManagedService &service : m_.host.services) {
        Result<RenderedPart> part = left.putBack(service.entry.id.text(), service.driver->nativeFiles());
        if (!part)
            return failure(part.error());
        rendered.services << std::move(*part);
    }
    for (const ManagedGateway &gateway : m_.host.gateways) {
        Result<RenderedPart> part = left.putBack(gateway.entry.id.text(), gateway.engine->nativeFiles());
        if (!part)
            return failure(part.error());
        rendered.gateways << std::move(*part);
    }
    if (const std::optional<QString> path = left.first()) {
        return failure(ErrorCode::NotFound, *path, what,
            tr("\"%1\" is no file of a service or gateway here any more.").arg(*path),
            tr("Look at what includes it; the last Apply wrote it."));
    }
    return rendered;
}

Result<> Transactions::check(const Rendered &rendered) const
{
    for (const RenderedPart &part : rendered.services) {
        if (part.changed().isEmpty())
            continue;
        note(u"prepare"_s, tr("Trying the new settings of %1…").arg(part.id));
        if (const Result<> checked = m_.host.service(part.id)->driver->check(part.after); !checked)
            return checked;
    }
    for (const RenderedPart &part : rendered.gateways) {
        note(u"prepare"_s, tr("Checking the rules of %1…").arg(part.id));
        if (const Result<> checked = m_.host.gateway(part.id)->engine->check(part.after); !checked)
            return checked;
    }
    return {};
}

Result<OpenTransaction> Transactions::stageAll(const Rendered &rendered, const QString &tag) const
{
    OpenTransaction open;
    const auto stageParts = [&](const QList<RenderedPart> &from, QList<StagedPart> &to, bool always) -> Result<> {
        for (const RenderedPart &part : from) {
            StagedPart staged{part.id, {}};
            for (const NativeFile &file : part.changed()) {
                const Result<StagedFile> one = stage(file.path, *file.bytes, tag);
                if (!one)
                    return failure(one.error());
                staged.files << *one;
            }
            if (always || !staged.files.isEmpty())
                to << staged;
        }
        return {};
    };
    Result<> staged = stageParts(rendered.services, open.services, false);
    if (staged)
        staged = stageParts(rendered.gateways, open.gateways, rendered.runsGatewaysAnew);
    if (!staged) {
        removeStrays();
        return failure(staged.error());
    }
    return open;
}

} // namespace ferry::agent
