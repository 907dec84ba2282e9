#include "app/ctl/lab/LabServer.h"

#include "app/pki/SecretFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LabServer", text);
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return {};
    return failure(ErrorCode::Io, path, tr("The lab was not set up."),
        tr("%1 cannot be written: %2.").arg(path, file.errorString()), tr("Name another directory with --dir."));
}

QByteArray randomBytes(qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator generator = QRandomGenerator::securelySeeded();
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / qsizetype(sizeof(quint32)));
    return bytes;
}

QString launchingUser()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return u"ftp"_s;
}

// Comments, order and odd spacing are there for the driver to keep.
QString configuration(const LabPaths &paths, const Address &address, quint16 port)
{
    return uR"(# vsftpd of the Ferrygate lab: files-1
# Started by the agent as a child process, not by systemd.
listen=YES
listen_ipv6=NO
listen_address=%1
listen_port=%2
background=NO

# An ordinary user runs it; nobody can chroot or change identity (vsftpd.conf(5), run_as_launching_user).
run_as_launching_user=YES
ftp_username=%3
nopriv_user=%3
secure_chroot_dir=%4
seccomp_sandbox=NO
connect_from_port_20=NO

# Who may do what
anonymous_enable=YES
no_anon_password=YES
local_enable=NO
anon_root=%5
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
anon_umask=022

# TLS is offered, and not forced, so that the plain part of the story can be told as well
ssl_enable=YES
allow_anon_ssl=YES
force_anon_logins_ssl=NO
force_anon_data_ssl=NO
rsa_cert_file=%6
rsa_private_key_file=%7

# The protocol is logged: it shows which commands reached the server, and which did not
xferlog_enable=YES
log_ftp_protocol=YES
vsftpd_log_file=%8
)"_s.arg(address.toString())
        .arg(port)
        .arg(launchingUser(), paths.node(u"files-1"_s, u"empty"_s), paths.files(),
            paths.node(u"files-1"_s, u"ftp.pem"_s), paths.node(u"files-1"_s, u"ftp.key"_s), paths.vsftpdLog());
}

} // namespace

Result<LabServer> LabServer::find(const QString &packages)
{
    LabServer server;
    server.m_packages = QDir(packages).absolutePath();
    if (QFileInfo(server.m_packages + u"/usr/sbin/vsftpd"_s).isExecutable())
        return server;
    return failure(ErrorCode::NotFound, server.m_packages, tr("The lab was not set up."),
        tr("No vsftpd is unpacked there."),
        tr("Unpack it with \"./dev setup\", or name the directory with --packages."));
}

Result<void> LabServer::install(
    const LabPaths &paths, const Address &address, quint16 port, const pki::Identity &certificate) const
{
    QDir root(paths.root);
    for (const QString &directory : {u"files-1/site/pub"_s, u"files-1/site/upload"_s, u"files-1/empty"_s}) {
        if (!root.mkpath(directory)) {
            return failure(ErrorCode::Io, paths.root, tr("The lab was not set up."),
                tr("Its directories cannot be made."), tr("Name another directory with --dir."));
        }
    }
    const QList<std::pair<QString, QByteArray>> files{
        {paths.files() + u"/welcome.txt"_s,
            "Welcome to the Ferrygate lab. pub/ is there to be read, upload/ to be written.\n"},
        {paths.files() + u"/pub/price-list.csv"_s, "article,price\nferry,12\ngate,7\n"},
        {paths.files() + u"/pub/big.bin"_s, randomBytes(bigFileBytes)},
        {paths.vsftpdConf(), configuration(paths, address, port).toUtf8()},
    };
    for (const auto &[path, bytes] : files) {
        if (const Result<void> written = writeFile(path, bytes); !written)
            return written;
    }
    if (const Result<> written =
            pki::writeSecretFile(paths.node(u"files-1"_s, u"ftp.pem"_s), certificate.certificatePem);
        !written)
        return written;
    return pki::writeSecretFile(paths.node(u"files-1"_s, u"ftp.key"_s), certificate.keyPem);
}

Command LabServer::command(const LabPaths &paths) const
{
    QStringList libraries{m_packages + u"/usr/lib"_s, m_packages + u"/lib"_s};
    for (const QString &base : QStringList(libraries)) {
        // Multiarch directories: usr/lib/x86_64-linux-gnu.
        for (const QString &name : QDir(base).entryList({u"*-linux-gnu*"_s}, QDir::Dirs))
            libraries.append(base + u'/' + name);
    }
    return {m_packages + u"/usr/sbin/vsftpd"_s, {paths.vsftpdConf()}, {{u"LD_LIBRARY_PATH"_s, libraries.join(u':')}}};
}

} // namespace ferry::ctl
