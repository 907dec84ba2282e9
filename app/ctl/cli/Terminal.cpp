#include "app/ctl/cli/Terminal.h"

#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <QJsonDocument>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

void Terminal::write(QIODevice *device, const QString &text)
{
    if (!device)
        return;
    device->write((text + u'\n').toUtf8());
    if (auto *file = qobject_cast<QFileDevice *>(device))
        file->flush();
}

void Terminal::line(const QString &text)
{
    if (!m_isJson)
        write(m_streams.out, text);
}

void Terminal::json(const QJsonObject &object)
{
    if (m_isJson)
        write(m_streams.out, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Terminal::progress(const QString &text)
{
    if (m_showsProgress || m_streams.isErrTty)
        write(m_streams.err, text);
}

void Terminal::note(const QString &text)
{
    write(m_streams.err, text);
}

void Terminal::error(const Error &error)
{
    if (m_isJson) {
        json({{u"error"_s, errorToJson(error)}});
        return;
    }
    const QString subject = error.subject.isEmpty() ? QString() : error.subject + u": "_s;
    write(m_streams.err, u"ferryctl: "_s + subject + error.what);
    for (const QString &part : {error.why, error.remedy}) {
        if (!part.isEmpty())
            write(m_streams.err, u"  "_s + part);
    }
}

bool Terminal::ask(const QString &question)
{
    if (!canAsk())
        return false;
    m_streams.err->write((question + QCoreApplication::translate("Terminal", " [y/N] ")).toUtf8());
    if (auto *file = qobject_cast<QFileDevice *>(m_streams.err))
        file->flush();
    const QString answer = QString::fromUtf8(m_streams.in->readLine()).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1;
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{u"code"_s, enumName(error.code)}, {u"what"_s, error.what}};
    if (!error.subject.isEmpty())
        object.insert(u"subject"_s, error.subject);
    if (!error.why.isEmpty())
        object.insert(u"why"_s, error.why);
    if (!error.remedy.isEmpty())
        object.insert(u"remedy"_s, error.remedy);
    return object;
}

QString aligned(const QList<QStringList> &rows, const QString &indent)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line = indent;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i] + 2) : row[i];
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace ferry::ctl
