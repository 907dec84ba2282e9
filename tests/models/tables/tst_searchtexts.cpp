#include "models/tables/SearchTexts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ferry;

namespace {

/// Few letters, so that words are found often; some of them beyond ASCII.
QByteArray anyText(QRandomGenerator &random, int longest)
{
    static const QStringList letters = QStringLiteral("a b c z 0 9 . : - / _ \n ä ß 漢").split(u' ');
    QString text;
    for (int length = random.bounded(longest + 1); length > 0; --length)
        text += letters.at(random.bounded(static_cast<int>(letters.size())));
    return text.toUtf8();
}

} // namespace

class SearchTextsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsExactlyWhatIsThere()
    {
        QRandomGenerator random(1);
        SearchTexts texts;
        int found = 0;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = anyText(random, 30);
            const SearchTexts::Handle handle = texts.add(text);
            for (int word = 0; word < 10; ++word) {
                const QByteArray wanted = anyText(random, 3);
                if (wanted.isEmpty())
                    continue;
                QCOMPARE(texts.holds(handle, SearchWord(wanted)), text.contains(wanted));
                found += text.contains(wanted) ? 1 : 0;
            }
        }
        QVERIFY(found > 1000);
    }

    void singleLettersAreFoundWithoutReading()
    {
        for (char c = 'a'; c <= 'z'; ++c)
            QVERIFY(SearchWord(QByteArray(1, c)).isInSignature());
        for (char c = '0'; c <= '9'; ++c)
            QVERIFY(SearchWord(QByteArray(1, c)).isInSignature());
        QVERIFY(!SearchWord("-").isInSignature());
        QVERIFY(!SearchWord("ab").isInSignature());
    }

    void textsOutliveThoseThatAreDropped()
    {
        QRandomGenerator random(2);
        SearchTexts texts;
        std::vector<QByteArray> expected;
        std::vector<SearchTexts::Handle> handles;
        for (int i = 0; i < 100; ++i) {
            expected.push_back(anyText(random, 200) + QByteArray::number(i));
            handles.push_back(texts.add(expected.back()));
        }
        int compactions = 0;
        for (int i = 0; i < 5000; ++i) {
            const auto row = static_cast<std::size_t>(random.bounded(100));
            expected[row] = anyText(random, 200) + QByteArray::number(i);
            texts.drop(handles[row]);
            handles[row] = texts.add(expected[row]);
            if (texts.wastesRoom()) {
                texts.compact([&](auto keep) { std::for_each(handles.begin(), handles.end(), keep); });
                QVERIFY(!texts.wastesRoom());
                ++compactions;
            }
        }
        QVERIFY(compactions > 1);
        for (std::size_t row = 0; row < 100; ++row)
            QVERIFY(texts.holds(handles[row], SearchWord(expected[row])));
    }
};

QTEST_APPLESS_MAIN(SearchTextsTest)
#include "tst_searchtexts.moc"
