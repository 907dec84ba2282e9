#include "app/agent/engines/EngineSwitch.h"

#include "app/agent/files/Durable.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EngineSwitch", text);
}

QByteArray choiceOf(Engine engine)
{
    return enumName(engine).toUtf8() + '\n';
}

/// Several engines count for one gateway and rule: what is told apart by nothing becomes one number.
QList<MetricFamily> summed(QList<MetricFamily> families)
{
    for (MetricFamily &family : families) {
        QList<MetricSample> samples;
        for (const MetricSample &sample : std::as_const(family.samples)) {
            const auto same = std::find_if(
                samples.begin(), samples.end(), [&](const MetricSample &one) { return one.labels == sample.labels; });
            if (same == samples.end())
                samples << sample;
            else
                same->value += sample.value;
        }
        family.samples = samples;
    }
    return families;
}

/// What any of its sources tells.
class JoinedLogSource final : public LogSource {
public:
    explicit JoinedLogSource(const std::vector<std::unique_ptr<GatewayEngine>> &engines)
    {
        for (const auto &engine : engines) {
            m_sources.push_back(engine->createLogSource());
            connect(m_sources.back().get(), &LogSource::entryWritten, this, &LogSource::entryWritten);
        }
    }

private:
    std::vector<std::unique_ptr<LogSource>> m_sources;
};

} // namespace

EngineSwitch::EngineSwitch(QString choicePath, std::vector<std::unique_ptr<GatewayEngine>> engines)
    : m_choicePath(std::move(choicePath)), m_engines(std::move(engines))
{
}

QList<Engine> EngineSwitch::offered() const
{
    QList<Engine> all;
    for (const auto &engine : m_engines)
        all << engine->engine();
    return all;
}

GatewayEngine *EngineSwitch::find(Engine engine) const
{
    const auto found = std::find_if(
        m_engines.cbegin(), m_engines.cend(), [engine](const auto &one) { return one->engine() == engine; });
    return found == m_engines.cend() ? nullptr : found->get();
}

GatewayEngine &EngineSwitch::named(const std::optional<QByteArray> &bytes) const
{
    const auto found = std::find_if(
        m_engines.cbegin(), m_engines.cend(), [&](const auto &one) { return bytes == choiceOf(one->engine()); });
    return found == m_engines.cend() ? *m_engines.front() : **found;
}

GatewayEngine &EngineSwitch::inCharge() const
{
    return named(readFile(m_choicePath).value_or(std::optional<QByteArray>()));
}

std::vector<GatewayEngine *> EngineSwitch::retired() const
{
    const GatewayEngine *chosen = &inCharge();
    std::vector<GatewayEngine *> others;
    for (const auto &engine : m_engines) {
        if (engine.get() != chosen && engine->observe().running)
            others.push_back(engine.get());
    }
    return others;
}

GatewayStatus EngineSwitch::observe()
{
    GatewayStatus status = inCharge().observe();
    for (GatewayEngine *other : retired()) {
        const GatewayStatus before = other->observe();
        status.sessions += before.sessions;
        if (before.sessions > 0 && status.problem.isEmpty()) {
            status.problem = tr("Sessions that still run in the engine %1, until they end: %2.")
                                 .arg(enumName(before.engine))
                                 .arg(before.sessions);
        }
    }
    return status;
}

Result<QList<NativeFile>> EngineSwitch::nativeFiles() const
{
    QList<NativeFile> files;
    for (const auto &engine : m_engines) {
        const Result<QList<NativeFile>> own = engine->nativeFiles();
        if (!own)
            return own;
        files << *own;
    }
    const auto choice = readFile(m_choicePath);
    if (!choice)
        return failure(choice.error());
    return files << NativeFile{m_choicePath, *choice};
}

Result<QList<NativeFile>> EngineSwitch::prepare(const GatewayConfig &wanted, const QString &generation)
{
    GatewayEngine *next = find(wanted.engine);
    if (!next) {
        return failure(ErrorCode::Unsupported, wanted.id.text(), tr("The configuration was not prepared."),
            tr("agent.json names no engine \"%1\" for %2.").arg(enumName(wanted.engine), wanted.id.text()),
            tr("Choose one that it names, or add it there under \"alternatives\"."));
    }
    Result<QList<NativeFile>> files = next->prepare(wanted, generation);
    if (!files)
        return files;
    if (GatewayEngine &present = inCharge(); &present != next) {
        const Result<QList<NativeFile>> nothing = present.prepareHandOver(wanted.id, generation);
        if (!nothing)
            return nothing;
        *files << *nothing;
    }
    return *files << NativeFile{m_choicePath, choiceOf(wanted.engine)};
}

