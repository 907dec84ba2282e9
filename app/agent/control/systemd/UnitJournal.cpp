#include "app/agent/control/systemd/UnitJournal.h"

#include <QDeadlineTimer>
#include <QStringList>

#include <algorithm>
#include <memory>

#include <syslog.h>
#include <systemd/sd-journal.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype mostLines = 5;
/// What a process prints and what systemd says of it reach the journal by two ways, in any order.
constexpr milliseconds quiet{200};

struct CloseJournal {
    void operator()(sd_journal *journal) const { sd_journal_close(journal); }
};
using OpenJournal = std::unique_ptr<sd_journal, CloseJournal>;

QByteArray field(sd_journal *journal, const char *name)
{
    const void *data = nullptr;
    size_t size = 0;
    if (sd_journal_get_data(journal, name, &data, &size) < 0)
        return {};
    const QByteArray whole(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return whole.mid(whole.indexOf('=') + 1);
}

bool match(sd_journal *journal, const char *name, const QByteArray &value)
{
    const QByteArray whole = name + ('=' + value);
    return sd_journal_add_match(journal, whole.constData(), static_cast<size_t>(whole.size())) >= 0;
}

/// What the unit's processes have said, or what process 1 says of the unit, or what a child of it says that was to
/// become the unit's process and is gone before the journal can tell to which unit it belongs.
bool matchUnit(sd_journal *journal, const QByteArray &unit)
{
    return match(journal, "_SYSTEMD_UNIT", unit) && sd_journal_add_disjunction(journal) >= 0
        && match(journal, "_UID", "0") && match(journal, "UNIT", unit);
}

void append(QStringList &lines, const QByteArray &message)
{
    const QString line = QString::fromUtf8(message).simplified();
    if (!line.isEmpty() && !lines.contains(line))
        lines << line;
    if (lines.size() > mostLines)
        lines.removeFirst();
}

QStringList linesSince(sd_journal *journal, microseconds since)
{
    QStringList said;
    QStringList told;
    if (sd_journal_seek_realtime_usec(journal, static_cast<quint64>(since.count())) < 0)
        return {};
    while (sd_journal_next(journal) > 0) {
        const QByteArray message = field(journal, "MESSAGE");
        if (field(journal, "_PID") != "1")
            append(said, message);
        else if (field(journal, "PRIORITY").toInt() <= LOG_NOTICE)
            append(told, message);
    }
    return said.isEmpty() ? told : said;
}

} // namespace

QString lastJournalLines(const QString &unit, microseconds since, milliseconds patience)
{
    sd_journal *opened = nullptr;
    if (sd_journal_open(&opened, SD_JOURNAL_LOCAL_ONLY) < 0)
        return {};
    const OpenJournal journal(opened);
    if (!matchUnit(journal.get(), unit.toUtf8()))
        return {};
    const QDeadlineTimer deadline(patience);
    QStringList lines;
    bool isQuiet = false;
    while (!deadline.hasExpired() && (lines.isEmpty() || !isQuiet)) {
        isQuiet = sd_journal_wait(journal.get(), static_cast<quint64>(microseconds(quiet).count())) == SD_JOURNAL_NOP;
        lines = linesSince(journal.get(), since);
    }
    return lines.join(u" / "_s);
}

} // namespace ferry::agent
