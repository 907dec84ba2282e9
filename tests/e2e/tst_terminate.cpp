#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/e2e/support/GatewayFixture.h"
#include "tests/support/Prerequisite.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

/// TLS that ends at the gateway, between real clients and a vsftpd that insists on resumed sessions.
class TestTerminate : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QByteArray err;
    };

    static Outcome run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000))
            process.kill();
        process.waitForFinished();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardError() + process.readAllStandardOutput()};
    }

    static QByteArray hashOf(const QString &path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
    }

    QString url(const QString &path, const QString &scheme = u"ftp"_s) const
    {
        return u"%1://%2:%3/%4"_s.arg(scheme, m_gateway->address().toString()).arg(m_gateway->port()).arg(path);
    }

    QStringList curl(const QStringList &more) const
    {
        return QStringList{u"-sS"_s, u"--verbose"_s, u"--ssl-reqd"_s, u"--cacert"_s, m_directory.filePath(u"ca.pem"_s)}
        + more;
    }

    // A configuration of OpenSSL's that knows no later version, for a gateway without TLS 1.3 on either leg.
    QString onlyTls12() const
    {
        QFile file(m_directory.filePath(u"openssl.cnf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("openssl_conf = c\n[c]\nssl_conf = s\n[s]\nsystem_default = d\n[d]\nMaxProtocol = TLSv1.2\n");
        return u"OPENSSL_CONF="_s + file.fileName();
    }

    Result<void> publish(const QString &upstream, const QString &tls = u"explicit"_s, QJsonObject filter = {},
        const QJsonObject &serverMore = {}, const QStringList &environment = {})
    {
        m_gateway.reset();
        filter.insert(u"enabled"_s, true);
        filter.insert(u"authTls"_s, u"terminate"_s);
        filter.insert(u"upstreamTls"_s, upstream);
        Result<std::unique_ptr<GatewayFixture>> gateway = GatewayFixture::start({
            .server = m_server->address(),
            .serverPort = m_server->port(),
            .serverTls = tls,
            .relayPorts = {},
            .filter = filter,
            .serverMore = serverMore,
            .more = {{u"certificate"_s,
                QJsonObject{{u"chain"_s, m_directory.filePath(u"gateway.pem"_s)},
                    {u"key"_s, m_directory.filePath(u"gateway.key"_s)}}}},
            .environment = environment,
        });
        if (!gateway)
            return failure(gateway.error());
        m_gateway = std::move(*gateway);
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto authority = pki::createAuthority(u"Gateways"_s);
        QVERIFY(authority);
        const auto certificate = pki::issueServer(*authority, u"gw-1"_s, {u"127.0.0.2"_s});
        QVERIFY(certificate);
        QVERIFY(pki::writeSecretFile(m_directory.filePath(u"ca.pem"_s), authority->certificatePem));
        QVERIFY(pki::writeSecretFile(m_directory.filePath(u"gateway.pem"_s), certificate->certificatePem));
        QVERIFY(pki::writeSecretFile(m_directory.filePath(u"gateway.key"_s), certificate->keyPem));
        auto server = FtpServerFixture::start();
        QVERIFY2(server, qPrintable(server ? QString() : server.error().text()));
        m_server = std::move(*server);
        QVERIFY(m_server->restartWith("require_ssl_reuse=YES\nssl_ciphers=HIGH\n"));
    }

    void cleanupTestCase()
    {
        m_gateway.reset();
        m_server.reset();
    }

    void filesArriveWhole_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("version");
        for (const QString &upstream : {u"same"_s, u"clear"_s, u"required"_s}) {
            for (const QString &mode : {u"--disable-epsv"_s, u"--disable-eprt"_s}) {
                for (const QString &version : {u"1.2"_s, u"1.3"_s}) {
                    QTest::addRow("%s %s TLS %s", qPrintable(upstream), mode == u"--disable-epsv" ? "PASV" : "EPSV",
                        qPrintable(version))
                        << upstream << mode << version;
                }
            }
        }
    }

    void filesArriveWhole()
    {
        QFETCH(QString, upstream);
        QFETCH(QString, mode);
        QFETCH(QString, version);
        const bool isOld = version == u"1.2";
        QVERIFY(publish(upstream, u"explicit"_s, {}, {}, isOld ? QStringList{onlyTls12()} : QStringList()));
        const QString big = m_server->paths().files() + u"/pub/big.bin"_s;
        const QString fetched = m_directory.filePath(u"fetched"_s);
        const QString second = m_directory.filePath(u"second"_s);
        const Outcome down = run(
            u"curl"_s, curl({mode, u"-o"_s, fetched, url(u"pub/big.bin"_s), u"-o"_s, second, url(u"welcome.txt"_s)}));
        QVERIFY2(down.exitCode == 0, down.err.constData());
        QCOMPARE(hashOf(fetched), hashOf(big));
        QCOMPARE(hashOf(second), hashOf(m_server->paths().files() + u"/welcome.txt"_s));
        const QString name = u"upload/"_s + QString::number(++m_uploads);
        const Outcome up = run(u"curl"_s, curl({mode, u"-T"_s, fetched, url(name)}));
        QVERIFY2(up.exitCode == 0, up.err.constData());
        QTRY_COMPARE(hashOf(m_server->paths().files() + u'/' + name), hashOf(big));
        const QByteArray log = m_gateway->log();
        QVERIFY2(
            log.contains(isOld ? "client is encrypted (TLSv1.2" : "client is encrypted (TLSv1.3"), log.constData());
        QCOMPARE(log.contains("server is encrypted"), upstream != u"clear");
        if (upstream != u"clear")
            QVERIFY2(
                log.contains(isOld ? "server is encrypted (TLSv1.2" : "server is encrypted (TLSv1.3"), log.constData());
    }

    void oneSessionMovesManyFiles_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("TLS 1.2") << u"1.2"_s;
        QTest::newRow("TLS 1.3") << u"1.3"_s;
    }

    void oneSessionMovesManyFiles()
    {
        QFETCH(QString, version);
        QVERIFY(
            publish(u"same"_s, u"explicit"_s, {}, {}, version == u"1.2" ? QStringList{onlyTls12()} : QStringList()));
        QStringList arguments;
        for (int i = 0; i < 10; ++i)
            arguments << u"-o"_s << m_directory.filePath(QString::number(i)) << url(u"welcome.txt"_s);
        const Outcome outcome = run(u"curl"_s, curl(arguments));
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(hashOf(m_directory.filePath(QString::number(i))),
                hashOf(m_server->paths().files() + u"/welcome.txt"_s));
        }
        QCOMPARE(outcome.err.count("> AUTH "), 1);
        // curl resumes the control connection's session towards the gateway, as the gateway does towards vsftpd.
        QVERIFY2(outcome.err.contains("SSL re-using session ID"), outcome.err.constData());
    }

    void implicitTlsWorks_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::newRow("same") << u"same"_s;
        QTest::newRow("required") << u"required"_s;
    }

    void implicitTlsWorks()
    {
        QFETCH(QString, upstream);
        QVERIFY(m_server->restartWith("implicit_ssl=YES\n"));
        QVERIFY(publish(upstream, u"implicit"_s));
        const QString fetched = m_directory.filePath(u"implicit"_s);
        QFile::remove(fetched);
        const Outcome down = run(u"curl"_s, curl({u"-o"_s, fetched, url(u"pub/big.bin"_s, u"ftps"_s)}));
        QVERIFY2(down.exitCode == 0, down.err + m_gateway->log());
        QCOMPARE(hashOf(fetched), hashOf(m_server->paths().files() + u"/pub/big.bin"_s));
        const QString name = u"upload/"_s + QString::number(++m_uploads);
        const Outcome up = run(u"curl"_s, curl({u"-T"_s, fetched, url(name, u"ftps"_s)}));
        QVERIFY2(up.exitCode == 0, up.err + m_gateway->log());
        QTRY_COMPARE(hashOf(m_server->paths().files() + u'/' + name), hashOf(fetched));
        QVERIFY(m_server->restartWith("implicit_ssl=NO\n"));
    }

    void curlGoesOnInClearAfterCcc_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("the gateway ends TLS first") << u"passive"_s;
        QTest::newRow("curl ends TLS first") << u"active"_s;
    }

    // The data connection stays encrypted: on both legs, since vsftpd knows no CCC.
    void curlGoesOnInClearAfterCcc()
    {
        QFETCH(QString, mode);
        QVERIFY(publish(u"same"_s, u"explicit"_s, {{u"clearCommandChannel"_s, true}}));
        const QString fetched = m_directory.filePath(u"ccc-"_s + mode);
        const Outcome outcome =
            run(u"curl"_s, curl({u"--ftp-ssl-ccc-mode"_s, mode, u"-o"_s, fetched, url(u"pub/big.bin"_s)}));
        QVERIFY2(outcome.exitCode == 0, outcome.err + m_gateway->log());
        QVERIFY2(outcome.err.contains("> CCC"), outcome.err.constData());
        QCOMPARE(hashOf(fetched), hashOf(m_server->paths().files() + u"/pub/big.bin"_s));
        QVERIFY2(m_gateway->log().contains("is in clear text from here on"), m_gateway->log().constData());
    }

    void lftpWorks()
    {
        FERRY_NEEDS(!QStandardPaths::findExecutable(u"lftp"_s).isEmpty(), "lftp is not installed.");
        QVERIFY(publish(u"same"_s));
        const QString fetched = m_directory.filePath(u"by-lftp"_s);
        QFile::remove(fetched);
        const QString script =
            u"set ssl:ca-file %1; set ftp:ssl-force true; set ftp:ssl-protect-data true; set ftp:ssl-protect-list "
            u"true; "
            "set net:max-retries 1; set net:timeout 15; open -p %2 %3; ls; get pub/big.bin -o %4; cd upload; put %4 -o lftp; bye"_s
                .arg(m_directory.filePath(u"ca.pem"_s))
                .arg(m_gateway->port())
                .arg(m_gateway->address().toString(), fetched);
        const Outcome outcome = run(u"lftp"_s, {u"-c"_s, script});
        QVERIFY2(outcome.exitCode == 0, outcome.err + m_gateway->log());
        QVERIFY2(outcome.err.contains("welcome.txt"), outcome.err.constData());
        const QByteArray big = hashOf(m_server->paths().files() + u"/pub/big.bin"_s);
        QCOMPARE(hashOf(fetched), big);
        QTRY_COMPARE(hashOf(m_server->paths().files() + u"/upload/lftp"_s), big);
    }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<FtpServerFixture> m_server;
    std::unique_ptr<GatewayFixture> m_gateway;
    int m_uploads = 0;
};

QTEST_GUILESS_MAIN(TestTerminate)
#include "tst_terminate.moc"
