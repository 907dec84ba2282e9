#include "app/agent/services/vsftpd/VsftpdDriver.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/vsftpd/VsftpdSettings.h"

#include <QCoreApplication>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("VsftpdDriver", text);
}

const QByteArray &contentOf(const QList<NativeFile> &files)
{
    static const QByteArray none;
    return files.isEmpty() || !files.first().bytes ? none : *files.first().bytes;
}

// What the server really uses: "-okey=value" on its command line wins over the file (vsftpd(8)).
VsftpdConf effective(const QByteArray &bytes, const QStringList &arguments)
{
    QByteArray text = bytes.endsWith('\n') || bytes.isEmpty() ? bytes : bytes + '\n';
    for (const QString &argument : arguments) {
        if (argument.startsWith(QLatin1String("-o")))
            text += argument.mid(2).toUtf8() + '\n';
    }
    return VsftpdConf(text);
}

} // namespace

Result<QByteArray> VsftpdDriver::read() const
{
    const auto bytes = readFile(m_trial.configPath);
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes) {
        return failure(ErrorCode::NotFound, m_trial.configPath, tr("The settings of vsftpd were not read."),
            tr("\"%1\" does not exist.").arg(m_trial.configPath), tr("Correct configPath in agent.json."));
    }
    return **bytes;
}

Result<ServiceConfig> VsftpdDriver::observe() const
{
    const Result<QByteArray> bytes = read();
    if (!bytes)
        return failure(bytes.error());
    ServiceConfig found = settingsIn(VsftpdConf(*bytes));
    found.id = m_id;
    found.configPath = m_trial.configPath;
    return found;
}

Result<QList<NativeFile>> VsftpdDriver::nativeFiles() const
{
    const Result<QByteArray> bytes = read();
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_trial.configPath, *bytes}};
}

Result<QList<NativeFile>> VsftpdDriver::prepare(const ServiceConfig &wanted) const
{
    const Result<QByteArray> bytes = read();
    if (!bytes)
        return failure(bytes.error());
    VsftpdConf conf(*bytes);
    if (const Result<> applied = applySettings(wanted, conf); !applied)
        return failure(applied.error());
    return QList<NativeFile>{{m_trial.configPath, conf.toBytes()}};
}

Result<> VsftpdDriver::check(const QList<NativeFile> &files) const
{
    return tryVsftpd(m_trial, contentOf(files));
}

QList<Endpoint> VsftpdDriver::endpoints(const QList<NativeFile> &files) const
{
    const ServiceConfig settings = settingsIn(effective(contentOf(files), m_trial.command.arguments));
    const ServiceConfig::Site &site = settings.sites.first();
    Endpoint endpoint{site.address, site.port, site.tls == TlsMode::Implicit};
    // Bound to all addresses it answers on loopback too; on "::" also to IPv4, unless the system says bindv6only.
    if (endpoint.address.isUnspecified())
        endpoint.address = Address::fromTrusted(u"127.0.0.1");
    return {endpoint};
}

} // namespace ferry::agent
