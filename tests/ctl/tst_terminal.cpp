#include "app/ctl/cli/Terminal.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace ferry;
using namespace ferry::ctl;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Streams {
    QBuffer out;
    QBuffer err;
    QBuffer in;
    Streams()
    {
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        in.open(QIODevice::ReadOnly);
    }
    Terminal terminal(bool isTty = false) { return Terminal({&out, &err, &in, isTty, isTty}); }
};

const Error error{ErrorCode::NotFound, u"x"_s, u"It was not done."_s, u"There is none."_s, u"Make one."_s};

} // namespace

class TestTerminal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorHasItsThreePartsOnStderr()
    {
        Streams streams;
        streams.terminal().error(error);
        QVERIFY(streams.out.data().isEmpty());
        QCOMPARE(streams.err.data(), "ferryctl: x: It was not done.\n  There is none.\n  Make one.\n");
    }
    void withJsonAnErrorIsTheDocument()
    {
        Streams streams;
        Terminal terminal = streams.terminal();
        terminal.setJson(true);
        terminal.line(u"not this"_s);
        terminal.error(error);
        const QJsonObject json = QJsonDocument::fromJson(streams.out.data()).object();
        QCOMPARE(json[u"error"_s][u"code"_s], u"not-found"_s);
        QCOMPARE(json[u"error"_s][u"remedy"_s], u"Make one."_s);
        QVERIFY(streams.err.data().isEmpty());
    }
    void progressIsOnlyForThoseWhoWatch()
    {
        Streams silent;
        silent.terminal().progress(u"working"_s);
        QVERIFY(silent.err.data().isEmpty());
        Streams watched;
        watched.terminal(true).progress(u"working"_s);
        QCOMPARE(watched.err.data(), "working\n");
        Streams asked;
        Terminal terminal = asked.terminal();
        terminal.setProgress(true);
        terminal.progress(u"working"_s);
        QCOMPARE(asked.err.data(), "working\n");
    }
    void withoutATerminalNobodyIsAsked()
    {
        Streams streams;
        QVERIFY(!streams.terminal().ask(u"Really?"_s));
        QVERIFY(streams.err.data().isEmpty());
    }
    void onlyYesIsYes_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isYes");
        QTest::newRow("y") << QByteArray("y\n") << true;
        QTest::newRow("Yes") << QByteArray("Yes\n") << true;
        QTest::newRow("return") << QByteArray("\n") << false;
        QTest::newRow("end of file") << QByteArray() << false;
        QTest::newRow("yeah") << QByteArray("yeah\n") << false;
    }
    void onlyYesIsYes()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isYes);
        Streams streams;
        streams.in.close();
        streams.in.setData(answer);
        streams.in.open(QIODevice::ReadOnly);
        QCOMPARE(streams.terminal(true).ask(u"Really?"_s), isYes);
    }
    void columnsAreAligned()
    {
        QCOMPARE(aligned({{u"a"_s, u"bb"_s, u"c"_s}, {u"aaa"_s, u"b"_s}, {u"x"_s, QString(), QString()}}, u"> "_s),
            u"> a    bb  c\n> aaa  b\n> x"_s);
    }
};

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
