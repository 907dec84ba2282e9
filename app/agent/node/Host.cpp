#include "app/agent/node/Host.h"

#include "app/agent/engines/EngineRegistry.h"
#include "app/agent/services/ServiceRegistry.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Host", text);
}

tl::unexpected<Error> notAdmitted(const QString &subject, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::Denied, subject, tr("The configuration was not accepted."), why, remedy);
}

tl::unexpected<Error> twice(const QString &id)
{
    return failure(
        ErrorCode::InvalidInput, id, tr("The configuration was not accepted."), tr("\"%1\" is in it twice.").arg(id));
}

Result<> admitService(const ServiceConfig &wanted, const ManagedService *service)
{
    const QString id = wanted.id.text();
    if (!service) {
        return notAdmitted(id, tr("This agent manages no FTP service \"%1\".").arg(id),
            tr("Add it to agent.json on the node, or correct the service's agent."));
    }
    const ServiceEntry &entry = service->entry;
    if (wanted.software != entry.software)
        return notAdmitted(id, tr("\"%1\" is other software by agent.json.").arg(id), tr("Correct the service."));
    if (QDir::cleanPath(wanted.configPath) != entry.configPath) {
        return notAdmitted(id, tr("agent.json allows %1, not \"%2\".").arg(entry.configPath, wanted.configPath),
            tr("Correct the service's configuration path."));
    }
    // The name of a supervised child is for people; nothing is looked up by it.
    if (entry.control.kind == ControlConfig::Kind::Systemd && wanted.serviceUnit != entry.control.unit) {
        return notAdmitted(id, tr("agent.json allows %1, not \"%2\".").arg(entry.control.unit, wanted.serviceUnit),
            tr("Correct the service's unit."));
    }
    return {};
}

} // namespace

ManagedGateway *Host::gateway(const QString &id)
{
    const auto found = std::find_if(
        gateways.begin(), gateways.end(), [&](const ManagedGateway &one) { return one.entry.id.text() == id; });
    return found == gateways.end() ? nullptr : &*found;
}

ManagedService *Host::service(const QString &id)
{
    const auto found = std::find_if(
        services.begin(), services.end(), [&](const ManagedService &one) { return one.entry.id.text() == id; });
    return found == services.end() ? nullptr : &*found;
}

Result<Host> createHost(const AgentConfig &config, const Clock &clock)
{
    Host host;
    for (const GatewayEntry &entry : config.gateways) {
        Result<std::unique_ptr<GatewayEngine>> engine = createEngine(entry, config.stateDirectory, clock);
        if (!engine)
            return failure(engine.error());
        host.gateways.push_back({entry, std::move(*engine)});
    }
    for (const ServiceEntry &entry : config.services) {
        Result<std::unique_ptr<ServiceControl>> control = createControl(entry, config.stateDirectory, clock);
        if (!control)
            return failure(control.error());
        Result<std::unique_ptr<FtpServiceDriver>> driver = createServiceDriver(entry, config.stateDirectory);
        if (!driver)
            return failure(driver.error());
        ManagedService &service =
            host.services.emplace_back(ManagedService{entry, std::move(*driver), std::move(*control)});
        if (entry.ballast)
            service.ballast.emplace(*entry.ballast);
    }
    return host;
}

Result<> admit(const NodeConfig &wanted, Host &host)
{
    QSet<QString> seen;
    for (const GatewayConfig &gateway : wanted.gateways) {
        const QString id = gateway.id.text();
        const ManagedGateway *managed = host.gateway(id);
        if (seen.contains(id))
            return twice(id);
        seen.insert(id);
        if (!managed) {
            return notAdmitted(id, tr("This agent manages no gateway \"%1\".").arg(id),
                tr("Add it to agent.json on the node, or correct the gateway's agent."));
        }
        if (!managed->engine->offered().contains(gateway.engine)) {
            QStringList offered;
            for (const Engine engine : managed->engine->offered())
                offered << enumName(engine);
            return notAdmitted(id,
                tr("agent.json names no engine \"%1\" for \"%2\", but %3.")
                    .arg(enumName(gateway.engine), id, offered.join(u", ")),
                tr("Correct the gateway's engine, or name it in agent.json under \"alternatives\"."));
        }
    }
    seen.clear();
    for (const ServiceConfig &service : wanted.services) {
        const QString id = service.id.text();
        if (seen.contains(id))
            return twice(id);
        seen.insert(id);
        if (const Result<> admitted = admitService(service, host.service(id)); !admitted)
            return admitted;
    }
    return {};
}

} // namespace ferry::agent
