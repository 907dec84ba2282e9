#include "app/backend/enroll/IdentityFolder.h"
#include "app/pki/EnrolmentToken.h"
#include "tests/e2e/support/Programs.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

/// ferryctl and ferrygate-agent, as two people at two machines use them: a token goes from one to the other.
class TestEnroll : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_identity = m_directory.filePath(u"identity"_s);
    QString m_config = m_directory.filePath(u"agent.json"_s);

    struct Outcome {
        int exitCode = -1;
        QString out;
        QString err;
    };

    static Outcome finish(QProcess &process)
    {
        process.waitForFinished();
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }
    static Outcome run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(programDirectory() + u'/' + program, arguments);
        return finish(process);
    }
    Outcome enroll(const QString &token) const
    {
        return run(u"ferrygate-agent"_s, {u"enroll"_s, token, u"--config"_s, m_config});
    }

    // Starts the program that waits, and gives the token it prints.
    QString startToken(QProcess &ferryctl) const
    {
        ferryctl.start(programDirectory() + u"/ferryctl"_s,
            {u"enroll"_s, u"token"_s, u"--identity"_s, m_identity, u"--node"_s, u"gw-1"_s, u"--address"_s,
                u"127.0.0.2"_s, u"--listen"_s, u"127.0.0.1"_s});
        while (!ferryctl.canReadLine()) {
            if (!ferryctl.waitForReadyRead())
                return {};
        }
        return QString::fromUtf8(ferryctl.readLine()).trimmed();
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_identity).removeRecursively();
        QDir(m_directory.filePath(u"tls"_s)).removeRecursively();
        QVERIFY(backend::IdentityFolder(m_identity).create(u"Ann"_s));
        QVERIFY(QDir(m_directory.path()).mkpath(u"tls"_s));
        QFile config(m_config);
        QVERIFY(config.open(QIODevice::WriteOnly));
        const QJsonObject json{{u"format"_s, u"ferrygate-agent"_s}, {u"version"_s, 1}, {u"node"_s, u"gw-1"_s},
            {u"listen"_s, QJsonObject{{u"address"_s, u"127.0.0.2"_s}, {u"port"_s, 0}}},
            {u"stateDirectory"_s, m_directory.filePath(u"state"_s)},
            {u"tls"_s,
                QJsonObject{{u"certificate"_s, m_directory.filePath(u"tls/agent.pem"_s)},
                    {u"key"_s, m_directory.filePath(u"tls/agent.key"_s)},
                    {u"ca"_s, m_directory.filePath(u"tls/ca.pem"_s)}}}};
        config.write(QJsonDocument(json).toJson());
    }

    void aTokenBringsTheAgentItsCertificateOnce()
    {
        QProcess ferryctl;
        const QString token = startToken(ferryctl);
        QVERIFY(!token.isEmpty());
        const Outcome enrolled = enroll(token);
        QVERIFY2(enrolled.exitCode == 0, qPrintable(enrolled.err));
        const Outcome served = finish(ferryctl);
        QVERIFY2(served.exitCode == 0, qPrintable(served.err));

        QFile certificate(m_directory.filePath(u"tls/agent.pem"_s));
        QFile authority(m_directory.filePath(u"tls/ca.pem"_s));
        QVERIFY(certificate.open(QIODevice::ReadOnly) && authority.open(QIODevice::ReadOnly));
        QVERIFY(pki::verifyServerCertificate(certificate.readAll(), authority.readAll()));

        const Outcome replayed = enroll(token);
        QVERIFY(replayed.exitCode != 0);
        QVERIFY(!replayed.err.isEmpty());
    }

    void anotherAuthorityIsNotTrusted()
    {
        QProcess ferryctl;
        auto token = pki::decodeToken(startToken(ferryctl));
        QVERIFY(token);
        token->caSha256 = QByteArray(64, 'a');
        const Outcome lured = enroll(pki::encodeToken(*token));
        QVERIFY(lured.exitCode != 0);
        QVERIFY(!QFile::exists(m_directory.filePath(u"tls/agent.pem"_s)));
        ferryctl.terminate();
        QVERIFY(ferryctl.waitForFinished());
    }

    void aWrongSecretIsRefusedAndTold()
    {
        QProcess ferryctl;
        auto token = pki::decodeToken(startToken(ferryctl));
        QVERIFY(token);
        pki::EnrolmentToken guessed = *token;
        guessed.secret = QByteArray(64, 'a');
        QVERIFY(enroll(pki::encodeToken(guessed)).exitCode != 0);
        QVERIFY2(enroll(pki::encodeToken(*token)).exitCode == 0, "the token stays good");
        const Outcome served = finish(ferryctl);
        QCOMPARE(served.exitCode, 0);
        QVERIFY2(served.err.contains("Refused 127.0.0.1"_L1), qPrintable(served.err));
    }
};

QTEST_GUILESS_MAIN(TestEnroll)
#include "tst_enroll.moc"
