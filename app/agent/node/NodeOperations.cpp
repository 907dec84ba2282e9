// What an operator does with the gateways and services of this node while they run.
#include "app/agent/node/Node.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NodeOperations", text);
}

} // namespace

QByteArray Node::metrics()
{
    using Kind = MetricFamily::Kind;
    MetricFamily info{"ferrygate_agent_info", Kind::Gauge, "1; the agent's version is in the label.", {}};
    info.add(1, {{"node", m_config.node}, {"version", QCoreApplication::applicationVersion()}});
    MetricFamily gatewayUp{"ferrygate_gateway_up", Kind::Gauge, "1 while the gateway's engine runs and answers.", {}};
    MetricFamily serviceUp{"ferrygate_service_up", Kind::Gauge, "1 while the FTP service runs.", {}};
    QList<MetricFamily> ofGateways;
    for (ManagedGateway &gateway : m_host.gateways) {
        const Result<QList<MetricFamily>> counted = gateway.engine->metrics();
        ofGateways << counted.value_or(QList<MetricFamily>());
        gatewayUp.add(
            counted ? 1 : 0, {{"gateway", gateway.entry.id.text()}, {"engine", enumName(gateway.engine->engine())}});
    }
    MetricFamily available{"ferrygate_volume_available_bytes", Kind::Gauge,
        "Free space on the volume of an FTP service's files, for programs without root's reserve.", {}};
    MetricFamily ballast{
        "ferrygate_ballast_bytes", Kind::Gauge, "Room that the ballast file keeps on that volume.", {}};
    for (const ManagedService &service : m_host.services) {
        if (service.ballast) {
            if (const Result<VolumeStatus> volume = service.ballast->volume()) {
                available.add(volume->available, {{"service", service.entry.id.text()}});
                ballast.add(volume->ballast, {{"service", service.entry.id.text()}});
            }
        }
        serviceUp.add(service.control->state().running ? 1 : 0,
            {{"service", service.entry.id.text()}, {"software", enumName(service.entry.software)}});
    }
    return prometheusText(QList<MetricFamily>{info, gatewayUp, serviceUp, available, ballast} + merged(ofGateways));
}

Result<GatewayEngine *> Node::engineOf(const GatewayId &gateway)
{
    if (ManagedGateway *managed = m_host.gateway(gateway.text()))
        return managed->engine.get();
    return failure(ErrorCode::NotFound, gateway.text(), tr("Nothing was done."),
        tr("This agent manages no gateway \"%1\".").arg(gateway.text()),
        tr("Add it to agent.json on the node, or correct the gateway's agent."));
}

Result<SessionTranscript> Node::transcript(const SessionRequest &request)
{
    const Result<GatewayEngine *> engine = engineOf(request.gateway);
    return engine ? (*engine)->transcript(request.session) : failure(engine.error());
}

Result<DrainReply> Node::endSession(const SessionRequest &request, const Caller &caller)
{
    const Result<GatewayEngine *> engine = engineOf(request.gateway);
    if (!engine)
        return failure(engine.error());
    if (const Result<> ended = (*engine)->endSession(request.session); !ended)
        return failure(ended.error());
    note(u"session ended"_s, tr("%1: session %2.").arg(request.gateway.text()).arg(request.session), caller);
    return DrainReply{(*engine)->observe().sessions};
}

Result<DrainReply> Node::drain(const DrainRequest &request, const Caller &caller)
{
    const Result<GatewayEngine *> engine = engineOf(request.gateway);
    if (!engine)
        return failure(engine.error());
    Result<DrainReply> left = (*engine)->drain(request.rule, request.draining);
    if (left) {
        const QString what = request.rule ? tr("rule %1").arg(request.rule->text()) : tr("every rule");
        note(request.draining ? u"drain started"_s : u"drain ended"_s,
            tr("%1: %2, %3 sessions are open.").arg(request.gateway.text(), what).arg(left->sessions), caller);
    }
    return left;
}

Result<UpgradeReply> Node::upgrade(const UpgradeRequest &request, const Caller &caller)
{
    const Result<GatewayEngine *> engine = engineOf(request.gateway);
    if (!engine)
        return failure(engine.error());
    Result<UpgradeReply> upgraded = (*engine)->upgrade();
    if (upgraded) {
        note(u"gateway upgraded"_s,
            tr("%1: version %2 instead of %3, %4 sessions go on in the old process.")
                .arg(request.gateway.text(), upgraded->version, upgraded->before)
                .arg(upgraded->sessions),
            caller);
    }
    return upgraded;
}

Result<VolumeStatus> Node::ballast(const BallastRequest &request, const Caller &caller)
{
    const QString id = request.service.text();
    ManagedService *service = m_host.service(id);
    if (!service || !service->ballast) {
        return failure(ErrorCode::NotFound, id, tr("The ballast was not changed."),
            service ? tr("agent.json names no ballast file for \"%1\".").arg(id)
                    : tr("This agent manages no FTP service \"%1\".").arg(id),
            tr("Add \"ballast\" to the service in agent.json on the node, then start the agent again."));
    }
    Result<VolumeStatus> volume = service->ballast->resize(request.bytes);
    if (volume) {
        note(request.bytes > 0 ? u"ballast reserved"_s : u"ballast released"_s,
            tr("%1: %2 bytes, %3 are available.").arg(id).arg(volume->ballast).arg(volume->available), caller);
    }
    return volume;
}

void Node::note(const QString &event, const QString &text, const Caller &caller)
{
    AuditEntry entry;
    entry.event = event;
    entry.who = caller.who;
    entry.from = caller.from;
    entry.text = text;
    m_audit->write(std::move(entry));
}

} // namespace ferry::agent
