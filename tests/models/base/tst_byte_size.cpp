#include "models/base/ByteSize.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class ByteSizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("nothing") << u"0"_s << qint64(0);
        QTest::newRow("bytes") << u" 1500 B "_s << qint64(1500);
        QTest::newRow("K") << u"4k"_s << qint64(4096);
        QTest::newRow("MB") << u"500 MB"_s << qint64(500) * 1024 * 1024;
        QTest::newRow("GiB") << u"2GiB"_s << (qint64(2) << 30);
        QTest::newRow("most") << u"8388607T"_s << (qint64(8388607) << 40);
    }

    void sizesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(parseByteSize(text), std::optional(bytes));
    }

    void othersAreNot()
    {
        for (const QString &text :
            {u""_s, u"G"_s, u"-1"_s, u"1.5G"_s, u"2 Gb/s"_s, u"8388608T"_s, u"9223372036854775808"_s, u"1X"_s, u"٣"_s})
            QVERIFY2(!parseByteSize(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(ByteSizeTest)
#include "tst_byte_size.moc"
