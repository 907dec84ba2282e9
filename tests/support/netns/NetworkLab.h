#pragma once

#include "app/proxy/net/Fd.h"
#include "models/base/Result.h"

namespace ferry::test {

/// While it lives, the calling thread is on another host: sockets that it opens, threads and programs that it starts
/// belong there, and stay there.
class Visit {
public:
    explicit Visit(int networkNamespace);
    ~Visit();
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

private:
    proxy::Fd m_home;
};

/// One host of a NetworkLab.
class Host {
public:
    Host(proxy::Fd networkNamespace, QString v4, QString v6)
        : m_namespace(std::move(networkNamespace)), m_v4(std::move(v4)), m_v6(std::move(v6))
    {
    }

    [[nodiscard]] const QString &v4() const { return m_v4; }
    [[nodiscard]] const QString &v6() const { return m_v6; }
    /// Does `work` on this host, and gives what it gives.
    template <class Work>
    auto run(Work work) const
    {
        const Visit visit(m_namespace.get());
        return work();
    }

    /// Runs the lines there, as ip(8) takes them.
    [[nodiscard]] Result<> configure(const QString &lines) const;
    /// Lets packets for others through (ip-sysctl).
    [[nodiscard]] Result<> setForwarding(bool isOn) const;

private:
    friend class NetworkLab;

    proxy::Fd m_namespace;
    QString m_v4;
    QString m_v6;
};

/// A network for one test program: hosts on one Ethernet segment, each a network namespace with an IPv4 and an IPv6
/// address. Nothing of it has a name on the machine. The namespaces are held by descriptors of this process alone, so
/// that the kernel takes everything away however the process ends.
class NetworkLab {
public:
    /// Takes this process out of the machine's network, for good. It comes first in main(), while there is one thread:
    /// an ordinary user becomes root of a user namespace for it (user_namespaces(7)). Unsupported where the machine
    /// does not allow that.
    [[nodiscard]] static Result<> leaveMachine();
    /// The segment, without hosts. Needs ip(8).
    [[nodiscard]] static Result<NetworkLab> create();

    /// `name` has at most 15 characters, as every interface.
    [[nodiscard]] Result<Host> addHost(const QString &name, const QString &v4, const QString &v6);
    /// Puts a host of another lab on this segment too, with a second interface, "eth1".
    [[nodiscard]] Result<> plug(const Host &host, const QString &name, const QString &v4, const QString &v6);

private:
    explicit NetworkLab(proxy::Fd segment) : m_segment(std::move(segment)) {}

    [[nodiscard]] Result<> plug(
        const Host &host, const QString &interface, const QString &name, const QString &v4, const QString &v6);

    proxy::Fd m_segment; ///< the namespace of the bridge
};

} // namespace ferry::test
