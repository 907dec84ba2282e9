#include "app/backend/lab/LabLocation.h"
#include "app/console/CommandLine.h"
#include "app/console/Console.h"
#include "translations/Translations.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;

namespace {

constexpr int usageError = 2;
constexpr int startError = 1;

/// Keys, rule set and lab as they follow from the command line.
struct Start {
    backend::ClientIdentity identity;
    std::optional<Error> identityProblem;
    QString ruleSet;
};

Result<Start> startFor(const console::CommandLine &line)
{
    Start start;
    start.ruleSet = line.ruleSet;
    QString identity = line.identity;
    if (!line.lab.isEmpty()) {
        const auto lab = backend::LabLocation::find(line.lab);
        if (!lab)
            return failure(lab.error());
        if (identity.isEmpty())
            identity = lab->identityDirectory;
        if (start.ruleSet.isEmpty())
            start.ruleSet = lab->ruleSetFile;
    }
    auto loaded =
        backend::ClientIdentity::load(identity.isEmpty() ? backend::ClientIdentity::defaultDirectory() : identity);
    if (loaded)
        start.identity = *loaded;
    else if (!identity.isEmpty())
        return failure(loaded.error()); // named on the command line: it has to be there
    else
        start.identityProblem = loaded.error();
    return start;
}

/// False where Qt would abort because neither X11 nor Wayland is there.
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    const bool isVisible = hasDisplay();
    if (!isVisible)
        qputenv("QT_QPA_PLATFORM", "offscreen"); // enough for --help, and to say what is missing
    QApplication::setApplicationName(u"ferrygate"_s);
    QApplication::setOrganizationName(u"Ferrygate"_s);
    QApplication::setApplicationDisplayName(u"Ferrygate"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(FERRYGATE_VERSION));
    QApplication::setDesktopFileName(u"ferrygate"_s);
    QApplication application(argc, argv);

    installTranslations(QLocale());
    const auto line = console::CommandLine::parse(QApplication::arguments());
    if (!line) {
        QTextStream(stderr) << u"ferrygate: "_s << line.error().text() << Qt::endl;
        return usageError;
    }
    if (!line->information.isEmpty()) {
        QTextStream(stdout) << line->information;
        return 0;
    }
    if (!isVisible) {
        QTextStream(stderr) << QCoreApplication::translate("Main",
            "ferrygate: The console was not started. There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "Start it on a desktop, or use ferryctl, which does the same work from a shell.")
                            << Qt::endl;
        return startError;
    }
    const auto start = startFor(*line);
    if (!start) {
        QTextStream(stderr) << u"ferrygate: "_s << start.error().text() << Qt::endl;
        return startError;
    }
    console::Settings settings;
    ui::applyTheme(application, line->scheme.isEmpty() ? settings.scheme() : ui::schemeByName(line->scheme));
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    console::Console console({.identity = start->identity,
        .settingsFile = {},
        .snapshotDirectory = data.filePath(u"applied"_s),
        .isLab = !line->lab.isEmpty()});
    if (start->identityProblem)
        console.window().showNotice(*start->identityProblem);
    if (!start->ruleSet.isEmpty())
        console.open(start->ruleSet);
    console.show();
    return QApplication::exec();
}
