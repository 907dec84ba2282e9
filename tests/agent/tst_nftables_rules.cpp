#include "app/agent/engines/nftables/NftScript.h"
#include "app/agent/engines/nftables/Publication.h"
#include "app/agent/engines/nftables/RuleLimits.h"
#include "app/agent/engines/nftables/ScriptDelta.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir golden(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/nftables"));

PublishedRule makeRule(const QString &id, const QString &listener = u"203.0.113.1"_s, quint16 port = 21)
{
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(id);
    rule.name = id;
    rule.listenAddress = Address::fromTrusted(listener);
    rule.listenPort = port;
    const bool isSix = rule.listenAddress.family() == Address::Family::IPv6;
    rule.serverAddress = Address::fromTrusted(isSix ? u"2001:db8:2::20" : u"198.51.100.20");
    rule.serverPort = 21;
    rule.externalAddress = rule.listenAddress;
    return rule;
}

PublishedRule helped(PublishedRule rule)
{
    rule.filterOn = true;
    rule.filter.authTls = AuthTls::Pass;
    return rule;
}

PublishedRule from(PublishedRule rule, const QStringList &networks)
{
    for (const QString &network : networks)
        rule.from << Network::fromTrusted(network);
    return rule;
}

PublishedRule relaying(PublishedRule rule, const QList<PortRange> &ports)
{
    rule.relayPorts = ports;
    return rule;
}

PortRange ports(quint16 low, quint16 high)
{
    return PortRange::fromTrusted(low, high);
}

GatewayConfig gatewayWith(const QList<PublishedRule> &rules)
{
    GatewayConfig config;
    config.id = GatewayId::fromTrusted(u"gw-1"_s);
    config.engine = Engine::Nftables;
    config.rules = rules;
    return config;
}

/// The rule to which the claims give a client, by their order alone.
qsizetype firstClaimant(const QList<Claim> &claims, const Address &client, quint16 port)
{
    for (const Claim &claim : claims) {
        const bool isFrom = claim.from.isEmpty()
            || std::any_of(claim.from.cbegin(), claim.from.cend(),
                [&](const Network &network) { return network.contains(client); });
        if (isFrom && claim.ports.contains(port))
            return claim.rule;
    }
    return -1;
}

Address randomAddress(QRandomGenerator &random, bool isSix)
{
    // Few bits that differ, so that networks meet.
    const quint32 low = random.bounded(64U);
    return Address::fromTrusted(
        isSix ? u"2001:db8::"_s + QString::number(low, 16) : u"10.0.0."_s + QString::number(low));
}

} // namespace

