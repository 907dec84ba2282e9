#include "tests/gui/shots/DialogShots.h"
#include "tests/gui/shots/Gallery.h"
#include "tests/gui/shots/WindowShots.h"
#include "translations/Translations.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTextStream>
#include <QWidget>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (application.arguments().size() != 2) {
        QTextStream(stderr) << "usage: ferrygate-shots FOLDER\n";
        return 2;
    }
    const QDir folder(application.arguments().at(1));
    if (!folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "The pictures were not drawn. " << folder.path() << " cannot be made.\n";
        return 1;
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslations(QLocale::c());
    const shots::DialogShots dialogs;
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        ui::applyTheme(application, scheme);
        const std::unique_ptr<QWidget> gallery(shots::makeGallery());
        gallery->show();
        QApplication::processEvents();
        gallery->grab().save(folder.filePath(u"gallery-%1.png"_s.arg(ui::schemeName(scheme))));
        shots::drawWindow(folder, scheme);
        dialogs.draw(folder, ui::schemeName(scheme));
    }
    return 0;
}
