#include "app/backend/probe/CurlProber.h"
#include "app/ctl/lab/LabNetwork.h"
#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/e2e/support/GatewayFixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace ferry;
using namespace ferry::backend;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString told(const ProbeReport &report)
{
    QStringList lines;
    for (const ProbeStep &step : report.steps)
        lines.append(u"%1 %2 %3 %4"_s.arg(static_cast<int>(step.state)).arg(step.title, step.detail, step.cause));
    return lines.join(u'\n');
}

ProbeStep stepOf(const ProbeReport &report, const QString &title)
{
    for (const ProbeStep &step : report.steps) {
        if (step.title == title)
            return step;
    }
    return {};
}

} // namespace

class TestProbe : public QObject {
    Q_OBJECT

    std::unique_ptr<FtpServerFixture> m_server;

    static ProbeReport probe(const ProbeRequest &request)
    {
        CurlProber prober;
        QObject owner;
        ProbeJob *job = prober.start(request, &owner);
        QSignalSpy finished(job, &ProbeJob::finished);
        if (!finished.wait(60000))
            return {};
        return finished.first().first().value<ProbeReport>();
    }
    ProbeRequest direct(TlsMode tls) const
    {
        ProbeRequest request;
        request.rule = RuleId::fromTrusted(u"r"_s);
        request.address = m_server->address();
        request.port = m_server->port();
        request.tls = tls;
        request.connectTimeout = 3s;
        request.replyTimeout = 5s;
        return request;
    }
    ProbeRequest through(const GatewayFixture &gateway, TlsMode tls) const
    {
        ProbeRequest request = direct(tls);
        request.address = gateway.address();
        request.port = gateway.port();
        return request;
    }
    // Four ports in a row that nobody uses, neither at the gateway nor at the server.
    quint16 freeRange() const
    {
        const Address gateway = Address::fromTrusted(u"127.0.0.2");
        for (int low = 20000; low < 32000; low += 4) {
            bool isFree = true;
            for (int port = low; port < low + 4; ++port) {
                isFree = isFree && ctl::isPortFree(gateway, static_cast<quint16>(port))
                    && ctl::isPortFree(m_server->address(), static_cast<quint16>(port));
            }
            if (isFree)
                return static_cast<quint16>(low);
        }
        return 0;
    }
    GatewayFixture::Rule rule() const
    {
        GatewayFixture::Rule rule;
        rule.server = m_server->address();
        rule.serverPort = m_server->port();
        rule.filter = {{u"enabled"_s, false}};
        return rule;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto server = FtpServerFixture::start();
        QVERIFY2(server, qPrintable(server ? QString() : server.error().text()));
        m_server = std::move(*server);
    }

    void everyStepOfAGoodServerIsDone_data()
    {
        QTest::addColumn<TlsMode>("tls");
        QTest::newRow("plain") << TlsMode::None;
        QTest::newRow("explicit TLS") << TlsMode::Explicit;
    }
    void everyStepOfAGoodServerIsDone()
    {
        QFETCH(TlsMode, tls);
        ProbeRequest request = direct(tls);
        request.uploadDirectory = u"upload"_s;
        const ProbeReport report = probe(request);
        QVERIFY2(report.succeeded(), qPrintable(told(report)));
        for (const QString &title : {u"TCP connection"_s, u"Greeting"_s, u"Login"_s, u"EPSV and LIST"_s,
                 u"RETR by EPSV"_s, u"PASV and LIST"_s, u"RETR by PASV"_s, u"STOR and DELE"_s})
            QCOMPARE(stepOf(report, title).state, StepState::Done);
        QCOMPARE(stepOf(report, u"TLS handshake"_s).state, tls == TlsMode::None ? StepState::Skipped : StepState::Done);
        QVERIFY(stepOf(report, u"RETR by PASV"_s).detail.contains("welcome.txt"_L1));
        QVERIFY(QDir(m_server->paths().files() + u"/upload"_s).isEmpty());
    }

