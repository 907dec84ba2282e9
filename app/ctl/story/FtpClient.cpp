#include "app/ctl/story/FtpClient.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// 20 MB on loopback take a second; a hanging LIST must end on its own first.
constexpr int clientSeconds = 8;
constexpr std::chrono::milliseconds patience = 90s;

QString hostAndPort(const FtpTask &task)
{
    return u"%1:%2"_s.arg(task.address.toString()).arg(task.port);
}

ClientRun runProgram(const QString &program, const QStringList &arguments, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &variable : {u"ftp_proxy"_s, u"FTP_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s, u"http_proxy"_s})
        environment.remove(variable);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    ClientRun run;
    if (!process.waitForFinished(static_cast<int>(patience.count()))) {
        process.kill();
        process.waitForFinished();
        run.log = process.errorString();
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.log = QString::fromUtf8(process.readAllStandardError());
    return run;
}

class Curl final : public FtpClient {
public:
    explicit Curl(QString program) : m_program(std::move(program)) {}

    QString name() const override { return u"curl"_s; }
    ClientRun run(const FtpTask &task) const override
    {
        // -q first: no .curlrc. A wrong address in 227 must show, so it is not skipped.
        QStringList arguments{u"-q"_s, u"--silent"_s, u"--show-error"_s, u"--verbose"_s, u"--no-ftp-skip-pasv-ip"_s,
            u"--connect-timeout"_s, QString::number(clientSeconds), u"--speed-limit"_s, u"1"_s, u"--speed-time"_s,
            QString::number(clientSeconds), task.epsv ? u"--ftp-pasv"_s : u"--disable-epsv"_s};
        if (task.tls)
            arguments << u"--ssl-reqd"_s << u"--cacert"_s << task.authority;
        QString url = u"ftp://%1/%2"_s.arg(hostAndPort(task), task.remote);
        if (task.kind == FtpTask::Kind::Download)
            arguments << u"--output"_s << task.local;
        if (task.kind == FtpTask::Kind::Upload)
            arguments << u"--upload-file"_s << task.local;
        if (task.kind != FtpTask::Kind::Download && !url.endsWith(u'/'))
            url += u'/';
        return runProgram(m_program, arguments << url, task.home);
    }

private:
    QString m_program;
};

// lftp reads a script of its own; what is quoted in it are paths and addresses of the lab.
QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + escaped + u'"';
}

class Lftp final : public FtpClient {
public:
    explicit Lftp(QString program) : m_program(std::move(program)) {}

    QString name() const override { return u"lftp"_s; }
    ClientRun run(const FtpTask &task) const override
    {
        const auto yesNo = [](bool on) { return on ? u"yes"_s : u"no"_s; };
        QStringList script{
            u"debug 6"_s,
            u"set cmd:fail-exit yes"_s,
            u"set net:max-retries 1"_s,
            u"set net:persist-retries 0"_s,
            u"set net:timeout %1"_s.arg(clientSeconds),
            u"set ftp:passive-mode yes"_s,
            u"set ftp:fix-pasv-address no"_s,
            u"set ftp:prefer-epsv "_s + yesNo(task.epsv),
            u"set ftp:ssl-allow "_s + yesNo(task.tls),
            u"set ftp:ssl-force "_s + yesNo(task.tls),
            u"set ftp:ssl-protect-data "_s + yesNo(task.tls),
            u"set ftp:ssl-protect-list "_s + yesNo(task.tls),
            u"set xfer:clobber yes"_s,
        };
        if (task.tls)
            script << u"set ssl:ca-file "_s + quoted(task.authority);
        script << u"open -u anonymous,lab "_s + quoted(u"ftp://"_s + hostAndPort(task));
        switch (task.kind) {
        case FtpTask::Kind::List:
            script << u"ls "_s + quoted(task.remote);
            break;
        case FtpTask::Kind::Download:
            script << u"get %1 -o %2"_s.arg(quoted(task.remote), quoted(task.local));
            break;
        case FtpTask::Kind::Upload:
            script << u"put -O %1 %2"_s.arg(quoted(task.remote), quoted(task.local));
            break;
        }
        return runProgram(m_program, {u"--norc"_s, u"-c"_s, script.join(u'\n')}, task.home);
    }

private:
    QString m_program;
};

} // namespace

QString ClientRun::lineWith(QStringView text) const
{
    const QStringList lines = log.split(u'\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->contains(text))
            return line->trimmed();
    }
    return {};
}

Result<std::vector<std::unique_ptr<FtpClient>>> FtpClient::findAll()
{
    std::vector<std::unique_ptr<FtpClient>> clients;
    for (const QString &name : {u"curl"_s, u"lftp"_s}) {
        const QString program = QStandardPaths::findExecutable(name);
        if (program.isEmpty()) {
            return failure(ErrorCode::NotFound, name,
                QCoreApplication::translate("FtpClient", "The story was not told."),
                QCoreApplication::translate("FtpClient", "The client is not installed."),
                QCoreApplication::translate("FtpClient", "Install it, or run \"./dev setup\"."));
        }
        if (name == "curl"_L1)
            clients.push_back(std::make_unique<Curl>(program));
        else
            clients.push_back(std::make_unique<Lftp>(program));
    }
    return clients;
}

} // namespace ferry::ctl
