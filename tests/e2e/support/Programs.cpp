#include "tests/e2e/support/Programs.h"

#include <QtGlobal>

namespace ferry::e2e {

QString programDirectory()
{
    return QStringLiteral(FERRYGATE_BUILD_DIR "/bin");
}

QString packageDirectory()
{
    const QString fromEnvironment = qEnvironmentVariable("FERRYGATE_LAB_PACKAGES");
    return fromEnvironment.isEmpty() ? QStringLiteral(FERRYGATE_BUILD_DIR "/lab-packages") : fromEnvironment;
}

} // namespace ferry::e2e
