#include "models/base/Id.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestId : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
            {u"a"_s, u"0"_s, u"gw-1"_s, u"files.example_2"_s, u"a-"_s, u"a."_s, QString(64, u'a')})
            QTest::newRow(qPrintable(text)) << text;
    }
    void accepts()
    {
        QFETCH(QString, text);
        const auto id = RuleId::parse(text);
        QVERIFY(id.has_value());
        QCOMPARE(id->text(), text);
        QVERIFY(!id->isNull());
    }

    // Ids become file names and names in other programs' configurations.
    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
            {u""_s, u"../x"_s, u"a/../b"_s, u"a..b"_s, u".."_s, u".a"_s, u"-a"_s, u"_a"_s, u"A"_s, u"a b"_s, u"a/b"_s,
                u"a\\b"_s, u"a\r\nb"_s, u"a\n"_s, u"a\0b"_s, u"ä"_s, u"a;b"_s, u"a\"b"_s, u"$a"_s, QString(65, u'a')})
            QTest::newRow(qPrintable(text)) << text;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto id = RuleId::parse(text);
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::InvalidInput);
        QCOMPARE(id.error().subject, text.left(64));
    }

    void makesIdsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        const auto row = [](const QString &name, const QString &id) { QTest::newRow(qPrintable(name)) << name << id; };
        row(u"Partner upload"_s, u"partner-upload"_s);
        row(u"  FTPS (custom), 2nd! "_s, u"ftps-custom-2nd"_s);
        row(u"../../etc"_s, u"etc"_s);
        row(u"Größe"_s, u"gr-e"_s);
        row(u"\u65e5\u672c"_s, u"rule"_s);
        row(u""_s, u"rule"_s);
        row(QString(100, u'x'), QString(64, u'x'));
        row(QString(63, u'x') + u" y"_s, QString(63, u'x'));
    }
    void makesIdsOfNames()
    {
        QFETCH(QString, name);
        const QString id = idFromName(name, u"rule");
        QTEST(id, "id");
        QVERIFY(isValidId(id));
    }
};

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
