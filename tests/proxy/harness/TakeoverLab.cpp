#include "tests/proxy/harness/TakeoverLab.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

TakeoverLab::TakeoverLab()
    : port(freePorts(1))
    , relayPort(freePorts(1))
    // The stub tries four ports in a row.
    , relayed(freePorts(4))
    , relayServer(u"127.0.0.3"_s, static_cast<std::uint16_t>(relayed))
{
    server.setFile(content);
    relayServer.setFile(content);
}

QJsonArray TakeoverLab::rules() const
{
    const QJsonArray range{u"%1-%2"_s.arg(relayed).arg(relayed + 3)};
    return {makeRule(port, server.port(), {{u"enabled"_s, true}}),
        makeRule(
            relayPort, relayServer.port(), {{u"enabled"_s, false}}, {{u"id"_s, u"relay"_s}, {u"relayPorts"_s, range}})};
}

QByteArray TakeoverLab::say(const QString &path, const QByteArray &line)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    socket.write(line + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(10'000)) {}
    return socket.readLine();
}

QJsonValue TakeoverLab::ask(const QString &path, const QByteArray &method)
{
    return QJsonDocument::fromJson(say(path, R"({"id":1,"method":")" + method + R"("})"))[u"result"];
}

Wire TakeoverLab::connection(const QString &source) const
{
    return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port), source);
}

Wire TakeoverLab::relayLogin(const QString &source) const
{
    return logIn(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(relayPort), source));
}

Wire TakeoverLab::data(int port, const QString &source)
{
    return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port), source);
}

bool TakeoverLab::fetch(Wire &session, Wire wire) const
{
    return wire.isOpen() && session.command("RETR f").startsWith("150") && wire.rest() == content
        && session.reply().startsWith("226");
}
