#include "app/proxy/control/Command.h"
#include "app/proxy/control/LineReader.h"
#include "app/proxy/control/Reply.h"

#include <QTest>

using namespace ferry::proxy;

namespace {

// What comes out of the reader when `input` arrives in pieces of `piece` bytes: lines in brackets, events by name.
QByteArray readAll(const QByteArray &input, qsizetype piece, std::uint32_t limit, LineReader::StrayControls stray)
{
    LineReader reader(limit, stray);
    QByteArray out;
    for (qsizetype at = 0; at < input.size(); at += piece) {
        const QByteArray part = input.mid(at, piece);
        std::string_view rest(part.constData(), static_cast<std::size_t>(part.size()));
        while (!rest.empty()) {
            switch (reader.next(rest)) {
            case LineReader::Event::None:
                break;
            case LineReader::Event::Line:
                out += '[' + QByteArray(reader.line().data(), static_cast<qsizetype>(reader.line().size())) + ']';
                break;
            case LineReader::Event::TooLong:
                out += "(too long)";
                break;
            case LineReader::Event::Malformed:
                out += "(malformed)";
                break;
            case LineReader::Event::Flood:
                out += "(flood)";
                break;
            }
        }
    }
    return out;
}

} // namespace

class TestProxyLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreTheSameHoweverTheyArrive_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &input, const QByteArray &expected) {
            QTest::newRow(name) << input << expected;
        };
        row("one", "NOOP\r\n", "[NOOP]");
        row("two", "USER a\r\nPASS b\r\n", "[USER a][PASS b]");
        row("empty", "\r\n", "[]");
        row("bare LF ends a line", "NOOP\nQUIT\n", "[NOOP][QUIT]");
        row("unfinished", "NOOP\r\nQUI", "[NOOP]");
        row("NUL", QByteArray("CWD a\0b\r\nNOOP\r\n", 15), "(malformed)[NOOP]");
        row("CR NUL", QByteArray("CWD a\r\0b\r\nNOOP\r\n", 16), "(malformed)[NOOP]");
        row("bare CR", "CWD a\rDELE b\r\nNOOP\r\n", "(malformed)[NOOP]");
        row("CR CR LF", "NOOP\r\r\nQUIT\r\n", "(malformed)[QUIT]");
        row("Telnet Synch in front of ABOR",
            "\xff\xf4\xff\xf2"
            "ABOR\r\n",
            "[ABOR]");
        row("Telnet option", "\xff\xfd\x06NOOP\r\n", "[NOOP]");
        row("Telnet subnegotiation", "\xff\xfa\x18 DELE x\r\n\xff\xf0NOOP\r\n", "[NOOP]");
        row("Telnet inside a line", "NO\xff\xf1OP\r\n", "[NOOP]");
        row("escaped 255 stays", "CWD \xff\xff\r\n", "[CWD \xff\xff]");
        row("255 of a client without Telnet",
            "CWD \xff"
            "a\r\n",
            "[CWD \xff"
            "a]");
        row("exactly the limit", "NOOP " + QByteArray(59, 'x') + "\r\n", "[NOOP " + QByteArray(59, 'x') + "]");
        row("one byte more", "NOOP " + QByteArray(60, 'x') + "\r\nQUIT\r\n", "(too long)[QUIT]");
        row("200 kB", QByteArray(200'000, 'x') + "\r\nQUIT\r\n", "(too long)[QUIT]");
        row("NUL in an endless line", QByteArray(100, '\0') + QByteArray(100, 'x') + "\r\nQUIT\r\n",
            "(too long)[QUIT]");
    }

    void linesAreTheSameHoweverTheyArrive()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, expected);
        for (const qsizetype piece : {input.size(), qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7)})
            QCOMPARE(readAll(input, piece, 64, LineReader::StrayControls::Refused), expected);
    }

    void anEndlessLineIsAFlood()
    {
        const QByteArray input(static_cast<qsizetype>(LineReader::maxDiscarded) + 200, 'x');
        QCOMPARE(readAll(input, 8192, 64, LineReader::StrayControls::Refused), "(too long)(flood)");
    }

    void repliesKeepTheirTextWithoutStrayControls()
    {
        const QByteArray input("220 a\r\r\n220 b\0c\r\n", 17);
        QCOMPARE(readAll(input, input.size(), 64, LineReader::StrayControls::Dropped), "[220 a][220 bc]");
    }

    void commandsAreParsed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("masked");
        QTest::newRow("plain") << QByteArray("noop") << QByteArray("NOOP") << QByteArray() << QByteArray("noop");
        QTest::newRow("argument") << QByteArray("cwd a b") << QByteArray("CWD") << QByteArray("a b")
                                  << QByteArray("cwd a b");
        QTest::newRow("password") << QByteArray("pass se cret") << QByteArray("PASS") << QByteArray("se cret")
                                  << QByteArray("PASS ****");
        QTest::newRow("a misspelled password")
            << QByteArray("PAS secret") << QByteArray("PAS") << QByteArray("secret") << QByteArray("PAS ****");
        QTest::newRow("a password alone")
            << QByteArray("secret") << QByteArray("SECRET") << QByteArray() << QByteArray("UNKNOWN ****");
        QTest::newRow("empty password") << QByteArray("PASS") << QByteArray("PASS") << QByteArray()
                                        << QByteArray("PASS ****");
        QTest::newRow("account") << QByteArray("ACCT x") << QByteArray("ACCT") << QByteArray("x")
                                 << QByteArray("ACCT ****");
        QTest::newRow("token") << QByteArray("ADAT x") << QByteArray("ADAT") << QByteArray("x")
                               << QByteArray("ADAT ****");
        QTest::newRow("site") << QByteArray("SITE pswd old new") << QByteArray("SITE") << QByteArray("pswd old new")
                              << QByteArray("SITE PSWD ****");
        QTest::newRow("old alias") << QByteArray("P@SW") << QByteArray("P@SW") << QByteArray() << QByteArray("P@SW");
    }

    void commandsAreParsed()
    {
        QFETCH(QByteArray, line);
        const std::optional<Command> command =
            parseCommand(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
        QVERIFY(command);
        QTEST(QByteArray::fromStdString(command->verb), "verb");
        QTEST(QByteArray::fromStdString(std::string(command->argument)), "argument");
        QTEST(QByteArray::fromStdString(maskedLine(*command)), "masked");
    }

    void whatIsNoCommandIsNotParsed()
    {
        for (const std::string_view line :
            {"", " USER a", "\tPASS x", "PASS\tx", "G\xc3\x84T", "-", "ABCDEFGHIJKLMNOPQ", "\x16\x03\x01"})
            QVERIFY2(!parseCommand(line), std::string(line).c_str());
    }

    void multiLineRepliesEndWithTheirOwnCode()
    {
        ReplyReader reader;
        const auto next = [&](std::string_view line) {
            const std::optional<ReplyLine> reply = reader.next(line);
            return !reply ? std::string("none")
                          : std::to_string(reply->code) + (reply->isFirst ? "f" : "-") + (reply->isLast ? "l" : "-");
        };
        QCOMPARE(next("220 hello"), "220fl");
        QCOMPARE(next("211-Features"), "211f-");
        QCOMPARE(next(" EPSV"), "211--");
        QCOMPARE(next("226 looks like an end"), "211--");
        QCOMPARE(next("211-more"), "211--");
        QCOMPARE(next("211 End"), "211-l");
        QCOMPARE(next("200"), "200fl");
        QCOMPARE(next("SSH-2.0-x"), "none");
        QCOMPARE(next("20 x"), "none");
        QCOMPARE(next("2000 x"), "none");
        QCOMPARE(next("900 x"), "none");
        QCOMPARE(next(""), "none");
    }
};

QTEST_APPLESS_MAIN(TestProxyLines)
#include "tst_proxy_lines.moc"