Result<> EngineSwitch::check(const QList<NativeFile> &files)
{
    const auto choice = std::find_if(
        files.cbegin(), files.cend(), [this](const NativeFile &file) { return file.path == m_choicePath; });
    GatewayEngine &chosen = named(choice == files.cend() ? std::nullopt : choice->bytes);
    const Result<QList<NativeFile>> present = chosen.nativeFiles();
    if (!present)
        return failure(present.error());
    QList<NativeFile> own;
    for (const NativeFile &file : files) {
        if (std::any_of(
                present->cbegin(), present->cend(), [&](const NativeFile &one) { return one.path == file.path; }))
            own << file;
    }
    return chosen.check(own);
}

Result<> EngineSwitch::commitBy(Result<> (GatewayEngine::*take)())
{
    GatewayEngine &chosen = inCharge();
    const std::vector<GatewayEngine *> others = retired();
    // A port has one listener: who hands it over closes it first. Where one of the two has none, nobody finds it
    // closed.
    for (const bool isBefore : {true, false}) {
        for (GatewayEngine *other : others) {
            if ((chosen.listens() && other->listens()) != isBefore)
                continue;
            if (Result<> released = other->commit(); !released)
                return released;
        }
        if (Result<> taken = isBefore ? (chosen.*take)() : Result<>(); !taken)
            return taken;
    }
    return {};
}

Result<> EngineSwitch::rollBack()
{
    GatewayEngine &chosen = inCharge();
    Result<> released;
    for (GatewayEngine *other : retired()) {
        if (const Result<> one = other->rollBack(); !one)
            released = one;
    }
    Result<> taken = chosen.rollBack();
    return taken ? released : taken;
}

Result<QList<SessionInfo>> EngineSwitch::sessions()
{
    Result<QList<SessionInfo>> all = inCharge().sessions();
    for (GatewayEngine *other : retired()) {
        if (all)
            *all << other->sessions().value_or(QList<SessionInfo>());
    }
    return all;
}

Result<SessionTranscript> EngineSwitch::transcript(quint64 session)
{
    Result<SessionTranscript> found = inCharge().transcript(session);
    for (GatewayEngine *other : retired()) {
        if (!found && found.error().code == ErrorCode::NotFound)
            found = other->transcript(session);
    }
    return found;
}

Result<> EngineSwitch::endSession(quint64 session)
{
    Result<> ended = inCharge().endSession(session);
    for (GatewayEngine *other : retired()) {
        if (!ended && ended.error().code == ErrorCode::NotFound)
            ended = other->endSession(session);
    }
    return ended;
}

Result<DrainReply> EngineSwitch::drain(const std::optional<RuleId> &rule, bool isDraining)
{
    return inCharge().drain(rule, isDraining);
}

Result<QList<LogEntry>> EngineSwitch::log(int tail)
{
    QList<LogEntry> entries;
    for (const auto &engine : m_engines)
        entries << engine->log(tail).value_or(QList<LogEntry>());
    std::stable_sort(entries.begin(), entries.end(),
        [](const LogEntry &left, const LogEntry &right) { return left.time < right.time; });
    return entries.mid(std::max<qsizetype>(0, entries.size() - tail));
}

Result<QList<MetricFamily>> EngineSwitch::metrics()
{
    const Result<QList<MetricFamily>> own = inCharge().metrics();
    if (!own)
        return own;
    QList<MetricFamily> all = *own;
    for (GatewayEngine *other : retired())
        all << other->metrics().value_or(QList<MetricFamily>());
    return summed(merged(all));
}

std::unique_ptr<LogSource> EngineSwitch::createLogSource() const
{
    return std::make_unique<JoinedLogSource>(m_engines);
}

void EngineSwitch::supervise()
{
    inCharge().supervise();
    for (GatewayEngine *other : retired()) {
        if (other->listens() && other->observe().sessions == 0)
            other->stop();
    }
}

void EngineSwitch::stop()
{
    for (const auto &engine : m_engines)
        engine->stop();
}

} // namespace ferry::agent
