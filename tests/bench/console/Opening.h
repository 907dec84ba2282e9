#pragma once

#include "app/console/Console.h"
#include "tests/bench/console/Painted.h"
#include "tests/bench/models/Measure.h"

#include <QApplication>
#include <QProcess>
#include <QTableView>

#include <cstdio>

namespace ferry::bench {

/// What the console is like that opened a file in a process of its own.
struct Opened {
    double seconds = 0;        ///< from the start of the process to the painted rules
    double megabytes = 0;      ///< held when everything is checked; 10^6 bytes
};

/// Runs in that process: opens the file, says a line when its rules are painted, and another one when everything is
/// checked. Returns the exit code.
inline int openAndTell(const QString &file, const QString &folder)
{
    ui::applyTheme(*qApp, ui::Scheme::Light);
    console::Console::Options options;
    options.settingsFile = folder + QStringLiteral("/settings.ini");
    options.snapshotDirectory = folder + QStringLiteral("/applied");
    console::Console console(options);
    bool isOpen = false;
    QObject::connect(&console.files(), &console::RuleSetFiles::opened, &console, [&] { isOpen = true; });
    console.open(file);
    console.show();
    while (!isOpen)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    Painted painted(*console.window().findChild<QTableView *>(QStringLiteral("rulesTable")));
    if (!painted.wait())
        return 1;
    std::printf("painted\n");
    std::fflush(stdout);
    while (!console.findings().isUpToDate())
        QCoreApplication::processEvents();
    std::printf("%.3f\n", memoryInUse().now * 1.048576);
    return 0;
}

/// Starts this program once more with `--open`, and measures it from outside.
inline Opened openInProcess(const QString &file, const QString &folder)
{
    Opened result;
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open"), file, folder});
    process.waitForReadyRead(60'000);
    const bool isPainted = process.readLine().trimmed() == "painted";
    result.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    process.waitForFinished(60'000);
    result.megabytes = process.readAll().trimmed().toDouble();
    if (!isPainted || process.exitCode() != 0 || result.megabytes <= 0)
        qFatal("The console did not open %s.", qPrintable(file));
    return result;
}

} // namespace ferry::bench
