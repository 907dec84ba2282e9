#include "app/agent/services/pure_ftpd/PureFtpdDriver.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/TrialStart.h"
#include "app/agent/services/pure_ftpd/PureFtpdSettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PureFtpdDriver", text);
}

bool isOn(const PureFtpdFiles &files, const QByteArray &key)
{
    const QByteArrayList values = files.values(key);
    return std::any_of(values.cbegin(), values.cend(), isPureFtpdYes);
}

/// Where a server answers that binds no address in particular.
Address loopbackFor(const PureFtpdFiles &files)
{
    return Address::fromTrusted(isOn(files, "IPV6Only") ? u"::1" : u"127.0.0.1");
}

} // namespace

Result<ServiceConfig> PureFtpdDriver::observe() const
{
    const auto files = PureFtpdFiles::read(m_configPath);
    if (!files)
        return failure(files.error());
    ServiceConfig found = settingsIn(**files);
    found.id = m_id;
    found.configPath = m_configPath;
    return found;
}

Result<QList<NativeFile>> PureFtpdDriver::nativeFiles() const
{
    const auto files = PureFtpdFiles::read(m_configPath);
    if (!files)
        return failure(files.error());
    return (*files)->nativeFiles();
}

Result<QList<NativeFile>> PureFtpdDriver::prepare(const ServiceConfig &wanted) const
{
    const auto files = PureFtpdFiles::read(m_configPath);
    if (!files)
        return failure(files.error());
    if (const Result<> applied = applySettings(wanted, **files); !applied)
        return failure(applied.error());
    return (*files)->nativeFiles();
}

QString PureFtpdDriver::trialFile(const QString &name) const
{
    return QDir(m_scratchFolder).filePath(name);
}

Result<> PureFtpdDriver::check(const QList<NativeFile> &files) const
{
    const auto settings = PureFtpdFiles::read(m_configPath, files);
    if (!settings)
        return failure(settings.error());
    if (const Result<> folder = makePrivateFolder(m_scratchFolder); !folder)
        return folder;
    const QString copy = trialFile(u"pure-ftpd-trial.conf"_s);
    const QString pidFile = trialFile(u"pure-ftpd-trial.pid"_s);
    const Address address = bindIn(**settings).literal().value_or(loopbackFor(**settings));
    Result<> refused;
    const auto commandFor = [&](quint16 port) -> Result<Command> {
        const QByteArray bind = pureFtpdAddress(address) + ',' + QByteArray::number(port);
        const auto launch = (*settings)->launch(bind, copy, pidFile);
        if (!launch) {
            refused = failure(launch.error());
            return failure(launch.error());
        }
        if (const Result<> written = writeDurably(copy, launch->copy); !written)
            return failure(written.error());
        return Command{m_command.program, launch->arguments, m_command.environment, copy + u".out"_s};
    };
    const std::optional<QString> problem = tryStart({address, false, commandFor, u"Address already in use"_s});
    QFile::remove(copy);
    QFile::remove(pidFile);
    if (!refused)
        return refused;
    if (!problem)
        return checkPort(bindIn(**settings));
    return failure(ErrorCode::Refused, m_configPath, tr("Pure-FTPd does not run with the new configuration."),
        problem->isEmpty() ? tr("A trial start ended without a word.")
                           : tr("A trial start said \"%1\".").arg((*settings)->translated(*problem, copy)),
        tr("Correct the setting in %1.").arg(m_configPath));
}

/// The trial has a port of its own, and never sees this one.
Result<> PureFtpdDriver::checkPort(const PureFtpdBind &bind) const
{
    if (bind.known())
        return {};
    return failure(ErrorCode::Refused, m_configPath, tr("Pure-FTPd does not run with the new configuration."),
        tr("Bind names the port \"%1\", which is no number from 1 to 65535 and no known service.")
            .arg(QString::fromUtf8(bind.port)),
        tr("Correct Bind in %1.").arg(m_configPath));
}

void PureFtpdDriver::recover() const
{
    // Whichever of the two was its argument.
    endStrayTrials(trialFile(u"pure-ftpd-trial.conf"_s));
    endStrayTrials(trialFile(u"pure-ftpd-trial.pid"_s));
}

QList<Endpoint> PureFtpdDriver::endpoints(const QList<NativeFile> &files) const
{
    const auto settings = PureFtpdFiles::read(m_configPath, files);
    if (!settings)
        return {};
    const PureFtpdBind bind = bindIn(**settings);
    return {{bind.literal().value_or(loopbackFor(**settings)), bind.number()}};
}

} // namespace ferry::agent
