#include "app/agent/services/proftpd/ProftpdDriver.h"

#include "app/agent/services/proftpd/ProftpdSettings.h"

#include <QHostInfo>

namespace ferry::agent {

Result<ProftpdConfiguration> ProftpdDriver::read(const QList<NativeFile> &files) const
{
    if (!m_build)
        m_build = m_checker.build();
    return ProftpdConfiguration::read(m_configPath, *m_build, files);
}

Result<ServiceConfig> ProftpdDriver::observe() const
{
    const Result<ProftpdConfiguration> configuration = read();
    if (!configuration)
        return failure(configuration.error());
    ServiceConfig found = settingsIn(*configuration);
    found.id = m_id;
    return found;
}

Result<QList<NativeFile>> ProftpdDriver::nativeFiles() const
{
    const Result<ProftpdConfiguration> configuration = read();
    if (!configuration)
        return failure(configuration.error());
    return configuration->nativeFiles();
}

Result<QList<NativeFile>> ProftpdDriver::prepare(const ServiceConfig &wanted) const
{
    Result<ProftpdConfiguration> configuration = read();
    if (!configuration)
        return failure(configuration.error());
    if (const Result<> applied = applySettings(wanted, *configuration); !applied)
        return failure(applied.error());
    return configuration->nativeFiles();
}

Result<> ProftpdDriver::check(const QList<NativeFile> &files) const
{
    const Result<ProftpdConfiguration> configuration = read(files);
    return configuration ? m_checker.check(*configuration) : failure(configuration.error());
}

QList<Endpoint> ProftpdDriver::endpoints(const QList<NativeFile> &files) const
{
    const Result<ProftpdConfiguration> configuration = read(files);
    if (!configuration)
        return {};
    QList<Endpoint> endpoints;
    const QList<ServiceConfig::Site> sites = settingsIn(*configuration).sites;
    const QList<int> servers = ftpServersIn(*configuration);
    for (qsizetype index = 0; index < sites.size(); ++index) {
        const int server = servers[index];
        Endpoint endpoint{sites[index].address, sites[index].port, sites[index].tls == TlsMode::Implicit};
        if (endpoint.address.isUnspecified()) {
            const auto *bound = configuration->lastOwn(0, "defaultaddress");
            QByteArrayList names = configuration->servers()[server].addresses;
            if (server == 0)
                names = bound ? bound->arguments : QByteArrayList();
            // Without an address the main server is for that of the machine's name, unless it is the one for all.
            const auto *standard = configuration->own(server, "defaultserver");
            const bool takesAll = standard && standard->arguments.value(0).toLower() == "on";
            if (!names.isEmpty())
                endpoint.address = addressFor(QString::fromUtf8(names.first()));
            else
                endpoint.address =
                    takesAll ? Address::fromTrusted(u"127.0.0.1") : addressFor(QHostInfo::localHostName());
        }
        endpoints << endpoint;
    }
    return endpoints;
}

Address ProftpdDriver::addressFor(const QString &name) const
{
    if (!m_resolved.contains(name)) {
        Address address = Address::fromTrusted(u"127.0.0.1");
        const QList<QHostAddress> found = QHostInfo::fromName(name).addresses();
        if (!found.isEmpty())
            address = Address::parse(found.first().toString()).value_or(address);
        m_resolved.insert(name, address);
    }
    return m_resolved.value(name);
}

} // namespace ferry::agent
