#include "app/agent/services/pure_ftpd/PureFtpdConf.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/NativePath.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cctype>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepestInclude = 16; // SC_MAX_RECURSION

/// What drivers look at; other included files may hold passwords.
const QSet<QByteArray> keysOfInterest{"passiveportrange", "forcepassiveip", "bind", "tls", "ipv4only", "ipv6only"};

QString tr(const char *text)
{
    return QCoreApplication::translate("PureFtpdConf", text);
}

bool isBlank(char character)
{
    return std::isspace(static_cast<unsigned char>(character)) != 0;
}

bool isSeparator(char character)
{
    return character == '=' || character == ':';
}

QByteArrayList linesIn(const QByteArray &bytes)
{
    QByteArrayList lines;
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype lineFeed = bytes.indexOf('\n', start);
        const qsizetype end = lineFeed < 0 ? bytes.size() : lineFeed + 1;
        lines << bytes.mid(start, end - start);
        start = end;
    }
    return lines;
}

QByteArray endingOf(const QByteArray &line)
{
    return line.endsWith("\r\n") ? "\r\n" : "\n";
}

} // namespace

QByteArray PureFtpdConf::Line::with(const QByteArray &value) const
{
    return bytes.left(begin) + value + bytes.mid(end);
}

PureFtpdConf::Line PureFtpdConf::parse(const QByteArray &bytes)
{
    Line line;
    line.bytes = bytes;
    qsizetype end = bytes.size();
    while (end > 0 && isBlank(bytes[end - 1]))
        --end;
    qsizetype at = 0;
    while (at < end && isBlank(bytes[at]))
        ++at;
    if (at == end || bytes[at] == '#')
        return line;
    const qsizetype name = at;
    while (at < end && !isBlank(bytes[at]) && !isSeparator(bytes[at]))
        ++at;
    line.key = bytes.mid(name, at - name).toLower();
    while (at < end && isBlank(bytes[at]))
        ++at;
    if (at < end && isSeparator(bytes[at]))
        ++at;
    while (at < end && isBlank(bytes[at]))
        ++at;
    line.begin = at;
    line.end = end;
    return line;
}

Result<std::unique_ptr<PureFtpdFiles>> PureFtpdConf::read(const QString &path, const QList<NativeFile> &files)
{
    auto conf = std::make_unique<PureFtpdConf>();
    conf->m_path = path;
    for (const NativeFile &file : files) {
        if (file.bytes)
            conf->m_files[file.path] = *file.bytes;
    }
    if (!conf->m_files.contains(path)) {
        const auto bytes = readFile(path);
        if (!bytes)
            return failure(bytes.error());
        if (!*bytes) {
            return failure(ErrorCode::NotFound, path, tr("The settings of Pure-FTPd were not read."),
                tr("\"%1\" does not exist.").arg(path), tr("Correct configPath in agent.json."));
        }
        conf->m_files[path] = **bytes;
    }
    conf->readAll();
    return std::unique_ptr<PureFtpdFiles>(std::move(conf));
}

void PureFtpdConf::readAll()
{
    m_lines.clear();
    readOne(m_path, m_files.value(m_path), 0);
}

void PureFtpdConf::readOne(const QString &path, const QByteArray &bytes, int depth)
{
    const QByteArrayList lines = linesIn(bytes);
    for (qsizetype index = 0; index < lines.size(); ++index) {
        Line line = parse(lines[index]);
        line.file = path;
        line.index = index;
        if (line.key == "include" && depth + 1 < deepestInclude) {
            // A relative one is relative to where the server is started, which is not known here.
            const QString included = QString::fromUtf8(line.value());
            if (included.startsWith(u'/')) {
                const auto found = m_files.contains(included) ? std::optional(m_files.value(included))
                                                              : readFile(included).value_or(std::nullopt);
                if (found) {
                    m_files[included] = *found;
                    readOne(included, *found, depth + 1);
                }
                continue;
            }
        }
        m_lines << line;
    }
}

