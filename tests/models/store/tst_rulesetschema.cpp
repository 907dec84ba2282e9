#include "Mutations.h"
#include "RandomRuleSet.h"

#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace ferry;
using namespace ferry::test;

namespace {

const QString schemaPath = QStringLiteral(FERRYGATE_SOURCE_DIR "/resources/schema/ruleset-1.schema.json");
const QString validatorPath = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/models/store/validate_documents.py");

/// What the reader refuses and JSON Schema cannot say: everything about two places at once, and order. Nothing else may
/// come between the two.
const QStringList readerOnly{
    u"There is no protocol definition"_s,
    u"There is no gateway"_s,
    u"There is no FTP service"_s,
    u"has no site"_s,
    u"is taken by an object further up"_s,
    u"Another site of this service is called"_s,
    u"another primary connection"_s,
    u"ends before it starts"_s,
    u"has bits set behind its prefix"_s,
};

/// A document, and what was done to it.
struct Case {
    QString place;
    QByteArray text;
};

bool isReaderOnly(const LoadProblem &problem)
{
    return std::any_of(readerOnly.cbegin(), readerOnly.cend(),
        [&](const QString &reason) { return problem.error.why.contains(reason); });
}

/// One verdict a case: true where the document matches the schema.
QList<bool> schemaVerdicts(const QList<Case> &cases)
{
    QProcess validator;
    validator.start(u"python3"_s, {validatorPath, schemaPath});
    if (!validator.waitForStarted())
        return {};
    for (const Case &one : cases)
        validator.write(one.text + '\n');
    validator.closeWriteChannel();
    if (!validator.waitForFinished(240'000) || validator.exitCode() != 0) {
        qWarning("%s", validator.readAllStandardError().constData());
        return {};
    }
    QList<bool> verdicts;
    for (const QByteArray &line : validator.readAllStandardOutput().trimmed().split('\n'))
        verdicts << (line == "1");
    return verdicts;
}

QJsonObject json(const RuleSet &set)
{
    return QJsonDocument::fromJson(ruleSetText(set)).object();
}

/// Rule sets that hold a table's most colourful object and otherwise only what that refers to, so that the documents
/// are small: the name of the table, and the rule set.
QMap<QString, QJsonObject> samplesByTable()
{
    const RuleSet full = fullSample();
    QMap<QString, QJsonObject> samples;

    RuleSet protocols;
    protocols.protocols.append(full.protocols.at(2));
    samples.insert(u"protocols"_s, json(protocols));

    RuleSet gateways;
    Gateway gateway = full.gateways.at(0);
    gateway.engine = Engine::Haproxy;
    gateways.gateways.append(gateway);
    samples.insert(u"gateways"_s, json(gateways));

    RuleSet services;
    services.gateways = full.gateways;
    FtpService service = full.ftpServices.at(0);
    service.sites = {service.sites.at(0), service.sites.at(1)};
    service.software = FtpSoftware::Proftpd;
    services.ftpServices.append(service);
    samples.insert(u"ftpServices"_s, json(services));

    RuleSet rules;
    rules.gateways = full.gateways;
    rules.protocols.append(full.protocols.at(3));
    service.sites = {service.sites.at(1)};
    rules.ftpServices.append(service);
    PublishingRule rule = full.rules.at(0);
    rule.protocol = full.protocols.at(3).id;
    rules.rules.append(rule);
    samples.insert(u"rules"_s, json(rules));
    return samples;
}

} // namespace

class TestRuleSetSchema : public QObject {
    Q_OBJECT
private:
    QList<Case> m_cases;

