#include "models/store/JsonCursor.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Walks through everything; the pointers and texts of all strings and numbers, a line each.
void walk(JsonCursor &json, QStringList &lines)
{
    switch (json.peek()) {
    case JsonCursor::Kind::Object:
        if (json.enterObject()) {
            while (json.nextKey())
                walk(json, lines);
        }
        break;
    case JsonCursor::Kind::Array:
        if (json.enterArray()) {
            while (json.nextElement())
                walk(json, lines);
        }
        break;
    case JsonCursor::Kind::String: {
        const QString text = json.readString();
        lines << json.pointer() + u"="_s + text;
        break;
    }
    case JsonCursor::Kind::Number: {
        const QString text = QString::fromUtf8(json.readNumber());
        lines << json.pointer() + u"="_s + text;
        break;
    }
    case JsonCursor::Kind::Bool:
        lines << json.pointer() + (json.readBool() ? u"=true"_s : u"=false"_s);
        break;
    default:
        json.skip();
        break;
    }
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class TestJsonCursor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsValuesWithTheirPointers()
    {
        const QByteArray text = "{\"a\":[1,-2.5e+3,{\"b/c~d\":\"x\"}],\"\":true,"
                                "\"q\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude80\",\"n\":null}";
        JsonCursor json(text);
        QStringList lines;
        walk(json, lines);
        QVERIFY(json.finish());
        const QStringList expected{
            u"/a/0=1"_s, u"/a/1=-2.5e+3"_s, u"/a/2/b~1c~0d=x"_s, u"/=true"_s, u"/q=\"\\/\b\f\n\r\tä\U0001F680"_s};
        QCOMPARE(lines, expected);
    }

    void keysMayBeEscaped()
    {
        JsonCursor json("{\"p\\u006frt\":1}");
        QVERIFY(json.enterObject());
        QVERIFY(json.nextKey());
        QCOMPARE(json.key(), QByteArrayView("port"));
    }

    void wrongKindIsNotTaken()
    {
        JsonCursor json("[1]");
        QVERIFY(!json.enterObject());
        QCOMPARE(json.readString(), QString());
        QVERIFY(json.enterArray());
        QVERIFY(json.nextElement());
        QVERIFY(!json.readBool());
        QCOMPARE(json.readNumber(), QByteArrayView("1"));
    }

    void acceptsWhatRfc8259Accepts_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"0", "-0", "1.0", "1e9", "1E-9", "\"\"", "[]", "{}", " \t\r\n[ ] \n", "true", "false",
                 "null", "[1,[2,[3]]]", "{\"a\":{\"a\":{}}}", "\"\\ud834\\udd1e\"", "\"\x7f\""})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("32 levels") << nested(32);
    }
    void acceptsWhatRfc8259Accepts()
    {
        QFETCH(QByteArray, text);
        JsonCursor json(text);
        json.skip();
        QVERIFY2(json.finish(), json.fault() ? qPrintable(json.fault()->why) : "");
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("why");
        const auto row = [](const QByteArray &text, int offset, const QString &why) {
            QTest::newRow(text.left(40).constData()) << text << offset << why;
        };
        const QString early = u"The file ends too early."_s;
        QTest::newRow("nothing") << QByteArray() << 0 << early;
        QTest::newRow("blanks") << QByteArray(" \n") << 2 << early;
        row("[", 1, early);
        row("[1", 2, early);
        row("[1,", 3, early);
        row("{", 1, early);
        row("{\"a\"", 4, early);
        row("{\"a\":", 5, early);
        row("{\"a\":1", 6, early);
        row("tru", 3, early);
        row("\"abc", 4, u"The file ends in the middle of a text."_s);
        row("\"abc\\", 4, u"A backslash is not followed by one of \" \\ / b f n r t or u with four hex digits."_s);
        row("\"\\u12\"", 1, u"A backslash is not followed by one of \" \\ / b f n r t or u with four hex digits."_s);
        row("\"\\x\"", 1, u"A backslash is not followed by one of \" \\ / b f n r t or u with four hex digits."_s);
        row("\"\\ud800\"", 1, u"Half of a character stands here: a \\uD800 to \\uDFFF without its other half."_s);
        row("\"\\ude00\"", 1, u"Half of a character stands here: a \\uD800 to \\uDFFF without its other half."_s);
        row("\"\\ud800\\u0041\"", 1,
            u"Half of a character stands here: a \\uD800 to \\uDFFF without its other half."_s);
        row("\"a\nb\"", 2, u"A line break or another control character stands in a text."_s);
        QTest::newRow("NUL in a text") << QByteArray("\"a\0b\"", 5) << 2
                                       << u"A line break or another control character stands in a text."_s;
        QTest::newRow("NUL") << QByteArray("\0", 1) << 0 << u"A value is expected here."_s;
        row("[1,]", 2, u"A comma stands behind the last value."_s);
        row("{\"a\":1,}", 6, u"A comma stands behind the last value."_s);
        row("[,1]", 1, u"A value is expected here, not \",\"."_s);
        row("[1 2]", 3, u"\",\" or \"]\" is expected here, not \"2\"."_s);
        row("[1}", 2, u"\",\" or \"]\" is expected here, not \"}\"."_s);
        row("{1:2}", 1, u"The name of a field in quotes is expected here, not \"1\"."_s);
        row("{a:2}", 1, u"The name of a field in quotes is expected here, not \"a\"."_s);
        row("{\"a\" 2}", 5, u"\":\" is expected here, not \"2\"."_s);
        row("01", 0, u"This is not a number as JSON writes it."_s);
        row("[-01]", 1, u"This is not a number as JSON writes it."_s);
        row("-", 0, u"This is not a number as JSON writes it."_s);
        row("1.", 0, u"This is not a number as JSON writes it."_s);
        row("1e", 0, u"This is not a number as JSON writes it."_s);
        row(".5", 0, u"A value is expected here, not \".\"."_s);
        row("+1", 0, u"A value is expected here, not \"+\"."_s);
        row("NaN", 0, u"A value is expected here, not \"N\"."_s);
        row("nul!", 0, u"A value is expected here, not \"n\"."_s);
        row("True", 0, u"A value is expected here, not \"T\"."_s);
        row("'a'", 0, u"A value is expected here, not \"'\"."_s);
        row("// note\n1", 0, u"JSON has no comments."_s);
        row("{} {}", 3, u"Something stands behind the end of the rule set."_s);
        QTest::newRow("33 levels") << nested(33) << 32 << u"The text is nested more than 32 levels deep."_s;
        QTest::newRow("a million levels")
            << QByteArray(1'000'000, '[') << 32 << u"The text is nested more than 32 levels deep."_s;
        QTest::newRow("objects") << QByteArray("{\"a\":").repeated(40) << 160
                                 << u"The text is nested more than 32 levels deep."_s;
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        JsonCursor json(text);
        json.skip();
        QVERIFY(!json.finish());
        QTEST(static_cast<int>(json.fault()->offset), "offset");
        QCOMPARE(json.fault()->why, why);
        QStringList lines; // reading takes the same way as skipping
        JsonCursor again(text);
        walk(again, lines);
        QVERIFY(!again.finish());
        QCOMPARE(again.fault()->offset, json.fault()->offset);
    }
};

QTEST_APPLESS_MAIN(TestJsonCursor)
#include "tst_jsoncursor.moc"
