#include "app/agent/engines/proftpd/ProftpdCheck.h"
#include "app/agent/engines/proftpd/ProftpdGatewayConfig.h"
#include "app/agent/files/Durable.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir golden(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/proftpd-gateway"));

PublishedRule rule(const QString &id, const QString &listen, quint16 port, const QString &server)
{
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(id);
    rule.name = u"Rule "_s + id;
    rule.listenAddress = Address::fromTrusted(listen);
    rule.listenPort = port;
    rule.serverAddress = Address::fromTrusted(server);
    rule.serverPort = 21;
    rule.externalAddress = rule.listenAddress;
    rule.filterOn = true;
    rule.dataPorts = {PortRange::fromTrusted(49152, 65535)};
    return rule;
}

GatewayConfig gatewayWith(const QList<PublishedRule> &rules)
{
    return {GatewayId::fromTrusted(u"gw-1"_s), Engine::Proftpd, u"public"_s, rules};
}

ProftpdSurroundings surroundings()
{
    return {.modules = {},
        .runFolder = u"/state/engines/gw-1.proftpd"_s,
        .user = u"nobody"_s,
        .group = u"nogroup"_s,
        .sourceAddress = Address::fromTrusted(u"198.51.100.1"),
        .certificate = {},
        .serverPins = {},
        .serverAuthority = {}};
}

} // namespace

