#include "models/plan/RuleOrder.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<RuleId> rules(const QString &letters)
{
    QList<RuleId> ids;
    for (const QChar letter : letters)
        ids << RuleId::fromTrusted(QString(letter));
    return ids;
}

} // namespace

class TestRuleOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fewestRulesMove_data()
    {
        QTest::addColumn<QString>("running");
        QTest::addColumn<QString>("desired");
        QTest::addColumn<QString>("moved");
        QTest::newRow("same") << u"abcd"_s << u"abcd"_s << u""_s;
        QTest::newRow("new and gone") << u"abcd"_s << u"axcy"_s << u""_s;
        QTest::newRow("down") << u"abcd"_s << u"bcda"_s << u"a"_s;
        QTest::newRow("up") << u"abcd"_s << u"dabc"_s << u"d"_s;
        QTest::newRow("two") << u"abcdef"_s << u"badcef"_s << u"bd"_s;
        QTest::newRow("reversed") << u"abc"_s << u"cba"_s << u"bc"_s;
        QTest::newRow("empty") << u""_s << u"ab"_s << u""_s;
    }
    void fewestRulesMove()
    {
        QFETCH(QString, running);
        QFETCH(QString, desired);
        QString moved;
        QStringList ids;
        for (const RuleId &id : movedRules(rules(running), rules(desired)))
            ids << id.text();
        ids.sort();
        QTEST(ids.join(QString()), "moved");
    }
};

QTEST_APPLESS_MAIN(TestRuleOrder)
#include "tst_ruleorder.moc"
