#include "app/agent/services/vsftpd/VsftpdConf.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace ferry::agent {
namespace {

// What vsf_sysutil_isspace() skips in front of a setting: parseconf.c.
QByteArrayView withoutIndent(QByteArrayView line)
{
    while (!line.isEmpty() && std::isspace(static_cast<unsigned char>(line.front())))
        line = line.sliced(1);
    return line;
}

QByteArrayView withoutEnding(QByteArrayView line)
{
    return line.endsWith('\n') ? line.chopped(1) : line;
}

// A line counts as a comment only with "#" in its first column.
bool isComment(QByteArrayView line)
{
    return line.startsWith('#');
}

bool isSetting(QByteArrayView line, QByteArrayView key)
{
    if (isComment(line))
        return false;
    const QByteArrayView text = withoutIndent(line);
    return text.startsWith(key) && text.size() > key.size() && text[key.size()] == '=';
}

// "#pasv_min_port=40000", "# pasv_min_port=40000": the example that distributions ship.
bool isExample(QByteArrayView line, QByteArrayView key)
{
    while (!line.isEmpty() && (line.front() == '#' || line.front() == ' ' || line.front() == '\t'))
        line = line.sliced(1);
    return line.startsWith(key) && line.size() > key.size() && line[key.size()] == '=';
}

} // namespace

VsftpdConf::VsftpdConf(const QByteArray &bytes)
{
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype lineFeed = bytes.indexOf('\n', start);
        const qsizetype end = lineFeed < 0 ? bytes.size() : lineFeed + 1;
        m_lines << bytes.mid(start, end - start);
        start = end;
    }
}

std::optional<QByteArray> VsftpdConf::value(const QByteArray &key) const
{
    const qsizetype line = lineOf(key);
    if (line < 0)
        return {};
    const QByteArrayView text = withoutEnding(withoutIndent(m_lines[line]));
    return text.sliced(key.size() + 1).toByteArray();
}

int VsftpdConf::number(const QByteArray &key, int fallback) const
{
    const std::optional<QByteArray> text = value(key);
    return text ? static_cast<int>(std::strtol(text->constData(), nullptr, 10)) : fallback;
}

bool VsftpdConf::isOn(const QByteArray &key, bool fallback) const
{
    const std::optional<QByteArray> text = value(key);
    if (!text)
        return fallback;
    const QByteArray upper = text->toUpper();
    return upper == "YES" || upper == "TRUE" || upper == "1";
}

void VsftpdConf::set(const QByteArray &key, const QByteArray &value, const QByteArrayList &relatives)
{
    const QByteArray setting = key + '=' + value;
    if (const qsizetype line = lineOf(key); line >= 0) {
        QByteArray &old = m_lines[line];
        const qsizetype indent = old.size() - withoutIndent(old).size();
        old = old.left(indent) + setting + (old.endsWith('\n') ? "\n" : "");
        return;
    }
    qsizetype place = exampleOf(key);
    for (const QByteArray &relative : relatives) {
        if (place >= 0)
            break;
        place = lineOf(relative);
    }
    insertBehind(place >= 0 ? place : m_lines.size() - 1, setting);
}

qsizetype VsftpdConf::lineOf(const QByteArray &key) const
{
    for (qsizetype line = m_lines.size() - 1; line >= 0; --line) {
        if (isSetting(m_lines[line], key))
            return line;
    }
    return -1;
}

qsizetype VsftpdConf::exampleOf(const QByteArray &key) const
{
    for (qsizetype line = m_lines.size() - 1; line >= 0; --line) {
        if (isComment(m_lines[line]) && isExample(m_lines[line], key))
            return line;
    }
    return -1;
}

void VsftpdConf::insertBehind(qsizetype line, const QByteArray &setting)
{
    const bool lacksEnding = line >= 0 && !m_lines[line].endsWith('\n');
    if (lacksEnding)
        m_lines[line] += '\n';
    m_lines.insert(line + 1, lacksEnding ? setting : setting + '\n');
}

} // namespace ferry::agent
