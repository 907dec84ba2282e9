#include "app/backend/probe/Listing.h"

#include <QTest>

using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;

class TestListing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheSmallestFile_data()
    {
        QTest::addColumn<QByteArray>("listing");
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("size");
        QTest::newRow("vsftpd") << QByteArray(
            "drwxr-xr-x    2 0        0            4096 Nov 23 07:00 pub\r\n"
            "-rw-r--r--    1 0        0        20000000 Nov 23 07:00 big.bin\r\n"
            "-rw-r--r--    1 0        0              29 Nov 23 2025 a small one.txt\r\n")
                                << u"a small one.txt"_s << qint64(29);
        QTest::newRow("empty files are of no use")
            << QByteArray("-rw-r--r--    1 0        0               0 Nov 23 07:00 empty\n") << QString() << qint64(0);
        QTest::newRow("IIS") << QByteArray("11-23-26  07:00AM       <DIR>          pub\r\n"
                                           "11-23-26  07:00AM                   12 read me.txt\r\n")
                             << u"read me.txt"_s << qint64(12);
        QTest::newRow("nothing") << QByteArray() << QString() << qint64(0);
        QTest::newRow("something else") << QByteArray("total 3\nhello\n\0x") << QString() << qint64(0);
    }
    void findsTheSmallestFile()
    {
        QFETCH(QByteArray, listing);
        QFETCH(QString, name);
        QFETCH(qint64, size);
        const auto file = smallestFile(listing);
        QCOMPARE(file.has_value(), !name.isEmpty());
        if (file)
            QCOMPARE(*file, (ListedFile{name, size}));
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
