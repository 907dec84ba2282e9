#include "app/pki/Authority.h"
#include "app/pki/Enrolment.h"
#include "app/pki/EnrolmentToken.h"
#include "app/pki/SecretFile.h"
#include "models/wire/JsonDecoder.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::pki;
using namespace Qt::Literals::StringLiterals;

class PkiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientsCarryNameAndRole()
    {
        const auto client = issueClient(m_authority, u"Ada L\u00f8velace"_s, Role::Operator);
        QVERIFY(client.has_value());
        const QSslCertificate certificate(client->certificatePem);
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{u"Ada L\u00f8velace"_s});
        QCOMPARE(certificate.subjectInfo(QSslCertificate::OrganizationalUnitName), QStringList{u"operator"_s});
        QVERIFY(!certificate.isBlacklisted() && !certificate.isSelfSigned());
        QVERIFY(!QSslKey(client->keyPem, QSsl::Ec).isNull());
        // A person's certificate is not a server's.
        QVERIFY(!verifyServerCertificate(client->certificatePem, m_authority.certificatePem));
    }

    void serversCarryTheirAddresses()
    {
        const auto server = issueServer(m_authority, u"gw-1"_s, {u"192.0.2.1"_s, u"2001:db8::1"_s, u"gw.example"_s});
        QVERIFY(server.has_value());
        const QSslCertificate certificate(server->certificatePem);
        const auto names = certificate.subjectAlternativeNames();
        QVERIFY(names.contains(QSsl::IpAddressEntry, u"192.0.2.1"_s));
        QVERIFY(names.contains(QSsl::DnsEntry, u"gw.example"_s));
        QCOMPARE(names.size(), 3);
        QVERIFY(verifyServerCertificate(server->certificatePem, m_authority.certificatePem).has_value());
    }

    void foreignAndExpiredCertificatesAreNotAccepted()
    {
        const auto other = createAuthority(u"Another"_s);
        const auto foreign = issueServer(*other, u"gw-1"_s, {});
        QVERIFY(!verifyServerCertificate(foreign->certificatePem, m_authority.certificatePem));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto expired = issueServer(m_authority, u"gw-1"_s, {}, {now.addDays(-2), now.addDays(-1)});
        const auto verified = verifyServerCertificate(expired->certificatePem, m_authority.certificatePem);
        QVERIFY(!verified);
        QVERIFY(verified.error().why.contains(u"expired"_s));
        // An end certificate issues nothing.
        const auto server = issueServer(m_authority, u"gw-1"_s, {});
        const auto fake = issueServer(*server, u"gw-2"_s, {});
        QVERIFY(!fake || !verifyServerCertificate(fake->certificatePem, server->certificatePem));
    }

    void requestsAreSignedForTheNameTheAuthorityChose()
    {
        const auto request = createCsr(u"wants-to-be-gw-9"_s);
        QVERIFY(request.has_value());
        const auto certificatePem = signCsr(m_authority, request->requestPem, u"gw-1"_s, {u"192.0.2.1"_s});
        QVERIFY(certificatePem.has_value());
        const QSslCertificate certificate(*certificatePem);
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{u"gw-1"_s});
        QVERIFY(verifyServerCertificate(*certificatePem, m_authority.certificatePem).has_value());
    }

    void tamperedRequestsAreRefused()
    {
        QByteArray request = createCsr(u"gw-1"_s)->requestPem;
        const auto at = request.size() - 60;
        request[at] = request[at] == 'A' ? 'B' : 'A';
        QVERIFY(!signCsr(m_authority, request, u"gw-1"_s, {}));
        QVERIFY(!signCsr(m_authority, "no request", u"gw-1"_s, {}));
        QVERIFY(!signCsr(m_authority, {}, u"gw-1"_s, {}));
    }

    void oddNamesAreRefused_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << QString() << u"192.0.2.1"_s;
        QTest::newRow("too long") << QString(65, u'x') << u"192.0.2.1"_s;
        QTest::newRow("line end") << u"a\nb"_s << u"192.0.2.1"_s;
        QTest::newRow("configuration syntax") << u"gw-1"_s << u"192.0.2.1,DNS:evil"_s;
        QTest::newRow("with port") << u"gw-1"_s << u"192.0.2.1:7521"_s;
    }

    void oddNamesAreRefused()
    {
        QFETCH(QString, node);
        QFETCH(QString, address);
        const auto server = issueServer(m_authority, node, {address});
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::InvalidInput);
    }

    void tokensSurviveTheMail()
    {
        const EnrolmentToken token{
            u"192.0.2.1:7520"_s, *sha256Of(m_authority.certificatePem), randomBytes(32).toHex(), u"gw-1"_s};
        QString text = encodeToken(token);
        QCOMPARE(*decodeToken(text), token);
        text.insert(20, u"\r\n "_s);
        QCOMPARE(*decodeToken(text), token);
        QVERIFY(!decodeToken(text.left(40)));
        QVERIFY(!decodeToken({}));
        QVERIFY(!decodeToken(u"!!!"_s));
        QVERIFY(!decodeToken(QString(100'000, u'A')));
        QVERIFY(!decodeToken(encodeToken({u"a"_s, "zz", "00", u"n"_s})));
    }

    void enrolmentMessagesComeBack()
    {
        const EnrolRequest request{"secret", "pem"};
        QCOMPARE(*fromJson<EnrolRequest>(toJson(request)), request);
        const EnrolReply reply{"certificate", "authority"};
        QCOMPARE(*fromJson<EnrolReply>(toJson(reply)), reply);
        QVERIFY(!fromJson<EnrolRequest>(QJsonObject()));
    }

    void hashesAgree()
    {
        const QSslCertificate certificate(m_authority.certificatePem);
        QCOMPARE(*sha256Of(m_authority.certificatePem), sha256OfDer(certificate.toDer()));
        QVERIFY(!sha256Of("nothing"));
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
    }

    void keysAreForTheirOwnerOnly()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"agent.key"_s);
        QVERIFY(writeSecretFile(path, "one").has_value());
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(path) & others));
        // Also over a file that was open to all.
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        QCOMPARE(readSecretFile(path).error().code, ErrorCode::Denied);
        QVERIFY(writeSecretFile(path, "two").has_value());
        QVERIFY(!(QFile::permissions(path) & others));
        QCOMPARE(*readSecretFile(path), "two");
        QVERIFY(!writeSecretFile(folder.filePath(u"no/such/key"_s), "x"));
    }

private:
    const Identity m_authority = createAuthority(u"Test authority"_s).value();
};

QTEST_GUILESS_MAIN(PkiTest)
#include "tst_pki.moc"
