#include "RandomRuleSet.h"

#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace ferry;
using namespace ferry::test;

class TestRuleSetWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyRuleSetIsShort()
    {
        QCOMPARE(ruleSetText({}),
            QByteArray("{\n  \"$schema\": \"ruleset-1.schema.json\",\n  \"format\": \"ferrygate-ruleset\",\n  "
                       "\"version\": 1\n}\n"));
    }

    void everyFieldHasItsPlace()
    {
        QFile golden(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/models/store/golden/full.ferrygate.json"));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(ruleSetText(fullSample()), golden.readAll());
    }

    void readingBackGivesTheSame()
    {
        const auto again = readRuleSet(ruleSetText(fullSample()));
        if (!again)
            QFAIL(qPrintable(describe(again.error(), u"full"_s)));
        QCOMPARE(*again, fullSample());
    }

    void readingBackGivesTheSameForAnyRuleSet()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const RuleSet set = RandomRuleSet(seed).make(20);
            const QByteArray text = ruleSetText(set);
            const auto again = readRuleSet(text);
            if (!again)
                QFAIL(qPrintable(describe(again.error(), u"seed %1"_s.arg(seed))));
            QVERIFY2(*again == set, qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(ruleSetText(*again), text);
        }
    }

    // Qt's reader knows nothing of ours: the text is JSON, and its keys are sorted.
    void textIsJsonWithSortedKeys()
    {
        const QByteArray text = ruleSetText(RandomRuleSet(7).make(50));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QByteArray sorted = document.toJson(QJsonDocument::Compact); // QJsonObject sorts
        QByteArray given;
        bool isInString = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == '"' && (i == 0 || text[i - 1] != '\\' || (i > 1 && text[i - 2] == '\\')))
                isInString = !isInString;
            if (isInString || (text[i] != ' ' && text[i] != '\n'))
                given += text[i];
        }
        QCOMPARE(given, sorted);
    }

    void leavesBuiltInsOut() { QVERIFY(!ruleSetText(fullSample()).contains("\"id\": \"ftp-server\"")); }
};

QTEST_APPLESS_MAIN(TestRuleSetWriter)
#include "tst_rulesetwriter.moc"
