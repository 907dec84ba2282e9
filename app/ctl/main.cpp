#include "app/ctl/cli/Verb.h"
#include "translations/Translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ferryctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FERRYGATE_VERSION));
    ferry::installTranslations(QLocale());

    QFile out;
    QFile err;
    QFile in;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly)
        || !in.open(stdin, QIODevice::ReadOnly))
        return ferry::ctl::ExitError;
    return ferry::ctl::runCommandLine(QCoreApplication::arguments().mid(1),
        {&out, &err, &in, isatty(fileno(stderr)) != 0, isatty(fileno(stdin)) != 0});
}
