#include "app/agent/Program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ferrygate-agent"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FERRYGATE_VERSION));
    return ferry::agent::runProgram(QCoreApplication::arguments());
}
