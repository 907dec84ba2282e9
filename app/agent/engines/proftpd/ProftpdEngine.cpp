#include "app/agent/engines/proftpd/ProftpdEngine.h"

#include "app/agent/engines/proftpd/ProftpdCheck.h"
#include "app/agent/engines/proftpd/ProftpdGatewayConfig.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds stopPatience{10'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdEngine", text);
}

/// Whom sessions run as where the agent is root: the user of Debian's package, else nobody. ProFTPD begins as root, to
/// read keys and open ports below 1024; a session gives that up for good when its client has logged in.
std::pair<QString, QString> sessionUser()
{
    const passwd *user = ::geteuid() == 0 ? ::getpwnam("proftpd") : ::getpwuid(::geteuid());
    if (user == nullptr)
        user = ::getpwnam("nobody");
    const group *own = user == nullptr ? nullptr : ::getgrgid(::geteuid() == 0 ? user->pw_gid : ::getegid());
    return {user == nullptr ? u"nobody"_s : QString::fromLocal8Bit(user->pw_name),
        own == nullptr ? u"nogroup"_s : QString::fromLocal8Bit(own->gr_name)};
}

/// "/usr/lib/proftpd" for "/usr/sbin/proftpd"; empty where the modules are elsewhere.
QString modulesBeside(const QString &program)
{
    const QString folder = QDir::cleanPath(QFileInfo(program).absolutePath() + u"/../lib/proftpd"_s);
    return QFileInfo::exists(folder + u"/mod_proxy.so"_s) ? folder : QString();
}

bool isElliptic(const QString &chain)
{
    const auto bytes = readFile(chain);
    const QList<QSslCertificate> certificates =
        QSslCertificate::fromData(bytes ? bytes->value_or(QByteArray()) : QByteArray());
    return !certificates.isEmpty() && certificates.first().publicKey().algorithm() == QSsl::Ec;
}

Command commandOf(const ProftpdEngine::Setup &setup)
{
    return {setup.program, {u"-n"_s, u"-q"_s, u"-c"_s, setup.runFolder + u"/running.conf"_s}, setup.environment,
        setup.outputPath};
}

} // namespace

ProftpdEngine::ProftpdEngine(Setup setup, const Clock &clock)
    : m_setup(std::move(setup)), m_process(commandOf(m_setup), m_setup.recordPath, clock)
{
}

GatewayStatus ProftpdEngine::observe()
{
    GatewayStatus status;
    status.id = m_setup.id;
    status.engine = Engine::Proftpd;
    const ProcessState process = m_process.state();
    status.pid = process.pid;
    status.problem = process.problem;
    if (!process.running) {
        if (const auto bytes = configurationInPlace(); bytes && !*bytes)
            status.problem = tr("It has no rules yet; it is started with the first ones.");
        return status;
    }
    status.running = true;
    status.generation = proftpdGenerationIn(runningConfiguration());
    status.sessions = countSessions({});
    return status;
}

Result<QList<NativeFile>> ProftpdEngine::nativeFiles() const
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_setup.configPath, *bytes}};
}

Result<QList<NativeFile>> ProftpdEngine::prepare(const GatewayConfig &wanted, const QString &generation)
{
    const auto [user, group] = sessionUser();
    ProftpdSurroundings around{modulesBeside(m_setup.program), m_setup.runFolder, user, group, m_setup.sourceAddress,
        {}, false, m_setup.serverPins, m_setup.serverAuthority};
    const auto named = std::find_if(m_setup.certificates.cbegin(), m_setup.certificates.cend(),
        [&](const CertificateEntry &entry) { return entry.name == wanted.certificate; });
    if (named != m_setup.certificates.cend()) {
        around.certificate = *named;
        around.isEllipticCertificate = isElliptic(named->chain);
    }
    const Result<QByteArray> rendered = renderProftpdConfig(wanted, generation, around);
    if (!rendered)
        return failure(rendered.error());
    return QList<NativeFile>{{m_setup.configPath, *rendered}};
}

Result<> ProftpdEngine::check(const QList<NativeFile> &files)
{
    const QByteArray configuration = files.isEmpty() ? QByteArray() : files.first().bytes.value_or(QByteArray());
    if (configuration.isEmpty())
        return {};
    return checkProftpdConfig({m_setup.program, {}, m_setup.environment, {}}, m_setup.runFolder + u".check"_s,
        m_setup.runFolder, configuration, m_setup.id.text());
}

Result<> ProftpdEngine::commit()
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    if (!m_process.isRunning())
        followMaster();
    if (!*bytes)
        return endMaster();
    if (Result<> pruned = pruneDrained(**bytes); !pruned)
        return pruned;
    const Result<QByteArray> wanted = wantedConfiguration(**bytes);
    if (!wanted)
        return failure(wanted.error());
    return run(*wanted);
}

Result<> ProftpdEngine::rollBack()
{
    return commit();
}

Result<UpgradeReply> ProftpdEngine::upgrade()
{
    return failure(ErrorCode::Unsupported, m_setup.id.text(), tr("The gateway was not upgraded."),
        tr("A new ProFTPD cannot take over the listeners of the one that runs."),
        tr("End its process when a moment without listeners does no harm; the agent starts the new one, and sessions "
           "go on."));
}

Result<QList<LogEntry>> ProftpdEngine::log(int)
{
    return QList<LogEntry>();
}

std::unique_ptr<LogSource> ProftpdEngine::createLogSource() const
{
    return std::make_unique<LogSource>();
}

void ProftpdEngine::supervise()
{
    if (m_process.isRunning())
        return;
    followMaster();
    const auto bytes = configurationInPlace();
    if (m_process.isRunning() || !bytes || !*bytes)
        return;
    const Result<QByteArray> wanted = wantedConfiguration(**bytes);
    if (!wanted || !writeDurably(runningPath(), *wanted))
        return;
    m_process.keepRunning();
    (void)m_process.revive();
}

void ProftpdEngine::stop()
{
    (void)m_process.stop(stopPatience);
    // Those of former masters, which are in groups of their own.
    for (const ProftpdSession &session : findProftpd(m_setup.outputPath).sessions)
        (void)endSession(static_cast<quint64>(session.process.pid));
}

Result<std::optional<QByteArray>> ProftpdEngine::configurationInPlace() const
{
    return readFile(m_setup.configPath);
}

QByteArray ProftpdEngine::runningConfiguration() const
{
    const auto bytes = readFile(runningPath());
    return bytes ? bytes->value_or(QByteArray()) : QByteArray();
}

QString ProftpdEngine::runningPath() const
{
    return m_setup.runFolder + u"/running.conf"_s;
}

} // namespace ferry::agent
