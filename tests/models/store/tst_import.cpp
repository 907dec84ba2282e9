#include "FullSample.h"

#include "models/store/Import.h"
#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <QTest>

using namespace ferry;
using namespace ferry::test;

namespace {

/// "+ Rule new", "~ Gateway gw-1: Agent: a:1 instead of b:1", ...; objects that stay the same are left out.
QString asText(const ImportPreview &preview)
{
    static constexpr QLatin1StringView signs("+~=-");
    static const QStringList kinds{u"protocol"_s, u"gateway"_s, u"service"_s, u"rule"_s};
    QStringList lines;
    for (const ImportItem &item : preview.items) {
        if (item.what == ImportItem::What::Same)
            continue;
        const QString head =
            QString(signs[static_cast<int>(item.what)]) + u' ' + kinds[static_cast<int>(item.kind)] + u' ' + item.id;
        lines << head;
        for (const QString &words : item.words)
            lines << u"    "_s + words;
    }
    return lines.join(u'\n');
}

template <class Object, class Change>
void edit(Table<Object> &table, qsizetype row, Change change)
{
    Object object = table.at(row);
    change(object);
    table.replace(row, object);
}

PublishingRule bareRule(const QString &id)
{
    PublishingRule rule = fullSample().rules.at(1);
    rule.id = RuleId::fromTrusted(id);
    rule.name = id;
    return rule;
}

RuleSet rulesNamed(const QStringList &ids)
{
    RuleSet set;
    for (const QString &id : ids)
        set.rules.append(bareRule(id));
    return set;
}

QStringList ruleOrder(const RuleSet &set)
{
    QStringList ids;
    for (const PublishingRule &rule : set.rules)
        ids << rule.id.text();
    return ids;
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importingTheSameChangesNothing()
    {
        for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
            RuleSet incoming = fullSample();
            incoming.revision = 7;
            const ImportPreview preview = previewImport(fullSample(), incoming, mode);
            QVERIFY(preview.changesNothing());
            QCOMPARE(preview.items.size(), 9);
            QCOMPARE(preview.count(ImportItem::What::Same), 9);
            QCOMPARE(preview.result, fullSample()); // the revision is the current one
        }
    }

    void replacingListsWhatIsLost()
    {
        const ImportPreview preview = previewImport(fullSample(), {}, ImportMode::Replace);
        QCOMPARE(asText(preview),
            u"- protocol ftps-fixed\n- protocol bare\n- gateway gw-1\n- gateway gw-2\n- service files-1\n- service "
            u"mirror\n"
            "- rule partner-upload\n- rule public-mirror\n- rule port"_s);
        QVERIFY(preview.result.rules.isEmpty());
        QCOMPARE(preview.result.protocols.objects(), builtInProtocols());
    }

    void mergingIntoNothingAddsEverything()
    {
        const ImportPreview preview = previewImport({}, fullSample(), ImportMode::Merge);
        QCOMPARE(preview.count(ImportItem::What::Added), 9);
        RuleSet expected = fullSample();
        expected.revision = 0;
        QCOMPARE(preview.result, expected);
    }

