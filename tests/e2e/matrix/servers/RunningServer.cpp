#include "tests/e2e/matrix/servers/RunningServer.h"

#include "tests/e2e/matrix/rows/Errand.h"
#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/support/Ports.h"

#include <QDir>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

// More than the rows that run side by side (MatrixTest.cpp): some are for connections that are about to close.
constexpr int passivePorts = 40;

} // namespace

Result<std::unique_ptr<RunningServer>> RunningServer::start(
    const Server &server, const Combination &combination, const QString &certificate, const QString &key)
{
    auto directory = std::make_unique<QTemporaryDir>();
    // A server that gives root away must still get to its site.
    QFile::setPermissions(directory->path(), QFile::Permissions(0x7755));
    const Address address = Address::fromTrusted(u"127.0.0.3");
    const Address external = Address::fromTrusted(u"127.0.0.2");
    const QStringList both{address.toString(), external.toString()};
    // The relay ports of the gateway and the passive range are the same numbers.
    const quint16 first = test::freePorts(both, passivePorts);
    const quint16 port = test::freePorts(both);
    if (first == 0 || port == 0)
        return failure(ErrorCode::Io, server.name(), u"The server was not started."_s, u"No port is free."_s);
    std::unique_ptr<RunningServer> running(new RunningServer({
        .directory = directory->path(),
        .address = address,
        .port = port,
        .passive = PortRange::fromTrusted(first, quint16(first + passivePorts - 1)),
        .external = external,
        .certificate = certificate,
        .key = key,
        .isImplicit = combination.security == Security::Implicit,
        .wantsReuse = combination.handling == Handling::Terminate,
    }));
    running->m_directory = std::move(directory);
    QDir(running->m_place.directory).mkpath(u"empty"_s);
    QDir(running->m_place.directory).mkpath(u"site"_s);
    QFile::setPermissions(running->m_place.site(), QFile::Permissions(0x7755));
    if (const Result<void> prepared = Errand::prepareSite(running->m_place.site()); !prepared)
        return failure(prepared.error());
    const Result<Launch> launch = server.prepare(running->m_place);
    if (!launch)
        return failure(launch.error());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto at = launch->environment.cbegin(); at != launch->environment.cend(); ++at)
        environment.insert(at.key(), at.value());
    running->m_process.setProcessEnvironment(environment);
    running->m_process.setProcessChannelMode(QProcess::MergedChannels);
    running->m_process.setStandardOutputFile(running->m_place.path(u"output.txt"_s));
    running->m_process.start(launch->program, launch->arguments);
    if (running->m_process.waitForStarted() && e2e::waitForListener(address, port))
        return running;
    QFile output(running->m_place.path(u"output.txt"_s));
    const QByteArray said = output.open(QIODevice::ReadOnly) ? output.readAll() : QByteArray();
    return failure(ErrorCode::Io, launch->program, server.name() + u" did not start."_s, QString::fromUtf8(said));
}

RunningServer::~RunningServer()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace ferry::matrix
