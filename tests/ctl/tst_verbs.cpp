#include "app/ctl/cli/Verb.h"
#include "models/store/RuleSetFile.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::ctl;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Outcome ferryctl(const QStringList &arguments)
{
    QBuffer out;
    QBuffer err;
    QBuffer in;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    in.open(QIODevice::ReadOnly);
    Outcome outcome;
    outcome.exitCode = runCommandLine(arguments, {&out, &err, &in, false, false});
    outcome.out = QString::fromUtf8(out.data());
    outcome.err = QString::fromUtf8(err.data());
    return outcome;
}

RuleSet sample()
{
    RuleSet ruleSet;
    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
    gateway.name = u"Gateway"_s;
    gateway.agent = u"127.0.0.1:1"_s;
    gateway.externalAddresses = {Address::fromTrusted(u"203.0.113.1")};
    ruleSet.gateways.append(gateway);
    for (const QString &id : {u"one"_s, u"two"_s}) {
        PublishingRule rule;
        rule.id = RuleId::fromTrusted(id);
        rule.name = id;
        rule.protocol = builtInProtocols().first().id;
        rule.gateways = {gateway.id};
        rule.listener = {Address::fromTrusted(u"203.0.113.1"), id == "one"_L1 ? quint16(2121) : quint16(2122)};
        rule.server = BareServer{Address::fromTrusted(u"198.51.100.20"), 21};
        ruleSet.rules.append(rule);
    }
    return ruleSet;
}

} // namespace

class TestVerbs : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_file;
    QString m_broken;

