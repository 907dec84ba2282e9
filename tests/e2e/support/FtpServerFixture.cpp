#include "tests/e2e/support/FtpServerFixture.h"

#include "app/ctl/cli/Await.h"
#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
#include "tests/e2e/support/Programs.h"
#include "tests/support/Ports.h"

#include <QFile>
#include <QTcpSocket>

namespace ferry::e2e {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 20s;

} // namespace

quint16 freePort(const Address &address)
{
    return test::freePorts({address.toString()});
}

bool waitForListener(const Address &address, quint16 port)
{
    return ctl::awaitTrue(
        [&] {
            QTcpSocket socket;
            socket.connectToHost(address.toString(), port);
            return socket.waitForConnected(1000);
        },
        patience);
}

Result<std::unique_ptr<FtpServerFixture>> FtpServerFixture::start()
{
    std::unique_ptr<FtpServerFixture> fixture(new FtpServerFixture);
    const Result<ctl::LabServer> server = ctl::LabServer::find(packageDirectory());
    if (!server)
        return failure(server.error());
    const Result<pki::Identity> authority = pki::createAuthority(u"Test"_s);
    if (!authority)
        return failure(authority.error());
    const Result<pki::Identity> certificate =
        pki::issueServer(*authority, u"files-1"_s, {u"127.0.0.1"_s, u"127.0.0.2"_s, u"127.0.0.3"_s});
    if (!certificate)
        return failure(certificate.error());
    if (const Result<> written = pki::writeSecretFile(fixture->authorityFile(), authority->certificatePem); !written)
        return failure(written.error());
    fixture->m_port = freePort(fixture->m_address);
    if (const Result<void> done = server->install(fixture->m_paths, fixture->m_address, fixture->m_port, *certificate);
        !done)
        return failure(done.error());
    fixture->m_command = server->command(fixture->m_paths);
    if (const Result<void> launched = fixture->launch(); !launched)
        return failure(launched.error());
    return fixture;
}

FtpServerFixture::~FtpServerFixture()
{
    end();
}

Result<void> FtpServerFixture::launch()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = m_command.environment.cbegin(); it != m_command.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(m_command.program, m_command.arguments);
    if (m_process.waitForStarted() && waitForListener(m_address, m_port))
        return {};
    return failure(
        ErrorCode::Io, m_command.program, u"vsftpd did not start."_s, QString::fromUtf8(m_process.readAll()));
}

void FtpServerFixture::end()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<void> FtpServerFixture::restartWith(const QByteArray &lines)
{
    end();
    QFile file(m_paths.vsftpdConf());
    if (!file.open(QIODevice::Append) || file.write(lines + '\n') < 0)
        return failure(ErrorCode::Io, file.fileName(), u"vsftpd.conf was not changed."_s, file.errorString());
    file.close();
    return launch();
}

} // namespace ferry::e2e
