#pragma once

#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

#include <QObject>

#include <memory>

/// The real program in front of the stub server, both anew for each function of a test.
class ProxyTest : public QObject {
    Q_OBJECT

protected:
    Q_SLOT void init();
    Q_SLOT void cleanup();

    /// One rule; its filter is on, unless `filter` says otherwise.
    void publish(const QJsonObject &filter = {}, const QJsonObject &more = {});
    void configure(const QJsonObject &rule);
    [[nodiscard]] QJsonObject rule(QJsonObject filter = {}, const QJsonObject &more = {}) const;
    [[nodiscard]] Wire connect(const QString &source = {}) const;
    /// Closed if that failed.
    [[nodiscard]] Wire login(const QString &source = {}) const { return logIn(connect(source)); }
    /// Through the port that the gateway announces in answer to PASV or EPSV.
    [[nodiscard]] static Wire openData(Wire &client, const QByteArray &command, int receiveBuffer = 0);
    /// What the program counts for its first rule, and of that one number or one in an object.
    [[nodiscard]] QJsonObject metrics() const;
    [[nodiscard]] qint64 count(const QString &name) const { return metrics().value(name).toInteger(-1); }
    [[nodiscard]] qint64 count(const QString &name, const QString &of) const
    {
        return metrics().value(name).toObject().value(of).toInteger(-1);
    }
    /// False if the number is not what is wanted within ten seconds.
    [[nodiscard]] bool awaitCount(const QString &name, const QString &of, qint64 wanted) const;

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
    int m_port = 0;
};

/// The same with a server that speaks TLS, for rules that end it at the gateway.
class TlsProxyTest : public ProxyTest {
    Q_OBJECT

protected:
    Q_SLOT void initTestCase();
    Q_SLOT void init();

    /// One rule that ends TLS; `server` is what it says of the server beyond its address.
    void terminate(const QJsonObject &filter = {}, const QJsonObject &server = {});
    [[nodiscard]] QJsonObject terminatingRule(
        QJsonObject filter, const QString &chain, const QString &key, QJsonObject server = {}) const;
    /// Under TLS; closed if that failed.
    [[nodiscard]] Wire secured() const;
    /// Logged in under TLS, with that PROT; closed if anything failed.
    [[nodiscard]] Wire securedLogin(const QByteArray &protection) const;

    const TestCertificate m_certificate{QStringLiteral("127.0.0.2")};
    const TestCertificate m_serverCertificate{QStringLiteral("127.0.0.3")};
};