QByteArrayList PureFtpdConf::values(const QByteArray &key) const
{
    QByteArrayList values;
    for (const Line &line : m_lines) {
        if (line.key == key.toLower())
            values << line.value();
    }
    return values;
}

Result<> PureFtpdConf::set(const QByteArray &key, qsizetype index, const QByteArray &value)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.key != key.toLower() || index-- > 0)
            continue;
        if (const Result<> allowed = mayEditIncluded(m_path, line.file); !allowed)
            return allowed;
        QByteArrayList lines = linesIn(m_files.value(line.file));
        lines[line.index] = line.with(value);
        m_files[line.file] = lines.join();
        readAll();
        return {};
    }
    add(key, value);
    return {};
}

void PureFtpdConf::add(const QByteArray &key, const QByteArray &value)
{
    QByteArrayList lines = linesIn(m_files.value(m_path));
    // Behind the example that the distributed file has for each setting, else at the end.
    const QRegularExpression example(
        u"^\\s*#\\s*%1(\\s+)\\S"_s.arg(QString::fromLatin1(key)), QRegularExpression::CaseInsensitiveOption);
    qsizetype place = lines.size();
    QByteArray gap = " ";
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (const auto match = example.match(QString::fromLatin1(lines[index])); match.hasMatch()) {
            place = index + 1;
            gap = match.captured(1).toLatin1();
        }
    }
    const bool lacksEnding = place > 0 && !lines[place - 1].endsWith('\n');
    const QByteArray ending = lines.isEmpty() ? "\n" : endingOf(lines.first());
    if (lacksEnding)
        lines[place - 1] += ending;
    lines.insert(place, key + gap + value + (lacksEnding ? QByteArray() : ending));
    m_files[m_path] = lines.join();
    readAll();
}

QList<NativeFile> PureFtpdConf::nativeFiles() const
{
    QSet<QString> others;
    for (const Line &line : m_lines) {
        if (line.file != m_path && keysOfInterest.contains(line.key))
            others.insert(line.file);
    }
    QStringList paths(others.cbegin(), others.cend());
    paths.sort();
    QList<NativeFile> files{{m_path, m_files.value(m_path)}};
    for (const QString &path : std::as_const(paths))
        files << NativeFile{path, m_files.value(path)};
    return files;
}

Result<PureFtpdFiles::Launch> PureFtpdConf::launch(
    const QByteArray &bind, const QString &copy, const QString &pidFile) const
{
    Launch launch{{copy}, {}};
    for (const Line &line : m_lines) {
        // A value that the server would not take stays, so that it says so.
        const QByteArray old = line.value();
        QByteArray bytes = line.bytes;
        if (line.key == "bind" && !old.isEmpty() && std::none_of(old.cbegin(), old.cend(), isBlank))
            bytes = line.with(bind);
        else if (line.key == "daemonize" && isPureFtpdYes(old))
            bytes = line.with("no");
        else if (line.key == "pidfile" && !old.isEmpty())
            bytes = line.with(pidFile.toUtf8());
        launch.copy += bytes.endsWith('\n') ? bytes : bytes + '\n';
    }
    if (values("Bind").isEmpty())
        launch.copy += "Bind " + bind + '\n';
    if (values("PIDFile").isEmpty())
        launch.copy += "PIDFile " + pidFile.toUtf8() + '\n';
    return launch;
}

QString PureFtpdConf::translated(const QString &words, const QString &copy) const
{
    // "/path/file:3:27: syntax error line 3: [ # x]."
    static const QString place = u"%1:(\\d+):(\\d+): ([a-z ]+) line \\d+"_s;
    const QRegularExpression pattern(place.arg(QRegularExpression::escape(copy)));
    const auto match = pattern.match(words);
    if (!match.hasMatch())
        return words;
    const Line line = m_lines.value(match.captured(1).toInt() - 1);
    QString text = words;
    return text.replace(match.capturedStart(), match.capturedLength(),
        u"%1:%2:%3: %4"_s.arg(line.file).arg(line.index + 1).arg(match.captured(2), match.captured(3)));
}

} // namespace ferry::agent