/// What the engine "proftpd" writes, what a real ProFTPD says to it, and what the engine refuses.
class ProftpdGatewayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRendered_data()
    {
        QTest::addColumn<GatewayConfig>("config");
        QTest::addColumn<bool>("isChecked"); // whether the files it names are there
        const PublishedRule plain = rule(u"partner-upload"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s);
        QTest::newRow("none") << gatewayWith({}) << true;
        QTest::newRow("plain") << gatewayWith({plain}) << true;
        PublishedRule six = rule(u"six"_s, u"2001:db8::1"_s, 2121, u"2001:db8:1::20"_s);
        six.name = u"Two\nlines # and \\"_s;
        QTest::newRow("ipv6") << gatewayWith({plain, six}) << true;
        PublishedRule reading = plain;
        reading.from = {Network::fromTrusted(u"192.0.2.0/24"), Network::fromTrusted(u"2001:db8::/32")};
        reading.filter.commands.preset = CommandPreset::ReadOnly;
        QTest::newRow("read-only") << gatewayWith({reading}) << true;
        PublishedRule custom = plain;
        custom.filter.commands = {CommandPreset::Custom, {}, {u"DELE"_s, u"SITE"_s}};
        custom.filter.dataModes = {true, true};
        QTest::newRow("custom") << gatewayWith({custom}) << true;
        PublishedRule tls = plain;
        tls.serverTls = TlsMode::Explicit;
        tls.filter.authTls = AuthTls::Terminate;
        PublishedRule strict = tls;
        strict.id = RuleId::fromTrusted(u"strict"_s);
        strict.listenPort = 2121;
        strict.filter.upstreamTls = UpstreamTls::Required;
        PublishedRule clear = strict;
        clear.id = RuleId::fromTrusted(u"clear"_s);
        clear.listenPort = 2122;
        clear.filter.upstreamTls = UpstreamTls::Clear;
        QTest::newRow("tls") << gatewayWith({tls, strict, clear}) << false;
    }

    void rulesAreRendered()
    {
        QFETCH(GatewayConfig, config);
        QFETCH(bool, isChecked);
        ProftpdSurroundings around = surroundings();
        around.certificate = {u"public"_s, u"/etc/ssl/chain.pem"_s, u"/etc/ssl/key.pem"_s};
        around.serverAuthority = u"/etc/ssl/servers.pem"_s;
        const Result<QByteArray> text = renderProftpdConfig(config, u"0a1b"_s, around);
        QVERIFY2(text, text ? "" : qPrintable(text.error().text()));
        const QString file = golden.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".conf"_s);
        if (qEnvironmentVariableIsSet("FERRYGATE_UPDATE_GOLDEN"))
            QVERIFY(writeDurably(file, *text));
        QCOMPARE(QString::fromUtf8(*text), QString::fromUtf8(readFile(file)->value_or(QByteArray())));
        QCOMPARE(proftpdGenerationIn(*text), u"0a1b"_s);
        const QList<ProftpdListener> listeners = proftpdListenersIn(*text);
        QCOMPARE(listeners.size(), config.rules.size());
        for (qsizetype i = 0; i < listeners.size(); ++i) {
            QCOMPARE(listeners[i].rule, config.rules[i].id);
            QCOMPARE(listeners[i].address, config.rules[i].listenAddress);
            QCOMPARE(listeners[i].port, config.rules[i].listenPort);
        }

        if (!isChecked)
            return;
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const Result<> checked = check(config);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));
        QVERIFY(!QFile::exists(m_folder.filePath(u"check"_s)));
    }

    void aMistakeIsToldInProftpdsWords()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const Result<> refused = checkProftpdConfig(
            program(), m_folder.filePath(u"check"_s), u"/run"_s, "ServerName a\nNoSuchThing on\n", u"gw-1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY2(refused.error().why.contains(u"NoSuchThing"_s), qPrintable(refused.error().text()));
    }

    void aDrainedRuleLosesItsListenerOnly()
    {
        const GatewayConfig config = gatewayWith({rule(u"a"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s),
            rule(u"b"_s, u"203.0.113.1"_s, 2121, u"198.51.100.20"_s)});
        const QByteArray text = *renderProftpdConfig(config, u"0a1b"_s, surroundings());
        const QByteArray less = withoutRules(text, {RuleId::fromTrusted(u"a"_s), RuleId::fromTrusted(u"gone"_s)});
        QCOMPARE(proftpdListenersIn(less).size(), 1);
        QCOMPARE(proftpdListenersIn(less).first().rule, RuleId::fromTrusted(u"b"_s));
        QCOMPARE(proftpdGenerationIn(less), u"0a1b"_s);
        QCOMPARE(withoutRules(text, {}), text);
    }

    void whatModProxyCannotDoIsRefused_data()
    {
        QTest::addColumn<PublishedRule>("wish");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *words, const std::function<void(PublishedRule &)> &change) {
            PublishedRule wish = rule(u"r"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s);
            change(wish);
            QTest::newRow(name) << wish << QString::fromLatin1(words);
        };
        row("filter off", "without the filter", [](PublishedRule &one) { one.filterOn = false; });
        row("relay AUTH TLS", "relay AUTH TLS", [](PublishedRule &one) { one.filter.authTls = AuthTls::Pass; });
        row("implicit TLS", "implicit TLS", [](PublishedRule &one) { one.serverTls = TlsMode::Implicit; });
        row("no data ports", "exactly one range", [](PublishedRule &one) { one.dataPorts.clear(); });
        row("two ranges of data ports", "exactly one range",
            [](PublishedRule &one) { one.dataPorts << PortRange::fromTrusted(3000, 3001); });
        row("addresses by network", "the same address",
            [](PublishedRule &one) { one.clientAddresses = {ClientAddress()}; });
        row("address as it is", "into 227", [](PublishedRule &one) { one.filter.rewriteAddress = false; });
        row("data for others", "client of the session",
            [](PublishedRule &one) { one.filter.sameClientAddress = false; });
        row("line length", "length of a line", [](PublishedRule &one) { one.filter.maxLineBytes = 512; });
        row("limit of sessions", "limit the sessions",
            [](PublishedRule &one) { one.filter.maxSessionsPerNetwork = 5; });
        row("greeting", "greeting", [](PublishedRule &one) { one.filter.banner = u"Hello"_s; });
        row("CCC", "CCC", [](PublishedRule &one) { one.filter.clearCommandChannel = true; });
        row("subcommands", "SITE",
            [](PublishedRule &one) { one.filter.commands = {CommandPreset::Custom, {}, {u"SITE CHMOD"_s}}; });
    }

    void whatModProxyCannotDoIsRefused()
    {
        QFETCH(PublishedRule, wish);
        QFETCH(QString, words);
        const auto refused = renderProftpdConfig(gatewayWith({wish}), u"aa"_s, surroundings());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().subject, u"r"_s);
        QVERIFY2(refused.error().why.contains(words), qPrintable(refused.error().why));
        QVERIFY(!refused.error().remedy.isEmpty());
    }

    void rulesThatShareAListenerAreRefused()
    {
        PublishedRule others = rule(u"b"_s, u"203.0.113.1"_s, 21, u"198.51.100.21"_s);
        others.from = {Network::fromTrusted(u"192.0.2.0/24")};
        const auto refused = renderProftpdConfig(
            gatewayWith({others, rule(u"a"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s)}), u"aa"_s, surroundings());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QVERIFY(refused.error().why.contains(u"203.0.113.1:21"_s));
    }

    void certificatesAreAskedFor()
    {
        PublishedRule tls = rule(u"r"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s);
        tls.filter.authTls = AuthTls::Terminate;
        QCOMPARE(renderProftpdConfig(gatewayWith({tls}), u"aa"_s, surroundings()).error().code, ErrorCode::NotFound);
        ProftpdSurroundings around = surroundings();
        around.certificate = {u"public"_s, u"/c.pem"_s, u"/k.pem"_s};
        around.serverPins = {QString(64, u'a')};
        QCOMPARE(renderProftpdConfig(gatewayWith({tls}), u"aa"_s, around).error().code, ErrorCode::Unsupported);
        tls.filter.upstreamTls = UpstreamTls::Clear;
        QVERIFY(renderProftpdConfig(gatewayWith({tls}), u"aa"_s, around));
    }

private:
    Command program() const { return {proftpdProgram(), {}, {{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}, {}}; }

    Result<> check(const GatewayConfig &config) const
    {
        ProftpdSurroundings around = surroundings();
        around.modules = QDir::cleanPath(proftpdProgram() + u"/../../lib/proftpd"_s);
        around.runFolder = m_folder.filePath(u"run"_s);
        if (::geteuid() != 0) {
            around.user = QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
            around.group = QString::fromLocal8Bit(::getgrgid(::getegid())->gr_name);
        }
        return checkProftpdConfig(program(), m_folder.filePath(u"check"_s), around.runFolder,
            *renderProftpdConfig(config, {}, around), u"gw-1"_s);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ProftpdGatewayTest)
#include "tst_proftpd_gateway.moc"
