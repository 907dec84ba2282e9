#include "tests/gui/shots/DialogShots.h"

#include "translations/Translations.h"
#include "ui/dialogs/ActionDialog.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QMap>
#include <QPushButton>
#include <QTest>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QWidget *widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget())
        names.prepend(u"%1(%2)"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    return names.mid(std::max<qsizetype>(0, names.size() - 3)).join(u'/');
}

} // namespace

/// What every dialog has to hold, whatever it is for.
class EveryDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(QLocale::c());
        applyTheme(*qApp, Scheme::Light);
    }

    void hasNamesAndOneWayOn_data()
    {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < m_shots.all().size(); ++i)
            QTest::newRow(qPrintable(m_shots.all()[i].name)) << static_cast<int>(i);
    }
    void hasNamesAndOneWayOn()
    {
        QFETCH(int, index);
        const std::unique_ptr<QDialog> dialog(m_shots.all()[index].make());
        dialog->show();
        QVERIFY(!dialog->objectName().isEmpty());
        QVERIFY(!dialog->accessibleName().isEmpty());
        const auto *frame = qobject_cast<ActionDialog *>(dialog.get());
        QVERIFY(frame);
        static const QStringList vague{u"OK"_s, u"&OK"_s, u"Yes"_s, u"Apply"_s, u"Submit"_s};
        if (frame->primaryButton()->isVisible() && frame->primaryButton()->isEnabled())
            QVERIFY2(!vague.contains(frame->primaryButton()->text()), qPrintable(frame->primaryButton()->text()));

        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                continue;
            if (widget->objectName().startsWith(u"qt_")
                || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()))
                continue;
            QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            const QString name = reader ? reader->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty(), qPrintable(u"no accessible name: "_s + pathOf(widget)));
        }
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty() || !label->wordWrap())
                continue;
            // Heights follow from widths once the posted layout requests were answered.
            QTRY_VERIFY2(
                label->height() >= label->heightForWidth(label->width()), qPrintable(u"cut: "_s + label->text()));
        }
    }

    void eachMnemonicMeansOneThing_data() { hasNamesAndOneWayOn_data(); }
    void eachMnemonicMeansOneThing()
    {
        QFETCH(int, index);
        const std::unique_ptr<QDialog> dialog(m_shots.all()[index].make());
        dialog->show();
        QMap<QString, QString> seen;
        const auto meet = [&](const QString &text) {
            const QString key = QKeySequence::mnemonic(text).toString();
            if (key.isEmpty())
                return true;
            const bool isNew = !seen.contains(key);
            if (!isNew)
                qWarning("%s: %s and %s", qPrintable(key), qPrintable(seen.value(key)), qPrintable(text));
            seen.insert(key, text);
            return isNew;
        };
        bool unique = true;
        for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
            unique = (!button->isVisible() || meet(button->text())) && unique;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            unique = (!label->isVisible() || !label->buddy() || meet(label->text())) && unique;
        QVERIFY(unique);
    }

private:
    shots::DialogShots m_shots;
};

QTEST_MAIN(EveryDialogTest)
#include "tst_everydialog.moc"
