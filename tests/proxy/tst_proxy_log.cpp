#include "app/proxy/log/LogBook.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry::proxy;

namespace {

QJsonObject parsed(std::string_view line)
{
    return QJsonDocument::fromJson(QByteArray(line.data(), static_cast<qsizetype>(line.size()))).object();
}

} // namespace

class TestProxyLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEntryHasTheKeysOfTheWireAndNoEmptyOnes()
    {
        LogBook book;
        book.setGateway("gw-1");
        book.write({.rule = "r",
            .session = 3,
            .client = {*IpAddress::parse("127.0.0.1"), 4000},
            .action = LogAction::DeniedConnection,
            .command = "AUTH TLS",
            .reply = "550 no",
            .resultCode = 0x80074E24,
            .bytes = 9,
            .text = "why"});
        book.write({});
        const QJsonObject full = parsed(book.tail(2)[0]);
        QCOMPARE(full.keys().join(u','),
            QStringLiteral("action,bytes,client,clientPort,command,gateway,originator,reply,resultCode,rule,serial,"
                           "session,text,time"));
        QCOMPARE(full.value(u"resultCode").toInteger(), qint64(0x80074E24));
        QCOMPARE(full.value(u"action").toString(), QStringLiteral("Denied Connection"));
        QVERIFY(QDateTime::fromString(full.value(u"time").toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(parsed(book.tail(1)[0]).keys().join(u','), QStringLiteral("action,gateway,originator,serial,time"));
    }

    void anyBytesGiveAReadableLine()
    {
        for (const std::string_view text :
            {std::string_view("a\0b\x1f\x7f\"\\\r\n", 9), std::string_view("\xff\xfe"), std::string_view("\xc3"),
                std::string_view("\xed\xa0\x80"), std::string_view("\xf0\x9f\x98\x80"), std::string_view("\xc0\x80")}) {
            LogBook book;
            book.write({.text = text});
            QVERIFY(parsed(book.tail(1)[0]).contains(u"text"));
            QCOMPARE(book.tail(1)[0].find(char(10)), std::string_view::npos);
        }
    }

    void aLongTextIsCut()
    {
        LogBook book;
        book.write({.text = std::string(100'000, 'x')});
        QVERIFY(book.tail(1)[0].size() < 1000);
    }

    void theRingKeepsTheLastLines()
    {
        LogBook book;
        for (int i = 0; i < 10'050; ++i)
            book.write({.text = "x"});
        const std::vector<std::string_view> lines = book.tail(LogBook::capacity * 2);
        QCOMPARE(lines.size(), LogBook::capacity);
        QCOMPARE(parsed(lines.front()).value(u"serial").toInt(), 51);
        QCOMPARE(parsed(lines.back()).value(u"serial").toInt(), 10'050);
    }

    void theFileIsAppendedToAndReopened()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("proxy.log"));
        LogBook book;
        QVERIFY(book.openFile(path.toStdString()));
        book.write({.text = "first"});
        book.flush();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".1")));
        book.reopenFile();
        book.write({.text = "second"});
        book.flush();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("second") && !content.contains("first") && content.endsWith('\n'));
        QVERIFY(!book.openFile("/does/not/exist/proxy.log"));
    }

    void aFullDiskCostsLinesAndIsTold()
    {
        LogBook book;
        QVERIFY(book.openFile("/dev/full")); // full(4)
        book.write({.text = "lost"});
        book.flush();
        QCOMPARE(book.tail(10).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestProxyLog)
#include "tst_proxy_log.moc"
