// How ProftpdConfiguration reads: includes, conditions, sections.

#include "app/agent/files/Durable.h"
#include "app/agent/services/proftpd/ProftpdConfiguration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <fnmatch.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepestInclude = 16;
constexpr qsizetype mostFiles = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdConfiguration", text);
}

bool hasWildcard(const QString &path)
{
    return path.contains(u'*') || path.contains(u'?') || path.contains(u'[');
}

/// Files that an Include names, in ProFTPD's order; nothing where it would find none.
struct Included {
    QStringList files;
    bool isFolder = false;
    bool isFound = false;
};

QStringList filesIn(const QString &folder, const QString &pattern)
{
    QStringList names = QDir(folder.isEmpty() ? u"/"_s : folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
    // Without a pattern everything in the folder counts, files that begin with a dot too: parse_config_path2().
    names.removeIf([&](const QString &name) {
        return !pattern.isEmpty()
            && ::fnmatch(QFile::encodeName(pattern).constData(), QFile::encodeName(name).constData(), FNM_PERIOD) != 0;
    });
    std::sort(names.begin(), names.end());
    for (QString &name : names)
        name = QDir(folder).filePath(name);
    return names;
}

void addMatches(const QString &folder, const QStringList &parts, Included &out)
{
    if (parts.size() == 1) {
        out.files << filesIn(folder, parts.first());
        return;
    }
    if (!hasWildcard(parts.first())) {
        addMatches(folder + u'/' + parts.first(), parts.mid(1), out);
        return;
    }
    QStringList names = QDir(folder).entryList({parts.first()}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : std::as_const(names))
        addMatches(folder + u'/' + name, parts.mid(1), out);
}

Included resolve(const QString &path)
{
    Included found;
    if (!path.startsWith(u'/') || path.contains(u"%{"_s))
        return found;
    if (hasWildcard(path)) {
        addMatches({}, path.split(u'/').mid(1), found);
        found.isFound = true;
        return found;
    }
    const QFileInfo info(path);
    found.isFolder = info.isDir() && !info.isSymLink();
    found.isFound = found.isFolder || info.isFile();
    if (found.isFolder)
        found.files = filesIn(QDir::cleanPath(path), {});
    else if (found.isFound)
        found.files = {QDir::cleanPath(path)};
    return found;
}

/// A condition that is not met, up to its end.
class Unmet {
public:
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }
    void begin(const QByteArray &key)
    {
        m_name = key.mid(1);
        m_depth = 1;
    }
    /// A line within it, which may begin or end one of the same kind.
    void pass(const QByteArray &key) { m_depth += key == '<' + m_name ? 1 : key == "</" + m_name ? -1 : 0; }

private:
    QByteArray m_name;
    int m_depth = 0;
};

} // namespace

struct ProftpdConfiguration::Reading {
    struct Open {
        QByteArray key;
        Section section = Section::Server;
        int server = 0;
    };

    QList<Open> open{{}};
    QSet<QByteArray> modules;
    QSet<QByteArray> defines;
    bool knowsModules = true;
    int depth = 0;
    qsizetype files = 0;

    [[nodiscard]] bool isTrue(const QByteArray &key, const QByteArrayList &arguments) const
    {
        QByteArray name = arguments.value(0);
        const bool isNegated = name.startsWith('!');
        name = isNegated ? name.mid(1) : name;
        if (key == "<ifdefine")
            return defines.contains(name) != isNegated;
        return (!knowsModules || modules.contains(name)) != isNegated;
    }
};

Result<ProftpdConfiguration> ProftpdConfiguration::read(
    const QString &path, const ProftpdBuild &build, const QList<NativeFile> &files)
{
    ProftpdConfiguration configuration;
    configuration.m_path = path;
    configuration.m_build = build;
    for (const NativeFile &file : files)
        configuration.m_given[file.path] = file.bytes;
    if (const Result<> done = configuration.readAll(); !done)
        return failure(done.error());
    return configuration;
}

