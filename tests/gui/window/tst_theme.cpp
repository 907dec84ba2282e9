#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/StatePill.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry::ui;

namespace {

constexpr double readable = 4.5; // WCAG 2.1, 1.4.3

struct Pair {
    const char *name;
    QColor text;
    QColor ground;
};

QList<Pair> pairs(const Colours &c)
{
    return {{"text on window", c.text, c.window}, {"text on surface", c.text, c.surface},
        {"text on selection", c.text, c.selection}, {"text on raised", c.text, c.raised},
        {"quiet on window", c.quietText, c.window}, {"quiet on surface", c.quietText, c.surface},
        {"quiet on selection", c.quietText, c.selection}, {"primary button", c.onAccent, c.accent},
        {"primary button hovered", c.onAccent, c.accentHover}, {"link on window", c.link, c.window},
        {"link on selection", c.link, c.selection}, {"good pill", c.good.text, c.good.surface},
        {"draft pill", c.draft.text, c.draft.surface}, {"pending pill", c.pending.text, c.pending.surface},
        {"drifted pill", c.drifted.text, c.drifted.surface}, {"unknown pill", c.unknown.text, c.unknown.surface},
        {"bad pill", c.bad.text, c.bad.surface}, {"bad on surface", c.bad.text, c.surface},
        {"bad on window", c.bad.text, c.window}, {"good on window", c.good.text, c.window},
        {"draft on surface", c.draft.text, c.surface}};
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeReadOnItsGround_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            for (const Pair &pair : pairs(dark ? darkColours() : lightColours()))
                QTest::addRow("%s, %s", dark ? "dark" : "light", pair.name) << pair.text << pair.ground;
        }
    }

    void everyTextCanBeReadOnItsGround()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= readable, qPrintable(QString::number(contrast(text, ground))));
    }

    void paletteLeadsBackToItsColours()
    {
        QCOMPARE(&coloursOf(paletteOf(lightColours())), &lightColours());
        QCOMPARE(&coloursOf(paletteOf(darkColours())), &darkColours());
    }

    void everyIconDrawsSomethingInTheAskedColour()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 50);
        for (const QString &file : files) {
            const QImage image = iconPixmap(file.chopped(4), 32, Qt::red).toImage();
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    painted += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
            }
            QVERIFY2(painted > 20, qPrintable(file));
        }
        QVERIFY(icon(u"no such icon"_s).isNull());
    }

    void iconsFollowTheTheme()
    {
        const QIcon check = icon(u"check"_s);
        applyTheme(*qApp, Scheme::Light);
        const QImage light = check.pixmap(32).toImage();
        applyTheme(*qApp, Scheme::Dark);
        QVERIFY(check.pixmap(32).toImage() != light);
    }

    void eachStateHasItsOwnIconAndWord()
    {
        QSet<QString> icons;
        QSet<QString> words;
        for (int state = 0; state < 6; ++state) {
            const PillLook look = pillLook(static_cast<PillState>(state), lightColours());
            QVERIFY(!icon(look.icon).isNull());
            icons.insert(look.icon);
            words.insert(look.word);
        }
        QCOMPARE(icons.size(), 6);
        QCOMPARE(words.size(), 6);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
