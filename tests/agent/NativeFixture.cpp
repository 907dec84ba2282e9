#include "tests/agent/NativeFixture.h"

#include "app/agent/files/Durable.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        names << QDir(folder).relativeFilePath(it.next());
    names.sort();
    return names;
}

QString nameOfRow()
{
    QFETCH(QString, name);
    return name;
}

} // namespace

NativeFixture::NativeFixture(const QString &folder, const QMap<QByteArray, QByteArray> &words, const QString &name)
    : m_name(name.isEmpty() ? nameOfRow() : name), m_words(words)
{
    m_words["@DIR@"] = m_folder.path().toUtf8();
    const QDir source(QDir(folder).filePath(m_name));
    for (const QString &file : filesBelow(source.path())) {
        QVERIFY(QDir().mkpath(QFileInfo(path(file)).path()));
        QVERIFY(agent::writeDurably(path(file), withWords(contentOf(source.filePath(file)))));
    }
}

bool NativeFixture::write(const QList<agent::NativeFile> &files) const
{
    return std::all_of(files.cbegin(), files.cend(), [](const agent::NativeFile &file) {
        return !file.bytes || agent::writeDurably(file.path, *file.bytes).has_value();
    });
}

void NativeFixture::compareWithGolden(
    const QString &golden, const QList<agent::NativeFile> &before, const QList<agent::NativeFile> &after) const
{
    const QDir folder(QDir(golden).filePath(m_name));
    QStringList changed;
    for (const agent::NativeFile &file : after) {
        if (!file.bytes || before.contains(file))
            continue;
        const QString name = QDir(m_folder.path()).relativeFilePath(file.path);
        const QByteArray bytes = withoutWords(*file.bytes);
        changed << name;
        if (qEnvironmentVariableIsSet("FERRYGATE_WRITE_GOLDEN")) {
            QVERIFY(QDir().mkpath(QFileInfo(folder.filePath(name)).path()));
            QFile out(folder.filePath(name));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(bytes);
        }
        QCOMPARE(bytes, contentOf(folder.filePath(name)));
    }
    changed.sort();
    QCOMPARE(changed, filesBelow(folder.path()));
}

QByteArray NativeFixture::withWords(QByteArray bytes) const
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it)
        bytes.replace(it.key(), it.value());
    return bytes;
}

QByteArray NativeFixture::withoutWords(QByteArray bytes) const
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it)
        bytes.replace(it.value(), it.key());
    return bytes;
}

void fixtureRows(const QString &folder)
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(names.size() >= 10);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace ferry::test