private Q_SLOTS:
    void init()
    {
        m_file = m_directory.filePath(u"rules.json"_s);
        QFile::remove(m_file);
        QVERIFY(saveRuleSet(m_file, sample()));
        m_broken = m_directory.filePath(u"broken.json"_s);
        QFile broken(m_broken);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\n  \"format\": \"ferrygate-ruleset\",\n  \"version\": 1,\n  \"colour\": 1\n}\n");
    }

    void everyVerbExplainsItself()
    {
        QVERIFY(verbs().size() >= 14);
        const QString overview = ferryctl({u"--help"_s}).out;
        for (const auto &verb : verbs()) {
            const Outcome help = ferryctl({verb->name(), u"--help"_s});
            QCOMPARE(help.exitCode, int(ExitDone));
            QVERIFY2(help.out.contains("Exit code"_L1) && help.out.contains("With --json:"_L1), qPrintable(help.out));
            QVERIFY(help.out.contains(u"ferryctl "_s + verb->name()));
            QVERIFY(help.err.isEmpty());
            QVERIFY2(overview.contains(u"  %1 "_s.arg(verb->name())), qPrintable(verb->name()));
            QVERIFY(!verb->summary().endsWith(u'.'));
        }
    }

    void wrongUseIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("an unknown verb") << QStringList{u"publish"_s};
        QTest::newRow("an unknown option") << QStringList{u"plan"_s, u"--frobnicate"_s, u"x"_s};
        QTest::newRow("no file") << QStringList{u"plan"_s};
        QTest::newRow("too many files") << QStringList{u"plan"_s, u"a"_s, u"b"_s};
        QTest::newRow("lab up down") << QStringList{u"lab"_s, u"sideways"_s};
        QTest::newRow("apply --confirm maybe") << QStringList{u"apply"_s, u"--confirm"_s, u"maybe"_s, u"x"_s};
        QTest::newRow("apply --confirm-within 0") << QStringList{u"apply"_s, u"--confirm-within"_s, u"0"_s, u"x"_s};
        QTest::newRow("log --tail many") << QStringList{u"log"_s, u"--tail"_s, u"many"_s, u"x"_s};
        QTest::newRow("gateway without an action") << QStringList{u"gateway"_s, u"stop"_s, u"FILE"_s, u"gw-1"_s};
        QTest::newRow("gateway end everybody") << QStringList{u"gateway"_s, u"end"_s, u"FILE"_s, u"gw-1"_s};
        QTest::newRow("gateway drain of another") << QStringList{u"gateway"_s, u"drain"_s, u"FILE"_s, u"gw-9"_s};
        QTest::newRow("gateway upgrade of another") << QStringList{u"gateway"_s, u"upgrade"_s, u"FILE"_s, u"gw-9"_s};
        QTest::newRow("gateway upgrade of a rule")
            << QStringList{u"gateway"_s, u"upgrade"_s, u"FILE"_s, u"gw-1"_s, u"partner-upload"_s};
        QTest::newRow("sessions --transcript all")
            << QStringList{u"sessions"_s, u"--transcript"_s, u"all"_s, u"FILE"_s};
        QTest::newRow("metrics of another") << QStringList{u"metrics"_s, u"FILE"_s, u"gw-9"_s};
        QTest::newRow("restart --wait forever")
            << QStringList{u"restart"_s, u"--wait"_s, u"forever"_s, u"FILE"_s, u"files-1"_s};
        QTest::newRow("enroll nobody") << QStringList{u"enroll"_s, u"user"_s};
        QTest::newRow("enroll token without a node") << QStringList{u"enroll"_s, u"token"_s};
        QTest::newRow("test --pin short") << QStringList{u"test"_s, u"--pin"_s, u"abcd"_s, u"FILE"_s};
    }
    void wrongUseIsSaid()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(u"FILE"_s, m_file);
        const Outcome plain = ferryctl(arguments);
        QCOMPARE(plain.exitCode, int(ExitError));
        QVERIFY(!(plain.err + plain.out).isEmpty());
        if (arguments.isEmpty())
            return;
        const Outcome json = ferryctl(arguments + QStringList{u"--json"_s});
        QCOMPARE(json.exitCode, int(ExitError));
        QVERIFY2(json.json()[u"error"_s][u"what"_s].isString(), qPrintable(json.out));
    }

    void everyFileVerbRefusesABrokenFileWithItsPlace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const QString &verb : {u"check"_s, u"plan"_s, u"apply"_s, u"confirm"_s, u"rollback"_s, u"test"_s, u"log"_s,
                 u"sessions"_s, u"export"_s})
            QTest::newRow(qPrintable(verb)) << QStringList{verb, u"BROKEN"_s};
        QTest::newRow("restart") << QStringList{u"restart"_s, u"BROKEN"_s, u"files-1"_s};
        QTest::newRow("sessions --transcript") << QStringList{u"sessions"_s, u"BROKEN"_s, u"--transcript"_s, u"1"_s};
        QTest::newRow("gateway drain") << QStringList{u"gateway"_s, u"drain"_s, u"BROKEN"_s, u"gw-1"_s};
        QTest::newRow("gateway upgrade") << QStringList{u"gateway"_s, u"upgrade"_s, u"BROKEN"_s, u"gw-1"_s};
        QTest::newRow("metrics") << QStringList{u"metrics"_s, u"BROKEN"_s, u"gw-1"_s};
        QTest::newRow("diff before") << QStringList{u"diff"_s, u"BROKEN"_s, u"FILE"_s};
        QTest::newRow("diff after") << QStringList{u"diff"_s, u"FILE"_s, u"BROKEN"_s};
        QTest::newRow("import") << QStringList{u"import"_s, u"FILE"_s, u"BROKEN"_s};
    }
    void everyFileVerbRefusesABrokenFileWithItsPlace()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(u"BROKEN"_s, m_broken);
        arguments.replaceInStrings(u"FILE"_s, m_file);
        const Outcome plain = ferryctl(arguments);
        QCOMPARE(plain.exitCode, int(ExitError));
        QVERIFY2(plain.err.contains("broken.json:4:"_L1) && plain.err.contains("/colour"_L1), qPrintable(plain.err));
        const Outcome json = ferryctl(arguments + QStringList{u"--json"_s});
        const QJsonObject problem = json.json()[u"problems"_s][0].toObject();
        QCOMPARE(problem[u"line"_s].toInt(), 4);
        QCOMPARE(problem[u"pointer"_s].toString(), u"/colour"_s);
    }

    void diffTellsByItsExitCode()
    {
        const QString other = m_directory.filePath(u"other.json"_s);
        QFile::remove(other);
        RuleSet changed = sample();
        QVERIFY(saveRuleSet(other, changed));
        QCOMPARE(ferryctl({u"diff"_s, m_file, other}).exitCode, int(ExitDone));
        PublishingRule rule = changed.rules.at(0);
        rule.filter.enabled = false;
        changed.rules.replace(0, rule);
        QVERIFY(saveRuleSet(other, changed));
        const Outcome diff = ferryctl({u"diff"_s, m_file, other, u"--json"_s});
        QCOMPARE(diff.exitCode, int(ExitChanges));
        const QJsonObject node = diff.json()[u"nodes"_s][0].toObject();
        QCOMPARE(node[u"agent"_s].toString(), u"127.0.0.1:1"_s);
        QVERIFY(node[u"changes"_s][0][u"subject"_s].toString().contains("one"_L1));
        QVERIFY(node[u"baseGeneration"_s] != node[u"desiredGeneration"_s]);
    }

    void exportTakesSomeRulesWithWhatTheyNeed()
    {
        const QString out = m_directory.filePath(u"part.json"_s);
        QFile::remove(out);
        QCOMPARE(ferryctl({u"export"_s, m_file, u"--rule"_s, u"two"_s, u"--out"_s, out}).exitCode, int(ExitDone));
        const auto part = loadRuleSet(out);
        QVERIFY(part);
        QCOMPARE(part->rules.size(), 1);
        QCOMPARE(part->gateways.size(), 1);
        QCOMPARE(ferryctl({u"export"_s, m_file, u"--rule"_s, u"three"_s}).exitCode, int(ExitError));
        QCOMPARE(ferryctl({u"export"_s, m_file, u"--json"_s}).json()[u"format"_s].toString(), u"ferrygate-ruleset"_s);
    }

    void importPreviewsAndThenDoes()
    {
        RuleSet incoming = sample();
        PublishingRule rule = incoming.rules.at(0);
        rule.id = RuleId::fromTrusted(u"three"_s);
        rule.listener.port = 2123;
        incoming.rules.append(rule);
        const QString path = m_directory.filePath(u"incoming.json"_s);
        QFile::remove(path);
        QVERIFY(saveRuleSet(path, incoming));

        const Outcome preview = ferryctl({u"import"_s, m_file, path, u"--json"_s});
        QCOMPARE(preview.exitCode, int(ExitChanges));
        QCOMPARE(preview.json()[u"imported"_s].toBool(true), false);
        QCOMPARE(loadRuleSet(m_file)->rules.size(), 2);
        QCOMPARE(ferryctl({u"import"_s, u"--yes"_s, m_file, path}).exitCode, int(ExitDone));
        const auto imported = loadRuleSet(m_file);
        QCOMPARE(imported->rules.size(), 3);
        QCOMPARE(imported->revision, sample().revision + 1);
        QCOMPARE(ferryctl({u"import"_s, u"--yes"_s, m_file, path}).exitCode, int(ExitDone));
        QCOMPARE(loadRuleSet(m_file)->revision, imported->revision);
    }

    void commandsPrintsWhatToTypeForAnIisAndForNothingElse()
    {
        RuleSet ruleSet = sample();
        FtpService service{ServiceId::fromTrusted(u"files-1"_s), u"Files"_s, {}, FtpSoftware::Iis, {}, {},
            PortRange::fromTrusted(5000, 5003), {}};
        service.sites << FtpSite{u"Partner files"_s, Address::fromTrusted(u"198.51.100.20"), 21,
            {Address::fromTrusted(u"203.0.113.1"), {}}, TlsMode::None};
        ruleSet.ftpServices.append(service);
        service.id = ServiceId::fromTrusted(u"files-2"_s);
        service.software = FtpSoftware::Vsftpd;
        ruleSet.ftpServices.append(service);
        QVERIFY(saveRuleSet(m_file, ruleSet));
        const Outcome printed = ferryctl({u"commands"_s, m_file, u"files-1"_s});
        QCOMPARE(printed.exitCode, int(ExitDone));
        QVERIFY2(printed.out.contains(u"'IIS:\\Sites\\Partner files'"_s) && printed.out.contains(u"-Value 5003"_s)
                && printed.out.trimmed().endsWith(u"Restart-Service ftpsvc"_s),
            qPrintable(printed.out));
        const Outcome appCmd = ferryctl({u"commands"_s, m_file, u"files-1"_s, u"--shell"_s, u"appcmd"_s, u"--json"_s});
        QCOMPARE(appCmd.json()[u"commands"].toArray().last().toString(), u"net start ftpsvc"_s);
        for (const QStringList &wrong : {QStringList{u"files-2"_s}, QStringList{u"files-9"_s},
                 QStringList{u"files-1"_s, u"--shell"_s, u"bash"_s}}) {
            const Outcome refused = ferryctl(QStringList{u"commands"_s, m_file, u"--json"_s} + wrong);
            QCOMPARE(refused.exitCode, int(ExitError));
            QVERIFY(!refused.json()[u"error"][u"why"].toString().isEmpty());
        }
    }

    void withoutAnIdentityTheWayOutIsNamed()
    {
        const Outcome plan = ferryctl({u"plan"_s, m_file, u"--identity"_s, m_directory.filePath(u"nobody"_s)});
        QCOMPARE(plan.exitCode, int(ExitError));
        QVERIFY2(plan.err.contains("enroll init"_L1), qPrintable(plan.err));
    }

    void aNodeThatCannotBeAskedIsNamed()
    {
        const QString identity = m_directory.filePath(u"identity"_s);
        const Outcome init =
            ferryctl({u"enroll"_s, u"init"_s, u"--identity"_s, identity, u"--name"_s, u"Ann"_s, u"--json"_s});
        QCOMPARE(init.exitCode, int(ExitDone));
        QCOMPARE(init.json()[u"name"_s].toString(), u"Ann"_s);
        QCOMPARE(ferryctl({u"enroll"_s, u"init"_s, u"--identity"_s, identity}).exitCode, int(ExitError));

        const Outcome plan = ferryctl({u"plan"_s, m_file, u"--identity"_s, identity, u"--json"_s});
        QCOMPARE(plan.exitCode, int(ExitError));
        QCOMPARE(plan.json()[u"isComplete"_s].toBool(true), false);
        QVERIFY(plan.json()[u"nodes"_s][0][u"problem"_s].toString().contains("127.0.0.1:1"_L1));
        const Outcome apply = ferryctl({u"apply"_s, u"--yes"_s, m_file, u"--identity"_s, identity, u"--json"_s});
        QCOMPARE(apply.exitCode, int(ExitError));
        QCOMPARE(apply.json()[u"phase"_s].toString(), u"failed"_s);
        QCOMPARE(apply.json()[u"error"_s][u"code"_s].toString(), u"unreachable"_s);
    }

    void applyDoesNothingUnlessSomebodySaidYes()
    {
        const QString identity = m_directory.filePath(u"identity"_s);
        const Outcome apply = ferryctl({u"apply"_s, m_file, u"--identity"_s, identity, u"--json"_s});
        QCOMPARE(apply.exitCode, int(ExitError));
        QCOMPARE(apply.json()[u"phase"_s].toString(), u"refused"_s);
    }

    void labStatusOfNoLab()
    {
        const Outcome status =
            ferryctl({u"lab"_s, u"status"_s, u"--dir"_s, m_directory.filePath(u"no-lab"_s), u"--json"_s});
        QCOMPARE(status.exitCode, int(ExitDone));
        QCOMPARE(status.json()[u"up"_s].toBool(true), false);
        QCOMPARE(
            ferryctl({u"lab"_s, u"down"_s, u"--dir"_s, m_directory.filePath(u"no-lab"_s)}).exitCode, int(ExitDone));
        const Outcome up = ferryctl(
            {u"lab"_s, u"up"_s, u"--dir"_s, m_directory.filePath(u"no-lab"_s), u"--packages"_s, m_directory.path()});
        QCOMPARE(up.exitCode, int(ExitError));
        QVERIFY2(up.err.contains("./dev setup"_L1), qPrintable(up.err));
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
