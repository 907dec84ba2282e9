#include "app/agent/services/ServiceRegistry.h"

#include "app/agent/control/child/ChildControl.h"
#include "app/agent/control/hand/HandControl.h"
#include "app/agent/control/systemd/SystemdControl.h"
#include "app/agent/services/iis/IisDriver.h"
#include "app/agent/services/proftpd/ProftpdDriver.h"
#include "app/agent/services/pure_ftpd/PureFtpdDriver.h"
#include "app/agent/services/vsftpd/VsftpdDriver.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QDir>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

using Factory = std::unique_ptr<FtpServiceDriver> (*)(const ServiceEntry &, const QDir &state);

/// The server itself. What control starts may be something else, which then starts it.
Command commandOf(const ServiceEntry &entry, const QString &fallbackProgram)
{
    const ControlConfig &control = entry.control;
    if (!entry.program.isEmpty())
        return {entry.program, control.arguments, control.environment, {}};
    return {control.program.isEmpty() ? fallbackProgram : control.program, control.arguments, control.environment, {}};
}

std::unique_ptr<FtpServiceDriver> createVsftpd(const ServiceEntry &entry, const QDir &state)
{
    return std::make_unique<VsftpdDriver>(entry.id,
        VsftpdTrial{commandOf(entry, u"/usr/sbin/vsftpd"_s), entry.configPath,
            state.filePath(u"trials/%1"_s.arg(entry.id.text()))});
}

std::unique_ptr<FtpServiceDriver> createProftpd(const ServiceEntry &entry, const QDir &state)
{
    return std::make_unique<ProftpdDriver>(entry.id, entry.configPath,
        ProftpdChecker{commandOf(entry, u"/usr/sbin/proftpd"_s), state.filePath(u"trials/%1"_s.arg(entry.id.text()))});
}

std::unique_ptr<FtpServiceDriver> createPureFtpd(const ServiceEntry &entry, const QDir &state)
{
    return std::make_unique<PureFtpdDriver>(entry.id, entry.configPath, commandOf(entry, u"/usr/sbin/pure-ftpd"_s),
        state.filePath(u"trials/%1"_s.arg(entry.id.text())));
}

std::unique_ptr<FtpServiceDriver> createIis(const ServiceEntry &entry, const QDir &state)
{
    Q_UNUSED(state)
    return std::make_unique<IisDriver>(entry.id, entry.configPath);
}

Factory factoryFor(FtpSoftware software)
{
    switch (software) {
    case FtpSoftware::Vsftpd:
        return createVsftpd;
    case FtpSoftware::Proftpd:
        return createProftpd;
    case FtpSoftware::PureFtpd:
        return createPureFtpd;
    case FtpSoftware::Iis:
        return createIis;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<FtpServiceDriver>> createServiceDriver(const ServiceEntry &entry, const QString &stateDirectory)
{
    if (const Factory factory = factoryFor(entry.software))
        return factory(entry, QDir(stateDirectory));
    return failure(ErrorCode::Unsupported, entry.id.text(),
        QCoreApplication::translate("ServiceRegistry", "The FTP service \"%1\" was not set up.").arg(entry.id.text()),
        QCoreApplication::translate("ServiceRegistry", "This agent has no driver for \"%1\".")
            .arg(enumName(entry.software)),
        QCoreApplication::translate(
            "ServiceRegistry", "Set \"software\" to \"vsftpd\", \"proftpd\", \"pure-ftpd\" or \"iis\" in agent.json."));
}

Result<std::unique_ptr<ServiceControl>> createControl(
    const ServiceEntry &entry, const QString &stateDirectory, const Clock &clock)
{
    if (entry.control.kind == ControlConfig::Kind::Systemd)
        return std::make_unique<SystemdControl>(entry.control.unit, entry.control.bus);
    if (entry.control.kind == ControlConfig::Kind::ByHand)
        return std::make_unique<HandControl>(entry.id.text());
    const QDir state(stateDirectory);
    const QString name = u"processes/service-%1"_s.arg(entry.id.text());
    Command command{entry.control.program, entry.control.arguments, entry.control.environment, {}};
    command.output = state.filePath(name + u".out"_s);
    return std::make_unique<ChildControl>(std::move(command), state.filePath(name + u".json"_s), clock);
}

} // namespace ferry::agent