    void add(const QString &place, const QByteArray &text) { m_cases.append({place, text}); }
    static QByteArray compact(const QByteArray &text)
    {
        return QJsonDocument::fromJson(text).toJson(QJsonDocument::Compact);
    }

private Q_SLOTS:
    void initTestCase()
    {
        add(u"empty"_s, compact(ruleSetText({})));
        add(u"full"_s, compact(ruleSetText(fullSample())));
        for (quint32 seed = 0; seed < 30; ++seed)
            add(u"random %1"_s.arg(seed), compact(ruleSetText(RandomRuleSet(seed).make(5))));
        const auto addChanged = [this](const QString &place, const QJsonObject &document) {
            add(place, QJsonDocument(document).toJson(QJsonDocument::Compact));
        };
        QJsonObject root = json(RuleSet());
        root.insert(u"revision"_s, 7);
        Mutations(root, addChanged).run();
        const QMap<QString, QJsonObject> samples = samplesByTable();
        for (auto sample = samples.cbegin(); sample != samples.cend(); ++sample)
            Mutations(sample.value(), addChanged).run(sample.key());
    }

    void schemaAndReaderAgree()
    {
        const QList<bool> verdicts = schemaVerdicts(m_cases);
        QCOMPARE(verdicts.size(), m_cases.size());
        int accepted = 0;
        QStringList disagreements;
        for (qsizetype i = 0; i < m_cases.size(); ++i) {
            const auto set = readRuleSet(m_cases[i].text);
            const bool matches = set || std::all_of(set.error().cbegin(), set.error().cend(), isReaderOnly);
            accepted += set ? 1 : 0;
            if (matches != verdicts[i]) {
                disagreements << m_cases[i].place
                        + (verdicts[i] ? u": the schema accepts, the reader says "_s + describe(set.error(), u"text"_s)
                                       : u": the reader accepts, the schema does not"_s);
            }
        }
        QVERIFY2(disagreements.isEmpty(), qPrintable(u'\n' + disagreements.mid(0, 40).join(u'\n')));
        // Both kinds of documents were among them.
        QVERIFY2(accepted > 200, qPrintable(QString::number(accepted)));
        QVERIFY2(m_cases.size() - accepted > 1000, qPrintable(QString::number(m_cases.size() - accepted)));
    }

    // The list above holds nothing that does not happen.
    void everyReaderOnlyReasonIsMet()
    {
        QStringList missing = readerOnly;
        for (const Case &one : std::as_const(m_cases)) {
            const auto set = readRuleSet(one.text);
            if (set)
                continue;
            for (const LoadProblem &problem : set.error())
                missing.removeIf([&](const QString &reason) { return problem.error.why.contains(reason); });
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    }

    // JSON Schema sees values, not text: these are refused by the reader alone.
    void readerAloneSeesTheText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("repeated field") << QByteArray(R"({"format":"ferrygate-ruleset","version":1,"version":1})");
        QTest::newRow("fraction") << QByteArray(R"({"format":"ferrygate-ruleset","version":1,"revision":1.0})");
        QTest::newRow("exponent") << QByteArray(R"({"format":"ferrygate-ruleset","version":1,"revision":1e1})");
        QTest::newRow("C1 control") << QByteArray(
            "{\"$schema\":\"\\u0085\",\"format\":\"ferrygate-ruleset\",\"version\":1}");
        QTest::newRow("blank but for a no-break space") << QByteArray(
            "{\"format\":\"ferrygate-ruleset\",\"gateways\":[{\"id\":\"g\",\"name\":\"\\u00a0\"}],\"version\":1}");
        QTest::newRow("one network in two forms")
            << QByteArray("{\"format\":\"ferrygate-ruleset\",\"rules\":[{\"id\":\"r\",\"name\":\"R\","
                          "\"protocol\":\"ftp-server\",\"listener\":{\"address\":\"::\"},\"server\":{\"address\":\"::"
                          "\"},\"from\":[\"::1\",\"::1/128\"]}],"
                          "\"version\":1}");
    }
    void readerAloneSeesTheText()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readRuleSet(text));
        QCOMPARE(schemaVerdicts({{u"text"_s, text}}), QList<bool>{true});
    }
};

QTEST_GUILESS_MAIN(TestRuleSetSchema)
#include "tst_rulesetschema.moc"