/// What the engine nftables writes, looked at without a kernel.
class NftablesRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theScriptIsTheGoldenOne_data()
    {
        QTest::addColumn<QList<PublishedRule>>("rules");
        QTest::addColumn<QString>("source");
        QTest::newRow("nothing") << QList<PublishedRule>{} << QString();
        QTest::newRow("filter-on") << QList<PublishedRule>{helped(makeRule(u"partner-upload"_s))} << QString();
        QTest::newRow("fixed-range") << QList<PublishedRule>{relaying(makeRule(u"partner-upload"_s),
            {ports(5000, 5003)})} << QString();
        QTest::newRow("wide-range") << QList<PublishedRule>{relaying(makeRule(u"partner-upload"_s),
            {ports(50000, 50999)})} << QString();
        QTest::newRow("both-families") << QList<PublishedRule>{relaying(makeRule(u"four"_s), {ports(5000, 5001)}),
            helped(makeRule(u"six"_s, u"2001:db8:1::1"_s))}
                                       << QString();
        QTest::newRow("source-networks") << QList<PublishedRule>{from(helped(makeRule(u"partner"_s)),
                                                                     {u"198.51.100.0/24"_s}),
            from(relaying(makeRule(u"office"_s), {ports(5000, 5003)}), {u"198.51.0.0/16"_s, u"192.0.2.7"_s}),
            makeRule(u"public"_s, u"203.0.113.2"_s)}
                                         << QString();
        QTest::newRow("own-name") << QList<PublishedRule>{relaying(makeRule(u"a"_s),
                                                              {ports(5000, 5001), ports(50000, 50999)}),
            relaying(makeRule(u"b"_s, u"203.0.113.2"_s), {ports(5000, 5001)})}
                                  << u"198.51.100.1"_s;
    }

    void theScriptIsTheGoldenOne()
    {
        QFETCH(QList<PublishedRule>, rules);
        QFETCH(QString, source);
        const QByteArray script = renderNftScript(gatewayWith(rules), u"c0ffee"_s,
            source.isEmpty() ? std::nullopt : std::optional(Address::fromTrusted(source)));
        QFile file(golden.filePath(QString::fromUtf8(QTest::currentDataTag()) + u".nft"_s));
        if (qEnvironmentVariableIsSet("FERRYGATE_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(script, file.readAll());
    }

    void aChangeIsNoMoreThanWhatDiffers()
    {
        QList<PublishedRule> rules;
        for (int i = 1; i <= 5; ++i)
            rules << makeRule(u"r%1"_s.arg(i), u"203.0.113.%1"_s.arg(i));
        const QByteArray before = renderNftScript(gatewayWith(rules), u"a"_s, {});
        rules[2].serverPort = 22;
        rules[4].listenPort = 2121;
        const QByteArray after = renderNftScript(gatewayWith(rules), u"b"_s, {});
        const std::optional<QByteArray> delta = deltaScript(GatewayId::fromTrusted(u"gw-1"_s), before, after);
        QVERIFY(delta.has_value());
        QCOMPARE(*delta,
            QByteArray("delete chain inet ferrygate_gw-1 generation_a\n"
                       "delete element inet ferrygate_gw-1 control4 {\n"
                       "203.0.113.3 . 21,\n203.0.113.5 . 21\n}\n"
                       "add element inet ferrygate_gw-1 control4 {\n"
                       "203.0.113.3 . 21 comment \"r3\" : 198.51.100.20 . 22,\n"
                       "203.0.113.5 . 2121 comment \"r5\" : 198.51.100.20 . 21\n}\n"
                       "add chain inet ferrygate_gw-1 generation_b\n"));
    }

    void anElementWithoutCommentIsItsOwnKey()
    {
        const auto helpedAt = [](quint16 port) {
            return gatewayWith({helped(makeRule(u"a"_s, u"203.0.113.1"_s, port)), helped(makeRule(u"b"_s))});
        };
        const std::optional<QByteArray> delta = deltaScript(GatewayId::fromTrusted(u"gw-1"_s),
            renderNftScript(helpedAt(22), u"a"_s, {}), renderNftScript(helpedAt(23), u"b"_s, {}));
        QVERIFY(delta.has_value());
        QVERIFY2(delta->contains("delete element inet ferrygate_gw-1 helped4 {\n203.0.113.1 . 22\n}\n"), *delta);
        QVERIFY2(delta->contains("add element inet ferrygate_gw-1 helped4 {\n203.0.113.1 . 23\n}\n"), *delta);
    }

    void anotherTableIsNoChangeOfElements()
    {
        const GatewayId gateway = GatewayId::fromTrusted(u"gw-1"_s);
        const QByteArray one = renderNftScript(gatewayWith({makeRule(u"a"_s)}), u"a"_s, {});
        // A set and a rule more; a map less.
        QVERIFY(!deltaScript(gateway, one, renderNftScript(gatewayWith({helped(makeRule(u"a"_s))}), u"b"_s, {})));
        QVERIFY(!deltaScript(gateway, one, renderNftScript(gatewayWith({}), u"b"_s, {})));
        // More than the declared size.
        QList<PublishedRule> many;
        for (int i = 0; i < 20; ++i)
            many << makeRule(u"r%1"_s.arg(i), u"203.0.113.1"_s, quint16(21 + i));
        QVERIFY(!deltaScript(gateway, one, renderNftScript(gatewayWith(many), u"b"_s, {})));
        QVERIFY(!deltaScript(gateway, {}, one));
    }

    void rulesOfTheTableAreNoMoreForManyMappings()
    {
        QList<PublishedRule> many;
        for (int i = 0; i < 500; ++i)
            many << relaying(makeRule(u"r%1"_s.arg(i), u"203.0.113.1"_s, quint16(10'000 + i)),
                {ports(quint16(20'000 + 4 * i), quint16(20'003 + 4 * i))});
        const QByteArray one = renderNftScript(gatewayWith({many.first()}), u"a"_s, {});
        const QByteArray all = renderNftScript(gatewayWith(many), u"a"_s, {});
        const auto chains = [](const QByteArray &script) { return script.mid(script.indexOf("\tchain ")); };
        QCOMPARE(chains(all), chains(one));
    }

    void whatWasWrittenIsReadBack()
    {
        const QByteArray script =
            renderNftScript(gatewayWith({from(relaying(makeRule(u"a"_s), {ports(5000, 5003)}), {u"192.0.2.0/24"_s}),
                                relaying(makeRule(u"b"_s), {ports(6000, 6003), ports(50000, 50999)}),
                                makeRule(u"six"_s, u"2001:db8:1::1"_s)}),
                u"c0ffee"_s, {});
        const Publication read = Publication::read(script);
        QCOMPARE(read.generation, u"c0ffee"_s);
        QCOMPARE(read.rules(), (QSet<RuleId>{makeRule(u"a"_s).id, makeRule(u"b"_s).id, makeRule(u"six"_s).id}));
        const auto ruleOf = [](const QList<PublishedPorts> &all, const QString &listener, quint16 port,
                                const QString &client) {
            QString found;
            for (const PublishedPorts &one : all) {
                if (one.address == Address::fromTrusted(listener) && one.serves(Address::fromTrusted(client), port))
                    found += one.rule.text();
            }
            return found;
        };
        QCOMPARE(ruleOf(read.control, u"203.0.113.1"_s, 21, u"192.0.2.9"_s), u"a"_s);
        QCOMPARE(ruleOf(read.control, u"203.0.113.1"_s, 21, u"192.0.3.9"_s), u"b"_s);
        QCOMPARE(ruleOf(read.control, u"2001:db8:1::1"_s, 21, u"2001:db8::9"_s), u"six"_s);
        QCOMPARE(ruleOf(read.relay, u"203.0.113.1"_s, 5003, u"192.0.2.9"_s), u"a"_s);
        QCOMPARE(ruleOf(read.relay, u"203.0.113.1"_s, 5003, u"192.0.3.9"_s), QString());
        QCOMPARE(ruleOf(read.relay, u"203.0.113.1"_s, 6003, u"192.0.3.9"_s), u"b"_s);
        QCOMPARE(ruleOf(read.relay, u"203.0.113.1"_s, 50999, u"192.0.3.9"_s), u"b"_s);
        QCOMPARE(read.relay.size(), 3);
    }

    void everyClientGetsTheFirstRuleThatTakesIt_data()
    {
        QTest::addColumn<bool>("isSix");
        QTest::newRow("IPv4") << false;
        QTest::newRow("IPv6") << true;
    }

    void everyClientGetsTheFirstRuleThatTakesIt()
    {
        QFETCH(bool, isSix);
        const auto family = isSix ? Address::Family::IPv6 : Address::Family::IPv4;
        QRandomGenerator random(4711);
        for (int round = 0; round < 100; ++round) {
            QList<Claim> claims;
            const int count = random.bounded(1, 7);
            for (int i = 0; i < count; ++i) {
                const auto low = static_cast<quint16>(random.bounded(100, 120));
                Claim claim{ports(low, static_cast<quint16>(low + random.bounded(0, 9))), {}, i};
                for (int network = random.bounded(0, 4); network > 0; --network) {
                    const Address base = randomAddress(random, isSix);
                    const int prefix = base.bitCount() - random.bounded(0, 7);
                    claim.from << Network::fromTrusted(base.masked(prefix).toString() + u'/' + QString::number(prefix));
                }
                claims << claim;
            }
            const QList<Share> shared = shares(claims, family);
            const QList<PortRange> guarded = partlyShared(shared, family);
            for (int probe = 0; probe < 60; ++probe) {
                const Address client = randomAddress(random, isSix);
                const auto port = static_cast<quint16>(random.bounded(98, 132));
                QList<qsizetype> rules;
                for (const Share &share : shared) {
                    if (share.ports.contains(port) && (!share.clients || share.clients->contains(client)))
                        rules << share.rule;
                }
                const qsizetype expected = firstClaimant(claims, client, port);
                QCOMPARE(rules, expected < 0 ? QList<qsizetype>() : QList<qsizetype>{expected});
                // Ports that refuse somebody, and nobody else's.
                const bool isGuarded = std::any_of(
                    guarded.cbegin(), guarded.cend(), [&](const PortRange &range) { return range.contains(port); });
                if (expected < 0 && isGuarded == false) {
                    QVERIFY(std::none_of(shared.cbegin(), shared.cend(),
                        [&](const Share &share) { return share.ports.contains(port); }));
                }
            }
        }
    }

    void everybodyIsTheWholeOfTheAddresses()
    {
        // One network of all addresses leaves nobody out, and the carry from 255 to the next byte is right.
        const QList<Claim> claims{{ports(21, 21), {Network::fromTrusted(u"10.0.0.0/9")}, 0}, {ports(21, 21), {}, 1}};
        const QList<Share> shared = shares(claims, Address::Family::IPv4);
        QStringList texts;
        for (const Share &share : shared)
            texts << share.clients->toString() + u" to "_s + QString::number(share.rule);
        QCOMPARE(texts,
            (QStringList{u"0.0.0.0-9.255.255.255 to 1"_s, u"10.0.0.0-10.127.255.255 to 0"_s,
                u"10.128.0.0-255.255.255.255 to 1"_s}));
        QVERIFY(partlyShared(shared, Address::Family::IPv4).isEmpty());
        QCOMPARE(partlyShared(shares({claims.first()}, Address::Family::IPv4), Address::Family::IPv4),
            QList<PortRange>{ports(21, 21)});
    }

    void whatTheKernelCannotDoIsRefused_data()
    {
        using Change = std::function<void(PublishedRule &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("words"); ///< empty: it can
        const auto row = [](const char *name, const QString &words, Change change) {
            QTest::newRow(name) << change << words;
        };
        row("plain FTP", {}, [](PublishedRule &) {});
        row("AUTH TLS relayed", {}, [](PublishedRule &rule) { rule.serverTls = TlsMode::Explicit; });
        row("deny, and nobody asks for TLS", {}, [](PublishedRule &rule) { rule.filter.authTls = AuthTls::Deny; });
        row("deny", u"cannot refuse AUTH TLS"_s, [](PublishedRule &rule) {
            rule.filter.authTls = AuthTls::Deny;
            rule.serverTls = TlsMode::Explicit;
        });
        row("terminate", u"cannot end TLS"_s, [](PublishedRule &rule) { rule.filter.authTls = AuthTls::Terminate; });
        row("read only", u"no command policy"_s,
            [](PublishedRule &rule) { rule.filter.commands.preset = CommandPreset::ReadOnly; });
        row("sessions", u"limits no sessions"_s, [](PublishedRule &rule) { rule.filter.maxSessions = 1; });
        row("sessions of a client", u"limits no sessions"_s,
            [](PublishedRule &rule) { rule.filter.maxSessionsPerClient = 1; });
        row("sessions of a network", u"limits no sessions"_s,
            [](PublishedRule &rule) { rule.filter.maxSessionsPerNetwork = 1; });
        row("banner", u"greeting of the server"_s, [](PublishedRule &rule) { rule.filter.banner = u"Hello"_s; });
        row("no passive mode", u"whenever"_s, [](PublishedRule &rule) { rule.filter.dataModes.passive = false; });
        row("another external address", u"and not 192.0.2.1"_s,
            [](PublishedRule &rule) { rule.externalAddress = Address::fromTrusted(u"192.0.2.1"); });
        row("as the server says", u"always puts"_s, [](PublishedRule &rule) { rule.filter.rewriteAddress = false; });
        row("addresses by client", u"same address"_s,
            [](PublishedRule &rule) { rule.clientAddresses = {{Network::fromTrusted(u"10.0.0.0/8"), Address()}}; });
        row("a policy of a filter that is off", {}, [](PublishedRule &rule) {
            rule.filterOn = false;
            rule.filter.authTls = AuthTls::Terminate;
            rule.filter.commands.preset = CommandPreset::ReadOnly;
        });
        row("IPv4 to IPv6", u"one address family"_s,
            [](PublishedRule &rule) { rule.serverAddress = Address::fromTrusted(u"2001:db8::1"); });
        row("loopback", u"is in none"_s,
            [](PublishedRule &rule) { rule.serverAddress = Address::fromTrusted(u"127.0.0.1"); });
        row("every address", u"is in none"_s, [](PublishedRule &rule) {
            rule.filterOn = false;
            rule.listenAddress = Address();
        });
    }

    void whatTheKernelCannotDoIsRefused()
    {
        QFETCH(std::function<void(PublishedRule &)>, change);
        QFETCH(QString, words);
        PublishedRule rule = helped(makeRule(u"partner-upload"_s));
        change(rule);
        const Result<> possible = checkForNftables(rule);
        QCOMPARE(possible.has_value(), words.isEmpty());
        if (!possible) {
            QCOMPARE(possible.error().code, ErrorCode::Unsupported);
            QCOMPARE(possible.error().subject, u"partner-upload"_s);
            QVERIFY2(possible.error().why.contains(words), qPrintable(possible.error().text()));
            QVERIFY(!possible.error().remedy.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(NftablesRulesTest)
#include "tst_nftables_rules.moc"