    void mergingKeepsTheRestAndItsOrder()
    {
        const RuleSet current = rulesNamed({u"a"_s, u"b"_s, u"c"_s});
        RuleSet incoming = rulesNamed({u"new"_s, u"b"_s});
        edit(incoming.rules, 1, [](PublishingRule &rule) { rule.log = false; });
        const ImportPreview preview = previewImport(current, incoming, ImportMode::Merge);
        QCOMPARE(asText(preview), u"~ rule b\n    Log: off instead of on\n+ rule new"_s);
        QCOMPARE(ruleOrder(preview.result), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"new"_s}));
    }

    void replacingTellsOfRulesThatOnlyMove()
    {
        const ImportPreview preview = previewImport(
            rulesNamed({u"a"_s, u"b"_s, u"c"_s}), rulesNamed({u"b"_s, u"c"_s, u"a"_s}), ImportMode::Replace);
        QCOMPARE(asText(preview), u"~ rule a\n    Evaluated last"_s);
        QCOMPARE(ruleOrder(preview.result), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
        QVERIFY(!preview.changesNothing());
    }

    void changesAreToldInWords()
    {
        RuleSet incoming = fullSample();
        edit(incoming.protocols, 2, [](ProtocolDefinition &protocol) {
            protocol.primary.removeLast();
            protocol.filter = ApplicationFilter::None;
        });
        edit(incoming.gateways, 0, [](Gateway &gateway) {
            gateway.agent = u"gw-1:7521"_s;
            gateway.engine = Engine::Haproxy;
            gateway.externalAddresses.removeLast();
        });
        edit(incoming.ftpServices, 0, [](FtpService &service) {
            service.passivePorts.reset();
            service.sites[0].externalAddress.everywhere.reset();
            service.sites[1].externalAddress.perGateway.remove(GatewayId::fromTrusted(u"gw-2"_s));
            service.sites[2].tls = TlsMode::Explicit;
            service.sites << FtpSite{u"new"_s, Address::fromTrusted(u"192.0.2.99"), 21, {}, TlsMode::None};
        });
        edit(incoming.rules, 0, [](PublishingRule &rule) {
            rule.enabled = true;
            rule.from.clear();
            rule.gateways.removeLast();
            rule.listener.port = 0;
            rule.server = BareServer{Address::fromTrusted(u"192.0.2.50"), 2100};
            rule.filter.authTls = AuthTls::Pass;
            rule.filter.commands.allow.clear();
            rule.filter.dataModes.passive = true;
        });
        const ImportPreview preview = previewImport(fullSample(), incoming, ImportMode::Merge);
        QCOMPARE(asText(preview),
            u"~ protocol ftps-fixed\n"
            "    Application filter: none instead of ftp\n"
            "    Primary connections: inbound 21, inbound 5000-5003 instead of inbound 21, inbound 5000-5003, outbound "
            "20\n"
            "~ gateway gw-1\n"
            "    Agent: gw-1:7521 instead of gw-1.example:7521\n"
            "    Engine: haproxy instead of builtin\n"
            "    External addresses: 203.0.113.1 instead of 203.0.113.1, 2001:db8::1\n"
            "~ service files-1\n"
            "    Site \"plain\", TLS: explicit instead of none\n"
            "    Site \"new\", Address: 192.0.2.99 instead of none\n"
            "    Site \"new\", Port: 21 instead of none\n"
            "    Passive range: none instead of 5000-5003\n"
            "    Site \"default\", external address: none instead of 203.0.113.1\n"
            "    Site \"archive\", external address for gw-2: none instead of 192.0.2.8\n"
            "~ rule partner-upload\n"
            "    Enabled: on instead of off\n"
            "    AUTH TLS: pass instead of terminate\n"
            "    Allowed commands: none instead of RETR, SITE CHMOD\n"
            "    Passive data connections: on instead of off\n"
            "    Clients on: any network instead of 198.51.100.0/24, 2001:db8::/32, 192.0.2.1\n"
            "    Gateways: gw-1 instead of gw-1, gw-2\n"
            "    Listener port (0: the protocol's): 0 instead of 2121\n"
            "    Published server, address: 192.0.2.50 instead of none\n"
            "    Published server, port: 2100 instead of none\n"
            "    Published FTP service: none instead of files-1\n"
            "    Published site: none instead of archive"_s);
        QVERIFY(preview.problems.isEmpty());
    }

    void refusesToTakeASiteFromARuleThatStays()
    {
        RuleSet incoming = fullSample();
        incoming.rules = {};
        edit(incoming.ftpServices, 0, [](FtpService &service) { service.sites.removeAt(1); });
        const ImportPreview preview = previewImport(fullSample(), incoming, ImportMode::Merge);
        QCOMPARE(preview.problems.size(), 1);
        QCOMPARE(preview.problems.first().subject, u"partner-upload"_s);
        QCOMPARE(preview.problems.first().why,
            u"The rule \"Partner upload\" publishes the site \"archive\" of \"files-1\", which the import takes away."_s);
        QVERIFY(previewImport(fullSample(), incoming, ImportMode::Replace).problems.isEmpty());
    }

    void everyChangedFieldHasItsWords()
    {
        // Against an object of its own id with everything at its default, no setting may go unnamed.
        RuleSet plain;
        for (const ProtocolDefinition &protocol : fullSample().protocols) {
            if (!protocol.builtIn)
                plain.protocols.append({protocol.id, {}, {}, false, {}, {}, ApplicationFilter::None});
        }
        for (const PublishingRule &rule : fullSample().rules) {
            PublishingRule bare;
            bare.id = rule.id;
            plain.rules.append(bare);
        }
        const ImportPreview preview = previewImport(plain, fullSample(), ImportMode::Merge);
        for (const ImportItem &item : preview.items) {
            for (const QString &words : item.words)
                QVERIFY2(!words.left(words.indexOf(u':')).contains(u'/'), qPrintable(words));
        }
        QCOMPARE(preview.result.rules, fullSample().rules);
    }
};

QTEST_APPLESS_MAIN(TestImport)
#include "tst_import.moc"
