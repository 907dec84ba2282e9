#include "app/agent/services/proftpd/ProftpdConfiguration.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/NativePath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cctype>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdConfiguration", text);
}

/// What settings are read from; files without any of it stay out of the agent's sight.
const QSet<QByteArray> &keysOfInterest()
{
    static const QSet<QByteArray> keys{"<virtualhost", "defaultaddress", "defaultserver", "masqueradeaddress",
        "passiveports", "port", "servername", "servertype", "sftpengine", "socketbindtight", "tlsengine",
        "tlsmasqueradeaddress", "tlsoptions"};
    return keys;
}

QByteArray endingOf(const QByteArray &line)
{
    return line.endsWith("\r\n") ? "\r\n" : "\n";
}

QByteArray indentOf(const QByteArray &line)
{
    qsizetype size = 0;
    while (size < line.size() && (line[size] == ' ' || line[size] == '\t'))
        ++size;
    return line.left(size);
}

} // namespace

QString ProftpdConfiguration::ownPath() const
{
    const QFileInfo file(m_path);
    return file.dir().filePath(file.completeBaseName() + u"-ferrygate.conf"_s);
}

const ProftpdConfiguration::Directive *ProftpdConfiguration::own(int server, const QByteArray &key) const
{
    const auto found = std::find_if(m_directives.cbegin(), m_directives.cend(), [&](const Directive &directive) {
        return directive.section == Section::Server && directive.server == server && directive.key == key;
    });
    return found == m_directives.cend() ? nullptr : &*found;
}

const ProftpdConfiguration::Directive *ProftpdConfiguration::lastOwn(int server, const QByteArray &key) const
{
    const auto found = std::find_if(m_directives.crbegin(), m_directives.crend(), [&](const Directive &directive) {
        return directive.section == Section::Server && directive.server == server && directive.key == key;
    });
    return found == m_directives.crend() ? nullptr : &*found;
}

const ProftpdConfiguration::Directive *ProftpdConfiguration::counting(int server, const QByteArray &key) const
{
    if (const Directive *directive = own(server, key))
        return directive;
    const auto found = std::find_if(m_directives.cbegin(), m_directives.cend(),
        [&](const Directive &directive) { return directive.section == Section::Global && directive.key == key; });
    return found == m_directives.cend() ? nullptr : &*found;
}

Result<> ProftpdConfiguration::setArguments(const Directive &directive, const QByteArray &arguments)
{
    const Directive old = directive;
    return replaceLines(old.file, old.line.first, old.line.count, {old.line.withArguments(arguments)});
}

Result<> ProftpdConfiguration::remove(const Directive &directive)
{
    const Directive old = directive;
    return replaceLines(old.file, old.line.first, old.line.count, {});
}

Result<> ProftpdConfiguration::add(int server, const QByteArray &directive)
{
    if (server == 0)
        return addToOwn(directive + '\n');
    const Directive opening = m_directives[m_servers[server].opening];
    const QByteArrayList lines = linesOf(m_files.value(opening.file).bytes);
    const qsizetype behind = opening.line.first + opening.line.count;
    const QByteArray outer = indentOf(opening.line.raw);
    const QByteArray inner = behind < lines.size() ? indentOf(lines[behind]) : QByteArray();
    const QByteArray indent = inner.size() > outer.size() ? inner : outer + "  ";
    return replaceLines(opening.file, behind, 0, {indent + directive + endingOf(opening.line.raw)});
}

Result<> ProftpdConfiguration::addGlobal(const QByteArray &directive)
{
    return addToOwn("<Global>\n  " + directive + "\n</Global>\n");
}

Result<> ProftpdConfiguration::addToOwn(const QByteArray &text)
{
    const QString own = ownPath();
    // One that nothing includes is from another time: its settings must not come into force.
    const bool isIncluded = m_files.contains(own);
    const QByteArray before = isIncluded
        ? m_files.value(own).bytes
        : "# Written by Ferrygate for what " + QFileInfo(m_path).fileName().toUtf8() + " leaves open.\n";
    m_given[own] = (before.isEmpty() || before.endsWith('\n') ? before : before + '\n') + text;
    if (isIncluded)
        return readAll();

    const QString path = own.contains(u' ') ? u'"' + own + u'"' : own;
    QByteArrayList lines = linesOf(m_files.value(m_path).bytes);
    const QByteArray ending = lines.isEmpty() ? "\n" : endingOf(lines.first());
    const bool lacksEnding = !lines.isEmpty() && !lines.last().endsWith('\n');
    if (lacksEnding)
        lines.last() += ending;
    lines << "Include " + path.toUtf8() + (lacksEnding ? QByteArray() : ending);
    return replaceLines(m_path, 0, linesOf(m_files.value(m_path).bytes).size(), lines);
}

QList<NativeFile> ProftpdConfiguration::nativeFiles() const
{
    QSet<QString> paths;
    for (const Directive &directive : m_directives) {
        if (directive.section != Section::Other && keysOfInterest().contains(directive.key))
            paths.insert(directive.file);
    }
    const QString own = ownPath();
    paths.remove(m_path);
    paths.remove(own);
    QStringList others(paths.cbegin(), paths.cend());
    others.sort();
    QList<NativeFile> files{{m_path, m_files.value(m_path).bytes}, {own, bytesOf(own)}};
    for (const QString &path : std::as_const(others))
        files << NativeFile{path, m_files.value(path).bytes};
    return files;
}

Result<> ProftpdConfiguration::mayEdit(const QString &path) const
{
    if (path == m_path || path == ownPath())
        return {};
    if (Result<> isBelow = mayEditIncluded(m_path, path); !isBelow)
        return isBelow;
    if (m_files.value(path).isInFolder) {
        return failure(ErrorCode::Unsupported, path, tr("\"%1\" was not edited.").arg(path),
            tr("Everything in its folder is included, and so would be the old file, which stays beside it "
               "until the change is confirmed."),
            tr("Include \"%1/*.conf\" instead of the folder.").arg(QFileInfo(path).path()));
    }
    return {};
}

Result<> ProftpdConfiguration::replaceLines(
    const QString &path, qsizetype first, qsizetype count, const QByteArrayList &lines)
{
    if (const Result<> allowed = mayEdit(path); !allowed)
        return allowed;
    QByteArrayList all = linesOf(m_files.value(path).bytes);
    all.remove(first, count);
    for (qsizetype index = 0; index < lines.size(); ++index)
        all.insert(first + index, lines[index]);
    m_given[path] = all.join();
    return readAll();
}

} // namespace ferry::agent
