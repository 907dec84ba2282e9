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
    if (const Result<> up = ip(u"link set lo up\n"_s); !up)
        return failure(up.error());
    if (const Result<> plugged = plug(host, u"eth0"_s, name, v4, v6); !plugged)
        return failure(plugged.error());
    return host;
}

Result<> NetworkLab::plug(const Host &host, const QString &name, const QString &v4, const QString &v6)
{
    return plug(host, u"eth1"_s, name, v4, v6);
}

Result<> NetworkLab::plug(
    const Host &host, const QString &interface, const QString &name, const QString &v4, const QString &v6)
{
    // Without duplicate address detection, during which an IPv6 address cannot be used (RFC 4862 section 5.4).
    const Result<> plugged = host.configure(u"link add %6 type veth peer name %1 netns /proc/%2/fd/%3\n"
                                            "address add %4/24 dev %6\n"
                                            "address add %5/64 dev %6 nodad\n"
                                            "link set %6 up\n"_s.arg(name)
                                                .arg(::getpid())
                                                .arg(m_segment.get())
                                                .arg(v4, v6, interface));
    if (!plugged)
        return plugged;
    const Visit segment(m_segment.get());
    return ip(u"link set %1 master segment up\n"_s.arg(name));
}

Result<> Host::configure(const QString &lines) const
{
    return run([&] { return ip(lines); });
}

Result<> Host::setForwarding(bool isOn) const
{
    const QByteArray value = isOn ? "1" : "0";
    const bool isSet = run([&] {
        return write(u"/proc/sys/net/ipv4/ip_forward"_s, value)
            && write(u"/proc/sys/net/ipv6/conf/all/forwarding"_s, value);
    });
    return isSet ? Result<>() : notBuilt(u"Forwarding could not be set."_s);
}

} // namespace ferry::test
