#include "tests/support/Programs.h"

#include <QTest>

namespace ferry::test {

namespace {

constexpr int patience = 30'000; // milliseconds

} // namespace

void endProgram(QProcess &program)
{
    if (program.state() == QProcess::NotRunning)
        return;
    program.terminate();
    const bool hasEnded = program.waitForFinished(patience);
    if (!hasEnded) {
        program.kill();
        program.waitForFinished(patience);
    }
    if (hasEnded && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0)
        return;
    const QByteArray message = program.program().toLocal8Bit()
        + (hasEnded ? " ended with " + QByteArray::number(program.exitCode()) : " did not end by SIGTERM")
        + ". It said:\n" + program.readAll();
    // Behind the last test function there is nothing left that could fail.
    if (QTest::currentTestFunction() == nullptr)
        qFatal("%s", message.constData());
    QTest::qFail(message.constData(), __FILE__, __LINE__);
}

} // namespace ferry::test
