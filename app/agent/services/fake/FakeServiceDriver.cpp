#include "app/agent/services/fake/FakeServiceDriver.h"

#include "app/agent/files/Durable.h"

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

Result<ServiceConfig> FakeServiceDriver::observe() const
{
    const Result<QList<NativeFile>> files = nativeFiles();
    if (!files)
        return failure(files.error());
    ServiceConfig found;
    found.id = m_id;
    found.configPath = m_path;
    if (const Result<PortRange> ports =
            PortRange::parse(QString::fromUtf8(files->first().bytes.value_or(QByteArray()))))
        found.passivePorts = *ports;
    return found;
}

Result<QList<NativeFile>> FakeServiceDriver::nativeFiles() const
{
    const auto bytes = readFile(m_path);
    if (!bytes)
        return failure(bytes.error());
    // As the drivers of real servers.
    if (!*bytes)
        return failure(ErrorCode::NotFound, m_path, u"Not read."_s, u"The file is not there."_s);
    return QList<NativeFile>{{m_path, *bytes}};
}

Result<QList<NativeFile>> FakeServiceDriver::prepare(const ServiceConfig &wanted) const
{
    if (!wanted.passivePorts)
        return nativeFiles();
    return QList<NativeFile>{{m_path, wanted.passivePorts->toString().toUtf8() + '\n'}};
}

Result<> FakeServiceDriver::check(const QList<NativeFile> &) const
{
    if (checkRefusal)
        return failure(*checkRefusal);
    return {};
}

QList<Endpoint> FakeServiceDriver::endpoints(const QList<NativeFile> &) const
{
    return {{Address::fromTrusted(u"127.0.0.3"), 21}};
}

} // namespace ferry::agent
