#include "app/agent/control/child/SupervisedProcess.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds minute{60'000};
constexpr qsizetype mostWords = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisedProcess", text);
}

struct Record {
    ProcessId process;
    QString boot;
};

void decode(const JsonNode &node, Record &out)
{
    JsonFields(node)
        .required(u"pid", out.process.pid)
        .required(u"startTicks", out.process.startTicks)
        .required(u"boot", out.boot);
}

} // namespace

SupervisedProcess::SupervisedProcess(Command command, QString record, const Clock &clock)
    : m_command(std::move(command)), m_record(std::move(record)), m_clock(clock)
{
    adopt();
}

ProcessState SupervisedProcess::state() const
{
    if (isAlive(m_process))
        return {true, m_process.pid, startTime(m_process), {}};
    return {false, 0, {}, m_problem.isEmpty() ? tr("It is not running.") : m_problem};
}

Result<> SupervisedProcess::start()
{
    if (isAlive(m_process))
        return {};
    const Result<ProcessId> started = spawn(m_command);
    if (!started)
        return failure(started.error());
    m_process = *started;
    m_shouldRun = true;
    m_problem.clear();
    remember();
    return {};
}

Result<> SupervisedProcess::stop(milliseconds timeout)
{
    m_shouldRun = false;
    const Result<> ended = endGroup(m_process, timeout);
    if (ended)
        m_process = {};
    return ended;
}

void SupervisedProcess::keepRunning()
{
    m_shouldRun = true;
}

void SupervisedProcess::follow(const ProcessId &process)
{
    m_process = process;
    m_shouldRun = true;
    m_problem.clear();
    remember();
}

bool SupervisedProcess::revive()
{
    if (!m_shouldRun || isAlive(m_process))
        return false;
    const milliseconds now = m_clock.monotonic();
    m_deaths.removeIf([&](milliseconds death) { return now - death > minute; });
    const QString words = lastWords();
    if (m_deaths.size() >= mostDeaths) {
        m_shouldRun = false;
        m_problem = tr("It ended %1 times within a minute and is not started again.").arg(m_deaths.size());
        if (!words.isEmpty())
            m_problem += u' ' + tr("It said \"%1\".").arg(words);
        return false;
    }
    m_deaths << now;
    return start().has_value();
}

QString SupervisedProcess::lastWords() const
{
    const auto bytes = readFile(m_command.output);
    return bytes && *bytes ? QString::fromUtf8((*bytes)->right(mostWords)).simplified() : QString();
}

void SupervisedProcess::adopt()
{
    const auto bytes = readFile(m_record);
    if (bytes && *bytes) {
        const Result<Record> record = fromJson<Record>(QJsonDocument::fromJson(**bytes).object());
        if (record && record->boot == bootId() && isAlive(record->process))
            m_process = record->process;
    }
    // An agent that was killed between starting the process and writing that down.
    if (m_process.pid == 0)
        m_process = findRunning(m_command).value_or(ProcessId{});
    m_shouldRun = m_process.pid != 0;
    if (m_shouldRun)
        remember();
}

void SupervisedProcess::remember() const
{
    const QJsonObject json{
        {u"pid"_s, m_process.pid}, {u"startTicks"_s, static_cast<qint64>(m_process.startTicks)}, {u"boot"_s, bootId()}};
    // Without the record the process is still found by its command line, so a full disk does no harm.
    (void)writeDurably(m_record, QJsonDocument(json).toJson());
}

} // namespace ferry::agent
