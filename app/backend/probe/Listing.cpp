#include "app/backend/probe/Listing.h"

#include <QRegularExpression>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

std::optional<ListedFile> readLine(const QString &line)
{
    // -rw-r--r--    1 ftp      ftp       20000000 Nov 23 07:00 big file.bin
    static const QRegularExpression unixForm(
        u"^-\\S{9,}\\s+\\d+\\s+\\S+\\s+\\S+\\s+(\\d{1,15})\\s+\\S+\\s+\\S+\\s+\\S+ (.+)$"_s);
    // 11-23-26  07:00AM             20000000 big file.bin
    static const QRegularExpression dosForm(
        u"^\\d\\d-\\d\\d-\\d{2,4}\\s+\\d\\d:\\d\\d(?:[AP]M)?\\s+(\\d{1,15}) (.+)$"_s);
    for (const QRegularExpression *form : {&unixForm, &dosForm}) {
        const QRegularExpressionMatch match = form->match(line);
        if (match.hasMatch())
            return ListedFile{match.captured(2), match.captured(1).toLongLong()};
    }
    return std::nullopt;
}

} // namespace

std::optional<ListedFile> smallestFile(const QByteArray &listing)
{
    std::optional<ListedFile> smallest;
    for (QByteArray line : listing.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        const std::optional<ListedFile> file = readLine(QString::fromUtf8(line));
        if (file && file->size > 0 && (!smallest || file->size < smallest->size))
            smallest = file;
    }
    return smallest;
}

} // namespace ferry::backend