Result<> ProftpdConfiguration::readAll()
{
    m_files.clear();
    m_servers = {{}};
    m_directives.clear();
    m_flat.clear();
    std::optional<QByteArray> bytes;
    if (m_given.contains(m_path)) {
        bytes = m_given.value(m_path);
    } else {
        auto found = agent::readFile(m_path);
        if (!found)
            return failure(found.error());
        bytes = *found;
    }
    if (!bytes) {
        return failure(ErrorCode::NotFound, m_path, tr("The settings of ProFTPD were not read."),
            tr("\"%1\" does not exist.").arg(m_path), tr("Correct configPath in agent.json."));
    }
    Reading reading;
    reading.modules = m_build.modules.value_or(QSet<QByteArray>());
    reading.knowsModules = m_build.modules.has_value();
    reading.defines = m_build.defines;
    readFile(m_path, *bytes, false, reading);
    return {};
}

std::optional<QByteArray> ProftpdConfiguration::bytesOf(const QString &path) const
{
    if (m_given.contains(path))
        return m_given.value(path);
    return agent::readFile(path).value_or(std::nullopt);
}

void ProftpdConfiguration::include(const QString &pattern, Reading &reading, const FlatLine &asItStands)
{
    Included found = resolve(pattern);
    // A file that is to be written soon.
    if (!found.isFound && m_given.value(pattern)) {
        found.files = {pattern};
        found.isFound = true;
    }
    if (!found.isFound || reading.depth >= deepestInclude) {
        m_flat << asItStands;
        return;
    }
    ++reading.depth;
    for (const QString &file : std::as_const(found.files)) {
        const std::optional<QByteArray> bytes = bytesOf(file);
        if (bytes && reading.files < mostFiles)
            readFile(file, *bytes, found.isFolder, reading);
    }
    --reading.depth;
}

void ProftpdConfiguration::readFile(const QString &path, const QByteArray &bytes, bool isInFolder, Reading &reading)
{
    ++reading.files;
    File &file = m_files[path];
    file.bytes = bytes;
    file.isInFolder = file.isInFolder || isInFolder;
    const QByteArrayList lines = linesOf(bytes);
    Unmet unmet;
    for (qsizetype at = 0; at < lines.size();) {
        const ProftpdLine line = readProftpdLine(lines, at);
        const QByteArray key = line.key();
        at += line.count;
        if (!unmet.isOpen() && key == "include" && line.arguments().size() == 1) {
            include(QString::fromUtf8(line.arguments().first()), reading,
                {line.raw.endsWith('\n') ? line.raw : line.raw + '\n', path, line.first + 1});
            continue;
        }
        for (qsizetype i = line.first; i < line.first + line.count; ++i)
            m_flat << FlatLine{lines[i].endsWith('\n') ? lines[i] : lines[i] + '\n', path, i + 1};
        if (unmet.isOpen())
            unmet.pass(key);
        else if (key != "<ifmodule" && key != "<ifdefine")
            readDirective(path, line, reading);
        else if (!reading.isTrue(key, line.arguments()))
            unmet.begin(key);
    }
}

void ProftpdConfiguration::readDirective(const QString &path, const ProftpdLine &line, Reading &reading)
{
    const QByteArray key = line.key();
    if (key.isEmpty() || key == "</ifmodule" || key == "</ifdefine")
        return;
    if (key.startsWith("</")) {
        if (reading.open.size() > 1)
            reading.open.removeLast();
        return;
    }
    const QByteArrayList arguments = line.arguments();
    if (key == "loadmodule")
        reading.modules.insert(arguments.value(0));
    if (key == "define")
        reading.defines.insert(arguments.value(0));
    if (key.startsWith('<'))
        openSection(key, arguments, reading);
    const Reading::Open &context = reading.open.last();
    m_directives << Directive{key, arguments, context.server, context.section, path, line};
}

void ProftpdConfiguration::openSection(const QByteArray &key, const QByteArrayList &arguments, Reading &reading)
{
    Reading::Open context = reading.open.last();
    context.key = key;
    if (key == "<virtualhost") {
        context.server = static_cast<int>(m_servers.size());
        context.section = Section::Server;
        m_servers << Server{arguments, static_cast<int>(m_directives.size())};
    } else {
        context.section = key == "<global" ? Section::Global : Section::Other;
    }
    reading.open << context;
}

} // namespace ferry::agent
