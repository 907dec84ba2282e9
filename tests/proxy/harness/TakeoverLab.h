#pragma once

#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

/// A proxy with two rules that the tests of its upgrades use: one inspects and opens passive ports, one relays through
/// a fixed range.
class TakeoverLab {
public:
    TakeoverLab();

    [[nodiscard]] bool start(const QStringList &more = {})
    {
        return proxy.start(more) && proxy.configure(rules()).contains(QStringLiteral("result"));
    }
    [[nodiscard]] QJsonArray rules() const;
    /// By whoever answers at the control socket, on a connection of its own.
    [[nodiscard]] QJsonObject status() const { return ask(proxy.control(), "status").toObject(); }
    [[nodiscard]] qint64 pid() const { return status().value(QStringLiteral("pid")).toInteger(); }
    [[nodiscard]] QJsonArray predecessors() const { return status().value(QStringLiteral("predecessors")).toArray(); }
    /// Where the process of that id can be reached once another has taken over.
    [[nodiscard]] QString aside(qint64 pid) const { return proxy.control() + u'.' + QString::number(pid); }
    [[nodiscard]] static QJsonValue ask(const QString &path, const QByteArray &method);
    /// The whole line that answers a whole line.
    [[nodiscard]] static QByteArray say(const QString &path, const QByteArray &line);

    [[nodiscard]] Wire connection(const QString &source = {}) const;
    [[nodiscard]] Wire login(const QString &source = {}) const { return logIn(connection(source)); }
    [[nodiscard]] Wire relayLogin(const QString &source = {}) const;
    [[nodiscard]] static Wire data(int port, const QString &source = {});
    /// Asks for a port and reads the file; false if anything is not as it should be.
    [[nodiscard]] bool fetch(Wire &session, const QString &source = {}) const
    {
        return fetch(session, data(announcedPort(session.command("EPSV")), source));
    }
    [[nodiscard]] bool fetch(Wire &session, Wire wire) const;

    const QByteArray content = numbered(1'000'000);
    int port = 0;
    int relayPort = 0;
    int relayed = 0; ///< the first of four
    StubServer server;
    StubServer relayServer;
    ProxyProcess proxy;
};
