#include "tests/support/netns/NetworkLab.h"

#include <QFile>
#include <QProcess>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <cstring>

namespace ferry::test {
namespace {

using namespace Qt::Literals::StringLiterals;

tl::unexpected<Error> notBuilt(const QString &why)
{
    return failure(ErrorCode::Unsupported, {}, u"No network was built for the test."_s, why);
}

QString lastError(const char *call)
{
    return u"%1: %2."_s.arg(QLatin1String(call), QLatin1String(std::strerror(errno)));
}

proxy::Fd currentNamespace()
{
    return proxy::Fd(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// Runs the lines as ip(8) takes them, in the namespace of the calling thread.
Result<> ip(const QString &lines)
{
    QProcess process;
    process.start(u"ip"_s, {u"-batch"_s, u"-"_s});
    process.write(lines.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return notBuilt(u"ip(8) could not be run: "_s + process.errorString() + u'.');
    if (process.exitCode() != 0)
        return notBuilt(u"ip(8) said: "_s + QString::fromUtf8(process.readAllStandardError()));
    return {};
}

} // namespace

Visit::Visit(int networkNamespace) : m_home(currentNamespace())
{
    if (!m_home || ::setns(networkNamespace, CLONE_NEWNET) != 0)
        qFatal("setns: %s", std::strerror(errno));
}

Visit::~Visit()
{
    if (::setns(m_home.get(), CLONE_NEWNET) != 0)
        qFatal("setns: %s", std::strerror(errno));
}

Result<> NetworkLab::leaveMachine()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWNET | (user == 0 ? 0 : CLONE_NEWUSER)) != 0)
        return notBuilt(lastError("unshare"));
    if (user == 0)
        return {};
    // The group needs setgroups(2) switched off first, see user_namespaces(7).
    if (!write(u"/proc/self/uid_map"_s, "0 " + QByteArray::number(user) + " 1\n")
        || !write(u"/proc/self/setgroups"_s, "deny")
        || !write(u"/proc/self/gid_map"_s, "0 " + QByteArray::number(group) + " 1\n"))
        return notBuilt(lastError("user namespace"));
    return {};
}

Result<NetworkLab> NetworkLab::create()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return notBuilt(lastError("unshare"));
    NetworkLab lab(currentNamespace());
    if (const Result<> made = ip(u"link add segment type bridge forward_delay 0\nlink set segment up\n"_s); !made)
        return failure(made.error());
    return lab;
}

Result<Host> NetworkLab::addHost(const QString &name, const QString &v4, const QString &v6)
{
    const Visit stay(m_segment.get());
    if (::unshare(CLONE_NEWNET) != 0)
        return notBuilt(lastError("unshare"));
    Host host(currentNamespace(), v4, v6);
    // Without duplicate address detection, during which an IPv6 address cannot be used (RFC 4862 section 5.4).
    const Result<> plugged = ip(u"link set lo up\n"
                                "link add eth0 type veth peer name %1 netns /proc/%2/fd/%3\n"
                                "address add %4/24 dev eth0\n"
                                "address add %5/64 dev eth0 nodad\n"
                                "link set eth0 up\n"_s.arg(name)
                                    .arg(::getpid())
                                    .arg(m_segment.get())
                                    .arg(v4, v6));
    if (!plugged)
        return failure(plugged.error());
    const Visit segment(m_segment.get());
    if (const Result<> joined = ip(u"link set %1 master segment up\n"_s.arg(name)); !joined)
        return failure(joined.error());
    return host;
}

} // namespace ferry::test
