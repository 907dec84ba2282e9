#include "tests/proxy/harness/ProxyTest.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

/// Whom the gateway believes, and whom its clients have to.
class TestProxyCertificates : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void theServerIsKnownByItsCertificate_data()
    {
        QTest::addColumn<QJsonObject>("trust");
        QTest::addColumn<QString>("objection"); ///< empty: trusted
        const QString pin = QString::fromLatin1(m_serverCertificate.sha256());
        const QString other = QString::fromLatin1(m_certificate.sha256());
        QTest::newRow("anybody") << QJsonObject() << QString();
        QTest::newRow("pinned") << QJsonObject{{u"pins"_s, QJsonArray{other, pin.toUpper()}}} << QString();
        QTest::newRow("other pin") << QJsonObject{{u"pins"_s, QJsonArray{other}}} << u"not the pinned one"_s;
        QTest::newRow("authority") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()}} << QString();
        QTest::newRow("other authority") << QJsonObject{{u"authority"_s, m_certificate.authority()}}
                                         << u"certificate verify failed"_s;
        QTest::newRow("other name") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()},
            {u"certificateName"_s, u"files.example.com"_s}}
                                    << u"certificate verify failed"_s;
        QTest::newRow("authority, and other pin") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()},
            {u"pins"_s, QJsonArray{other}}} << u"not the pinned one"_s;
    }

    void theServerIsKnownByItsCertificate()
    {
        QFETCH(QJsonObject, trust);
        QFETCH(QString, objection);
        terminate({}, trust);
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        const QByteArray reply = client.command("AUTH TLS");
        if (objection.isEmpty()) {
            QVERIFY2(reply.startsWith("234"), reply.constData());
            return;
        }
        QVERIFY2(reply.startsWith("421"), reply.constData());
        QCOMPARE(client.rest(), QByteArray());
        QVERIFY(!m_proxy->awaitLogText(objection).isEmpty());
    }

    void certificatesAreSwappedWithTheConfiguration()
    {
        terminate({});
        Wire before = secured();
        QVERIFY(before.isOpen());
        const TestCertificate renewed(u"127.0.0.2"_s);
        const QJsonObject broken = m_proxy->configure({terminatingRule({}, m_certificate.chain(), renewed.key())});
        QCOMPARE(broken.value(u"error").toObject().value(u"pointer").toString(), u"/rules/0/certificate/key"_s);
        QVERIFY(broken.value(u"error").toObject().value(u"message").toString().contains(u"does not belong"_s));
        QVERIFY(secured().isOpen());
        QVERIFY(m_proxy->configure({terminatingRule({}, renewed.chain(), renewed.key())}).contains(u"result"));
        QVERIFY(before.command("USER ann").startsWith("331"));
        QVERIFY(trusts(renewed));
    }

    void renewedCertificatesAreReadAtHangUp()
    {
        TestCertificate files(u"127.0.0.2"_s);
        QVERIFY(m_proxy->configure({terminatingRule({}, files.chain(), files.key())}).contains(u"result"));
        Wire before = secured();
        QVERIFY(before.isOpen());
        // Half of a renewal changes nothing.
        const TestCertificate renewed(u"127.0.0.2"_s);
        const auto replace = [](const QString &path, const QString &by) {
            return QFile::remove(path) && QFile::copy(by, path);
        };
        QVERIFY(replace(files.chain(), renewed.chain()));
        QCOMPARE(::kill(static_cast<pid_t>(m_proxy->process().processId()), SIGHUP), 0);
        QVERIFY(!m_proxy->awaitLogText(u"were not read anew, the old ones stay"_s).isEmpty());
        QVERIFY(!trusts(renewed));
        QVERIFY(replace(files.key(), renewed.key()));
        QCOMPARE(::kill(static_cast<pid_t>(m_proxy->process().processId()), SIGHUP), 0);
        QVERIFY(!m_proxy->awaitLogText(u"The certificates were read anew"_s).isEmpty());
        QVERIFY(trusts(renewed));
        QVERIFY(before.command("USER ann").startsWith("331"));
    }

private:
    // A client that takes nothing but this certificate.
    bool trusts(const TestCertificate &certificate) const
    {
        Wire client = connect();
        const TlsContext strict = clientTls();
        SSL_CTX_load_verify_file(strict.get(), certificate.authority().toLocal8Bit().constData());
        SSL_CTX_set_verify(strict.get(), SSL_VERIFY_PEER, nullptr);
        return client.reply().startsWith("220") && client.command("AUTH TLS").startsWith("234")
            && client.startTls(strict);
    }
};

QTEST_GUILESS_MAIN(TestProxyCertificates)
#include "tst_proxy_certificates.moc"
