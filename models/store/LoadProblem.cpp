#include "models/store/LoadProblem.h"

#include "models/store/StoreText.h"

#include <QStringList>

namespace ferry {

QString describe(const LoadProblem &problem, const QString &fileName)
{
    QStringList parts;
    parts << (problem.line > 0 ? QStringLiteral("%1:%2:%3").arg(fileName).arg(problem.line).arg(problem.column)
                               : fileName);
    if (!problem.pointer.isEmpty())
        parts << problem.pointer;
    QString sentences = problem.error.why;
    if (!problem.error.remedy.isEmpty())
        sentences += u' ' + problem.error.remedy;
    parts << sentences;
    return parts.join(QLatin1String(": "));
}

QString describe(const LoadProblems &problems, const QString &fileName)
{
    QStringList lines;
    for (const LoadProblem &problem : problems)
        lines << describe(problem, fileName);
    return lines.join(u'\n');
}

Error summary(const LoadProblems &problems, const QString &fileName)
{
    Error error = problems.value(0).error;
    error.subject = fileName;
    if (!problems.isEmpty() && problems.first().line > 0) {
        error.why =
            StoreText::tr("Line %1, column %2: %3")
                .arg(QString::number(problems.first().line), QString::number(problems.first().column), error.why);
    }
    if (problems.size() > 1)
        error.why +=
            u' ' + StoreText::tr("There are %n more problems.", nullptr, static_cast<int>(problems.size()) - 1);
    return error;
}

} // namespace ferry
