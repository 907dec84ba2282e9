#pragma once

#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"
#include "tests/support/netns/SynCounter.h"

#include <QObject>

#include <memory>
#include <optional>

/// The real program on a gateway between a client and the stub server, and a stranger beside them: four hosts with a
/// network of their own, where every SYN that reaches one of them is seen.
class FourHostsTest : public QObject {
    Q_OBJECT

    ferry::Result<> m_isApart;
    std::optional<ferry::test::NetworkLab> m_lab; ///< outlives the hosts in it

protected:
    /// With what NetworkLab::leaveMachine() gave, before there were threads.
    explicit FourHostsTest(ferry::Result<> isApart) : m_isApart(std::move(isApart)) {}

    Q_SLOT void initTestCase();
    Q_SLOT void init();
    Q_SLOT void cleanup();

    /// One rule for each family of clients, both with the same server.
    void publish(QJsonObject filter);
    [[nodiscard]] Wire login(bool isSix, bool isTls = false) const;
    /// Nothing of the session is left when it returns, so that whatever it called has been called.
    void leave(Wire &client);

    [[nodiscard]] static QString address(const ferry::test::Host &host, bool isSix)
    {
        return isSix ? host.v6() : host.v4();
    }
    [[nodiscard]] static Wire connect(const ferry::test::Host &from, const QString &to, std::uint16_t port);
    /// One call as callsToClient() and so on tell it.
    [[nodiscard]] static QString call(const ferry::test::Host &from, const QString &to, std::uint16_t port);
    [[nodiscard]] QString controlCall() const { return call(*m_gateway, m_serverHost->v4(), m_server->port()); }
    /// Who has called since the last question.
    [[nodiscard]] QStringList callsToClient() { return calls(*m_client, *m_atClient); }
    [[nodiscard]] QStringList callsToServer() { return calls(*m_serverHost, *m_atServer); }
    [[nodiscard]] QStringList callsToStranger() { return calls(*m_stranger, *m_atStranger); }

    /// Of the server's file: long enough for many segments.
    [[nodiscard]] static QByteArray content() { return numbered(3'000'000); }
    /// The argument of PORT.
    [[nodiscard]] static QByteArray sixNumbers(const QString &address, std::uint16_t port);

    std::optional<ferry::test::Host> m_client;
    std::optional<ferry::test::Host> m_gateway;
    std::optional<ferry::test::Host> m_serverHost;
    std::optional<ferry::test::Host> m_stranger;
    std::optional<ferry::test::SynCounter> m_atStranger;
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;

private:
    [[nodiscard]] ferry::Result<> buildNetwork();
    [[nodiscard]] QStringList calls(const ferry::test::Host &host, ferry::test::SynCounter &counter) const;

    std::optional<ferry::test::SynCounter> m_atClient;
    std::optional<ferry::test::SynCounter> m_atServer;
    const TestCertificate m_certificate{QStringLiteral("203.0.113.1")};
};
