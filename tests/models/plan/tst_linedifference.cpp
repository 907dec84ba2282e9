#include "models/plan/LineDifference.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class LineDifferenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalTextsHaveNone() { QVERIFY(lineDifference(u"a\nb\n"_s, u"a\nb\n"_s).isEmpty()); }

    void showsChangesWithTheirSurroundings()
    {
        const QString before = u"1\n2\n3\n4\npasv_min_port=0\n6\n7\n8\n9\n"_s;
        const QString after = u"1\n2\n3\n4\npasv_min_port=5000\npasv_max_port=5003\n6\n7\n8\n9\n"_s;
        QCOMPARE(differenceText(lineDifference(before, after, 2)),
            u"\u2026\n 3\n 4\n-pasv_min_port=0\n+pasv_min_port=5000\n+pasv_max_port=5003\n 6\n 7\n\u2026\n"_s);
    }

    void numbersLinesOnBothSides()
    {
        const QList<DifferenceLine> lines = lineDifference(u"a\nb\n"_s, u"x\na\nb\n"_s, 0);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], (DifferenceLine{DifferenceLine::Kind::Added, u"x"_s, 0, 1}));
        QCOMPARE(lines[1], (DifferenceLine{DifferenceLine::Kind::Gap, {}, 2, 2}));
    }

    void newAndRemovedFiles()
    {
        QCOMPARE(differenceText(lineDifference({}, u"a\n"_s)), u"+a\n"_s);
        QCOMPARE(differenceText(lineDifference(u"a\n"_s, {})), u"-a\n"_s);
    }

    void leadsFromTheOldTextToTheNew()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QStringList before;
            QStringList after;
            for (int i = random.bounded(12); i > 0; --i)
                before << QString(QChar(u'a' + static_cast<char16_t>(random.bounded(4))));
            for (int i = random.bounded(12); i > 0; --i)
                after << QString(QChar(u'a' + static_cast<char16_t>(random.bounded(4))));
            QStringList old;
            QStringList now;
            if (before == after)
                continue;
            for (const DifferenceLine &line : lineDifference(before.join(u'\n'), after.join(u'\n'), 100)) {
                QVERIFY(line.kind != DifferenceLine::Kind::Gap);
                if (line.kind != DifferenceLine::Kind::Added)
                    old << line.text;
                if (line.kind != DifferenceLine::Kind::Removed)
                    now << line.text;
            }
            QCOMPARE(old, before);
            QCOMPARE(now, after);
        }
    }
};

QTEST_GUILESS_MAIN(LineDifferenceTest)
#include "tst_linedifference.moc"
