#include "models/rules/EnumNames.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class E>
void verifyNames(const QString &names)
{
    QStringList found;
    int value = 0;
    for (const QStringView name : enumNames<E>()) {
        found << name.toString();
        QCOMPARE(enumFromName<E>(name), static_cast<E>(value));
        QCOMPARE(enumName(static_cast<E>(value)), name.toString());
        ++value;
    }
    QCOMPARE(found.join(u' '), names);
    QVERIFY(!enumFromName<E>(u"").has_value());
    QVERIFY(!enumFromName<E>(u"Deny").has_value());
}

} // namespace

class TestEnumNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // These stand in people's files: a change needs a new version of the format.
    void areTheWordsOfTheFormat()
    {
        verifyNames<Direction>(u"inbound outbound"_s);
        verifyNames<ApplicationFilter>(u"none ftp"_s);
        verifyNames<TlsMode>(u"none explicit implicit"_s);
        verifyNames<FtpSoftware>(u"vsftpd proftpd pure-ftpd iis"_s);
        verifyNames<Engine>(u"builtin nftables haproxy proftpd"_s);
        verifyNames<AuthTls>(u"deny pass terminate"_s);
        verifyNames<UpstreamTls>(u"same clear required"_s);
        verifyNames<CommandPreset>(u"full read-only upload-only custom"_s);
    }
};

QTEST_APPLESS_MAIN(TestEnumNames)
#include "tst_enumnames.moc"
