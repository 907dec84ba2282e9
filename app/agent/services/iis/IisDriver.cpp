#include "app/agent/services/iis/IisDriver.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/iis/IisSettings.h"

#include <QCoreApplication>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("IisDriver", text);
}

} // namespace

Result<QByteArray> IisDriver::read() const
{
    const auto bytes = readFile(m_configPath);
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes) {
        return failure(ErrorCode::NotFound, m_configPath, tr("The settings of IIS were not read."),
            tr("\"%1\" does not exist.").arg(m_configPath), tr("Correct configPath in agent.json."));
    }
    return **bytes;
}

Result<ServiceConfig> IisDriver::observe() const
{
    const Result<QByteArray> bytes = read();
    const Result<XmlText> xml = bytes ? XmlText::parse(m_configPath, *bytes) : failure(bytes.error());
    Result<ServiceConfig> found = xml ? settingsIn(*xml) : failure(xml.error());
    if (found)
        found->id = m_id;
    return found;
}

Result<QList<NativeFile>> IisDriver::nativeFiles() const
{
    const Result<QByteArray> bytes = read();
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_configPath, *bytes}};
}

Result<QList<NativeFile>> IisDriver::prepare(const ServiceConfig &wanted) const
{
    const Result<QByteArray> bytes = read();
    Result<XmlText> xml = bytes ? XmlText::parse(m_configPath, *bytes) : failure(bytes.error());
    if (!xml)
        return failure(xml.error());
    if (const Result<> applied = applySettings(wanted, *xml); !applied)
        return failure(applied.error());
    return QList<NativeFile>{{m_configPath, xml->toBytes()}};
}

Result<> IisDriver::check(const QList<NativeFile> &files) const
{
    for (const NativeFile &file : files) {
        const Result<XmlText> xml = XmlText::parse(file.path, file.bytes.value_or(QByteArray()));
        const Result<ServiceConfig> found = xml ? settingsIn(*xml) : failure(xml.error());
        if (!found)
            return failure(found.error());
    }
    return {};
}

QList<Endpoint> IisDriver::endpoints(const QList<NativeFile> &files) const
{
    QList<Endpoint> endpoints;
    for (const NativeFile &file : files) {
        const Result<XmlText> xml = XmlText::parse(file.path, file.bytes.value_or(QByteArray()));
        const Result<ServiceConfig> found = xml ? settingsIn(*xml) : failure(xml.error());
        for (const ServiceConfig::Site &site : found.value_or(ServiceConfig()).sites) {
            if (!site.address.isUnspecified())
                endpoints << Endpoint{site.address, site.port, site.tls == TlsMode::Implicit};
        }
    }
    return endpoints;
}

} // namespace ferry::agent
