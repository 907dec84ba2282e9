#include "models/plan/IisCommands.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

ServiceConfig service(const QStringList &sites)
{
    ServiceConfig config;
    config.software = FtpSoftware::Iis;
    for (const QString &name : sites) {
        const Address external = Address::fromTrusted(u"203.0.113.%1"_s.arg(config.sites.size() + 1));
        config.sites << ServiceConfig::Site{name, Address(), 21, TlsMode::None, external};
    }
    return config;
}

} // namespace

/// What an administrator of the Windows machine types instead of an Apply.
class TestIisCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rangeAndAddressesAreSetAndTheServiceIsRestarted()
    {
        ServiceConfig wanted = service({u"Default FTP Site"_s});
        wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
        QCOMPARE(iisCommands(wanted, WindowsShell::AppCmd).join(u'\n'),
            u"%windir%\\system32\\inetsrv\\appcmd.exe set config -section:system.ftpServer/firewallSupport "
            "/lowDataChannelPort:\"5000\" /highDataChannelPort:\"5003\" /commit:apphost\n"
            "%windir%\\system32\\inetsrv\\appcmd.exe set config -section:system.applicationHost/sites "
            "\"/[name='Default FTP Site'].ftpServer.firewallSupport.externalIp4Address:203.0.113.1\" "
            "/commit:apphost\nnet stop ftpsvc\nnet start ftpsvc"_s);
        QCOMPARE(iisCommands(wanted, WindowsShell::PowerShell).join(u'\n'),
            u"Import-Module WebAdministration\n"
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter "
            "'system.ftpServer/firewallSupport' -Name 'lowDataChannelPort' -Value 5000\n"
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter "
            "'system.ftpServer/firewallSupport' -Name 'highDataChannelPort' -Value 5003\n"
            "Set-ItemProperty -Path 'IIS:\\Sites\\Default FTP Site' -Name "
            "ftpServer.firewallSupport.externalIp4Address -Value '203.0.113.1'\n"
            "Restart-Service ftpsvc"_s);
    }

    void whereNothingIsSetThereIsNothingToType()
    {
        ServiceConfig wanted = service({u"A"_s});
        wanted.sites[0].externalAddress.reset();
        QVERIFY(iisCommands(wanted, WindowsShell::AppCmd).isEmpty());
        QVERIFY(iisCommands(wanted, WindowsShell::PowerShell).isEmpty());
    }

    // A name comes from a file, and what is printed is pasted into a shell of an administrator.
    void namesNeverBecomeCommands_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("appCmd");
        QTest::addColumn<QString>("path");
        QTest::newRow("blanks") << u"a b"_s << true << u"'IIS:\\Sites\\a b'"_s;
        QTest::newRow("an ampersand between quotation marks") << u"a & b"_s << true << u"'IIS:\\Sites\\a & b'"_s;
        QTest::newRow("an apostrophe") << u"O'Brien"_s << false << u"'IIS:\\Sites\\O''Brien'"_s;
        QTest::newRow("a typographic one") << u"O\u2019Brien"_s << true << u"'IIS:\\Sites\\O\u2019\u2019Brien'"_s;
        QTest::newRow("a quotation mark") << u"a\" & calc \""_s << false << u"'IIS:\\Sites\\a\" & calc \"'"_s;
        QTest::newRow("a variable") << u"%PATH%"_s << false << u"'IIS:\\Sites\\%PATH%'"_s;
        QTest::newRow("one of PowerShell") << u"$(calc)"_s << true << u"'IIS:\\Sites\\$(calc)'"_s;
        QTest::newRow("a pattern") << u"a[1]*"_s << true << u"'IIS:\\Sites\\a`[1`]`*'"_s;
        QTest::newRow("a line of its own") << u"a\ncalc"_s << false << QString();
        QTest::newRow("another line of its own") << u"a\u2028calc"_s << false << QString();
    }

    void namesNeverBecomeCommands()
    {
        QFETCH(QString, name);
        QFETCH(bool, appCmd);
        QFETCH(QString, path);
        const QString typed = iisCommands(service({name}), WindowsShell::AppCmd).first();
        QCOMPARE(typed.contains(u"[name='%1']"_s.arg(name)), appCmd);
        QCOMPARE(typed.startsWith(u"rem "_s), !appCmd);
        const QString line = iisCommands(service({name}), WindowsShell::PowerShell).value(1);
        if (path.isEmpty())
            QVERIFY2(line.startsWith(u"# "_s) && !line.contains(u"calc"_s), qPrintable(line));
        else
            QVERIFY2(line.contains(u"-Path "_s + path + u' '), qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(TestIisCommands)
#include "tst_iis_commands.moc"
