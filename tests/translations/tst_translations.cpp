#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksTheLanguageOfTheLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        const QString change = u"1 change not applied"_s;
        const QString changes = u"1000 changes not applied"_s;
        QTest::newRow("English") << u"en_GB"_s << u"Applied"_s << change << changes;
        QTest::newRow("C") << u"C"_s << u"Applied"_s << change << changes;
        QTest::newRow("a language without a catalogue") << u"fi_FI"_s << u"Applied"_s << change << changes;
        QTest::newRow("German") << u"de_AT"_s << u"Angewendet"_s << u"1 Änderung nicht angewendet"_s
                                << u"1000 Änderungen nicht angewendet"_s;
    }
    void speaksTheLanguageOfTheLocale()
    {
        QFETCH(QString, locale);
        ferry::installTranslations(QLocale(locale));
        QTEST(QCoreApplication::translate("StatePill", "Applied"), "state");
        QTEST(QCoreApplication::translate("ferry::ui::StatusLine", "%n changes not applied", nullptr, 1), "one");
        QTEST(QCoreApplication::translate("ferry::ui::StatusLine", "%n changes not applied", nullptr, 1000), "many");
    }
    void cleanup()
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>()) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
