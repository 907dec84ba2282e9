#pragma once

#include "app/agent/metrics/MetricFamily.h"
#include "app/agent/services/FtpServiceDriver.h"
#include "models/wire/LogEntry.h"
#include "models/wire/NodeStatus.h"
#include "models/wire/Operations.h"

#include <QObject>

#include <memory>

namespace ferry::agent {

/// Delivers a gateway's log as it is written. Lives in the agent's main thread.
class LogSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void entryWritten(const ferry::LogEntry &entry);
};

/// Drives one kind of gateway engine, for one gateway of agent.json. Like an FTP service's driver it renders native
/// files and writes none; unlike there, taking them up is its own business, since engines do that without a restart.
/// Calls block and are made by the agent's worker only; createLogSource() is called in the main thread.
class GatewayEngine {
public:
    virtual ~GatewayEngine() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    /// Those that an Apply may choose.
    [[nodiscard]] virtual QList<Engine> offered() const { return {engine()}; }
    /// Whether it opens the published ports itself, so that nobody else can have them at the same time.
    [[nodiscard]] virtual bool listens() const { return true; }
    /// Whether it runs, and with which generation, by its own word.
    [[nodiscard]] virtual GatewayStatus observe() = 0;
    /// What was changed by hand in what runs, beside the native files: what was applied, what is there. As of the last
    /// observe().
    [[nodiscard]] virtual QList<NativeChange> handEdits() const { return {}; }
    /// The native files as they are now.
    [[nodiscard]] virtual Result<QList<NativeFile>> nativeFiles() const = 0;
    /// The native files for `wanted`. Fails with Unsupported where the engine cannot do what a rule asks.
    [[nodiscard]] virtual Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) = 0;
    /// The native files with which another engine of the gateway can take the ports: no rules, while open sessions go
    /// on with the transfers that they have.
    [[nodiscard]] virtual Result<QList<NativeFile>> prepareHandOver(const GatewayId &gateway, const QString &generation)
    {
        return prepare({gateway, engine(), {}, {}}, generation);
    }
    /// Asks the engine whether it would accept `files`; changes nothing.
    [[nodiscard]] virtual Result<> check(const QList<NativeFile> &files) = 0;
    /// The files are in place: run them. All or nothing; sessions that are open go on.
    [[nodiscard]] virtual Result<> commit() = 0;
    /// The same, also where it runs these files already: what it runs may have been changed by hand.
    [[nodiscard]] virtual Result<> commitAnew() { return commit(); }
    /// The files of before are back in place: run those. Does nothing where they run already.
    [[nodiscard]] virtual Result<> rollBack() = 0;

    [[nodiscard]] virtual Result<QList<SessionInfo>> sessions() = 0;
    /// What was kept of the lines of one session. Fails with NotFound where there is none of that number.
    [[nodiscard]] virtual Result<SessionTranscript> transcript(quint64 session) = 0;
    /// Ends one session. Fails with NotFound where there is none of that number.
    [[nodiscard]] virtual Result<> endSession(quint64 session) = 0;
    /// Lets a rule, or every rule, take no new sessions, or take them again; open ones go on.
    [[nodiscard]] virtual Result<DrainReply> drain(const std::optional<RuleId> &rule, bool isDraining) = 0;
    /// Lets the engine's program take over from the one that runs, which may be an older version of it. Connections and
    /// open sessions notice nothing; where it fails the one that runs goes on.
    [[nodiscard]] virtual Result<UpgradeReply> upgrade() = 0;
    /// The newest entries, oldest first.
    [[nodiscard]] virtual Result<QList<LogEntry>> log(int tail) = 0;
    /// What it counts, each sample labelled with `gateway`. Names begin with "ferrygate_".
    [[nodiscard]] virtual Result<QList<MetricFamily>> metrics() = 0;
    [[nodiscard]] virtual std::unique_ptr<LogSource> createLogSource() const = 0;

    /// Called about once a second: brings back an engine that ended by itself.
    virtual void supervise() {}
    /// The agent is stopped in an orderly way: end what was started.
    virtual void stop() {}
};

} // namespace ferry::agent
