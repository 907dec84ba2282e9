#include "app/agent/engines/haproxy/HaproxyPorts.h"

#include "app/agent/process/Sockets.h"

#include <QCoreApplication>
#include <QSet>

#include <cerrno>
#include <cstring>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

} // namespace

QList<std::pair<Address, PortRange>> portsIn(const QByteArray &configuration)
{
    QList<std::pair<Address, PortRange>> wanted;
    for (const QByteArray &text : configuration.split('\n')) {
        const QByteArrayList words = text.simplified().split(' ');
        if (words.size() < 2 || words[0] != "bind")
            continue;
        const qsizetype colon = words[1].lastIndexOf(':');
        QByteArray host = words[1].left(colon);
        if (host.startsWith('[') && host.endsWith(']'))
            host = host.mid(1).chopped(1);
        const Result<Address> address = Address::parse(QString::fromLatin1(host));
        const Result<PortRange> ports = PortRange::parse(QString::fromLatin1(words[1].mid(colon + 1)));
        if (address && ports)
            wanted << std::pair(*address, *ports);
    }
    return wanted;
}

Result<> checkPortsAreFree(const QByteArray &configuration, qint64 worker, const QString &gateway)
{
    QSet<std::pair<Address, quint16>> held;
    if (worker != 0) {
        const QSet<quint64> sockets = socketsOf(static_cast<pid_t>(worker));
        for (const ListeningSocket &socket : listeningSockets()) {
            if (sockets.contains(socket.inode))
                held.insert({socket.address, socket.port});
        }
    }
    for (const auto &[address, ports] : portsIn(configuration)) {
        for (int port = ports.low(); port <= ports.high(); ++port) {
            if (held.contains({address, static_cast<quint16>(port)}))
                continue;
            const int problem = problemWithBinding(address, static_cast<quint16>(port));
            if (problem == 0)
                continue;
            return failure(ErrorCode::Refused, gateway, tr("HAProxy was not given the configuration."),
                tr("Port %1 of %2 cannot be opened: %3.")
                    .arg(port)
                    .arg(address.toString(), QString::fromLocal8Bit(std::strerror(problem))),
                problem == EADDRINUSE ? tr("End the program that has it, or publish at another port.")
                                      : tr("Correct the listener's address or port."));
        }
    }
    return {};
}

} // namespace ferry::agent
