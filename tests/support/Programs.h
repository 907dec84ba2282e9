#pragma once

#include <QProcess>

namespace ferry::test {

/// Ends a program of ours that a test has started, by SIGTERM. The test fails if the program then ends with anything
/// but 0: it crashed, or a sanitizer found something, a leak for example, that shows only at the end.
void endProgram(QProcess &program);

} // namespace ferry::test
