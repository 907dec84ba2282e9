#include "app/agent/engines/proftpd/ProftpdProcesses.h"

#include <QDir>
#include <QFile>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The inode of the socket behind a descriptor; 0 where it is none.
quint64 socketBehind(int pid, int descriptor)
{
    const QString link = QFile::symLinkTarget(u"/proc/%1/fd/%2"_s.arg(pid).arg(descriptor)).section(u'/', -1);
    return link.startsWith(u"socket:["_s) ? QStringView(link).mid(8).chopped(1).toULongLong() : 0;
}

} // namespace

ProftpdProcesses findProftpd(const QString &output)
{
    ProftpdProcesses found;
    const QHash<quint64, OpenConnection> connections = openConnections();
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const int pid = name.toInt();
        if (pid == 0 || QFile::symLinkTarget(u"/proc/%1/fd/2"_s.arg(pid)) != output)
            continue;
        const std::optional<ProcessId> process = identify(pid);
        if (!process)
            continue;
        const auto control = connections.constFind(socketBehind(pid, 0));
        if (control != connections.cend())
            found.sessions << ProftpdSession{*process, *control};
        else if (leadsItsGroup(*process))
            found.masters << *process;
    }
    return found;
}

} // namespace ferry::agent