    void theBytesAreCompared()
    {
        ProbeRequest request = direct(TlsMode::Explicit);
        request.readPath = u"pub/big.bin"_s;
        QFile file(m_server->paths().files() + u"/pub/big.bin"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        request.expectedSha256 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        const ProbeReport good = probe(request);
        QVERIFY2(good.succeeded(), qPrintable(told(good)));
        request.expectedSha256[0] = static_cast<char>(request.expectedSha256[0] ^ 1);
        const ProbeReport bad = probe(request);
        QCOMPARE(stepOf(bad, u"RETR by EPSV"_s).state, StepState::Failed);
        QVERIFY(stepOf(bad, u"RETR by EPSV"_s).cause.contains("other bytes"_L1));
    }

    void aCertificateIsJudgedByItsAuthority()
    {
        ProbeRequest request = direct(TlsMode::Explicit);
        request.certificate.mode = CertificatePolicy::Mode::Authority;
        request.certificate.authorityFile = m_server->authorityFile();
        const ProbeReport trusted = probe(request);
        QVERIFY2(trusted.succeeded(), qPrintable(told(trusted)));
        request.certificate = {};
        request.certificate.mode = CertificatePolicy::Mode::SystemTrust;
        const ProbeReport foreign = probe(request);
        QCOMPARE(stepOf(foreign, u"TLS handshake"_s).state, StepState::Failed);
        QCOMPARE(stepOf(foreign, u"Login"_s).state, StepState::Skipped);
        request.certificate.mode = CertificatePolicy::Mode::Pin;
        request.certificate.pin = QByteArray(32, 'x');
        const ProbeReport pinned = probe(request);
        QCOMPARE(stepOf(pinned, u"TLS handshake"_s).state, StepState::Failed);
        QVERIFY(stepOf(pinned, u"TLS handshake"_s).cause.contains("another key"_L1));
    }

    void nobodyListens()
    {
        ProbeRequest request = direct(TlsMode::None);
        request.port = freePort(request.address);
        const ProbeReport report = probe(request);
        QCOMPARE(stepOf(report, u"TCP connection"_s).state, StepState::Failed);
        QVERIFY(stepOf(report, u"TCP connection"_s).cause.contains("refused"_L1));
        QCOMPARE(stepOf(report, u"Login"_s).state, StepState::Skipped);
        QVERIFY(!report.succeeded());
    }

    void aWrongUserIsNamed()
    {
        ProbeRequest request = direct(TlsMode::Explicit);
        request.credentials = {u"nobody-here"_s, u"wrong"_s};
        const ProbeReport report = probe(request);
        QCOMPARE(stepOf(report, u"Login"_s).state, StepState::Failed);
        QVERIFY2(stepOf(report, u"Login"_s).cause.contains("530"_L1), qPrintable(told(report)));
    }

    void aFilterThatDeniesAuthTlsIsRecognized()
    {
        GatewayFixture::Rule denying = rule();
        denying.filter = {{u"enabled"_s, true}, {u"authTls"_s, u"deny"_s}};
        const auto gateway = GatewayFixture::start(denying);
        QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().text()));
        const ProbeReport report = probe(through(**gateway, TlsMode::Explicit));
        const ProbeStep auth = stepOf(report, u"AUTH TLS"_s);
        QCOMPARE(auth.state, StepState::Failed);
        QVERIFY2(auth.cause.contains("550"_L1), qPrintable(auth.cause));
        QVERIFY(!auth.findingCode.isEmpty());
    }

    void aRangeThatIsNotPublishedIsRecognized()
    {
        const auto gateway = GatewayFixture::start(rule());
        QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().text()));
        const ProbeReport report = probe(through(**gateway, TlsMode::Explicit));
        QVERIFY2(stepOf(report, u"Login"_s).state == StepState::Done, qPrintable(told(report)));
        const ProbeStep epsv = stepOf(report, u"EPSV and LIST"_s);
        QCOMPARE(epsv.state, StepState::Failed);
        QVERIFY(!epsv.findingCode.isEmpty());
        // 227 names the server itself; the server does not take the data connection that comes around the gateway.
        const ProbeStep pasv = stepOf(report, u"PASV and LIST"_s);
        QCOMPARE(pasv.state, StepState::Failed);
        QVERIFY2(pasv.cause.contains(m_server->address().toString()), qPrintable(pasv.cause));
        QVERIFY(pasv.findingCode != epsv.findingCode);
    }

    void aWrongAddressIn227IsNotHidden()
    {
        // The ports are right and published, only the address in 227 is the server's own.
        const quint16 low = freeRange();
        const QByteArray lines =
            "pasv_min_port=" + QByteArray::number(low) + "\npasv_max_port=" + QByteArray::number(low + 3);
        const Result<void> restarted = m_server->restartWith(lines);
        QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error().text()));
        GatewayFixture::Rule relaying = rule();
        relaying.relayPorts = {u"%1-%2"_s.arg(low).arg(low + 3)};
        const auto gateway = GatewayFixture::start(relaying);
        QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().text()));
        const ProbeReport report = probe(through(**gateway, TlsMode::Explicit));
        QVERIFY2(stepOf(report, u"RETR by EPSV"_s).state == StepState::Done, qPrintable(told(report)));
        const ProbeStep pasv = stepOf(report, u"PASV and LIST"_s);
        QVERIFY2(pasv.state == StepState::Failed, qPrintable(told(report)));
        QCOMPARE(pasv.findingCode, u"FG104"_s);
    }

    void plainThroughTheFilterWorks()
    {
        GatewayFixture::Rule filtering = rule();
        filtering.filter = {{u"enabled"_s, true}};
        const auto gateway = GatewayFixture::start(filtering);
        QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().text()));
        const ProbeReport report = probe(through(**gateway, TlsMode::None));
        QVERIFY2(report.succeeded(), qPrintable(told(report)));
    }

    void aSilentServerTimesOut()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ProbeRequest request = direct(TlsMode::None);
        request.address = Address::fromTrusted(u"127.0.0.1");
        request.port = silent.serverPort();
        request.connectTimeout = 1s;
        request.replyTimeout = 1s;
        const ProbeReport report = probe(request);
        QCOMPARE(stepOf(report, u"Greeting"_s).state, StepState::Failed);
        QVERIFY2(stepOf(report, u"Greeting"_s).cause.contains("no greeting"_L1), qPrintable(told(report)));
    }

    void cancellingEndsSoonAndSaysSo()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ProbeRequest request = direct(TlsMode::None);
        request.address = Address::fromTrusted(u"127.0.0.1");
        request.port = silent.serverPort();
        request.replyTimeout = 60s;
        CurlProber prober;
        QObject owner;
        ProbeJob *job = prober.start(request, &owner);
        QSignalSpy finished(job, &ProbeJob::finished);
        QTRY_VERIFY(silent.hasPendingConnections());
        job->cancel();
        QVERIFY(finished.wait(10000));
        const auto report = finished.first().first().value<ProbeReport>();
        QCOMPARE(stepOf(report, u"Login"_s).state, StepState::Skipped);
        QCOMPARE(stepOf(report, u"Login"_s).detail, u"cancelled"_s);
    }

    void implicitTlsWorks()
    {
        const Result<void> restarted = m_server->restartWith("implicit_ssl=YES");
        QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error().text()));
        const ProbeReport report = probe(direct(TlsMode::Implicit));
        QVERIFY2(report.succeeded(), qPrintable(told(report)));
        QCOMPARE(stepOf(report, u"AUTH TLS"_s).state, StepState::Skipped);
        QCOMPARE(stepOf(report, u"TLS handshake"_s).state, StepState::Done);
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
