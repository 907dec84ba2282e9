#pragma once

#include "app/backend/agents/AgentChannel.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>

namespace ferry::backend {

/// An agent that keeps its state in memory and behaves as the real one does: one transaction at a time, a base
/// generation to be planned from, back to the old configuration on rollback. Ships with the interface for tests.
class FakeAgent final : public AgentChannel {
    Q_OBJECT
public:
    FakeAgent(const QString &agent, QObject *parent = nullptr);

    [[nodiscard]] State state() const override { return m_online ? State::Online : State::Offline; }
    [[nodiscard]] QString nodeName() const override { return agent(); }
    void keepConnected() override {}

    [[nodiscard]] const NodeConfig &running() const { return m_running; }
    [[nodiscard]] TransactionState transaction() const { return m_transaction; }
    /// Makes `config` the confirmed configuration, as another console would.
    void setRunning(const NodeConfig &config) { m_running = config; }
    void setLast(const ApplyRecord &record) { m_last = record; }

    /// Every later request of that method fails with `error`; an empty `what` ends that.
    void failOn(Method method, const Error &error) { m_failures.insert(method, error); }
    void succeedOn(Method method) { m_failures.remove(method); }
    /// A committed transaction answers nothing any more (the machine died).
    void goSilentOn(Method method) { m_silent.insert(method); }
    void setOnline(bool online) { m_online = online; }
    void setConfirmWithin(std::chrono::milliseconds within) { m_confirmWithin = within; }

    /// Requests in the order in which they came; several agents may write into one list.
    void recordInto(std::shared_ptr<QStringList> calls) { m_calls = std::move(calls); }

protected:
    void request(Method method, const QJsonObject &params, std::chrono::milliseconds timeout, QObject *context,
        ReplyHandler handler) override;

private:
    [[nodiscard]] RpcReply answer(Method method, const QJsonObject &params);
    [[nodiscard]] RpcReply prepareReply(const PrepareRequest &request);
    [[nodiscard]] RpcReply commitReply();
    [[nodiscard]] ApplyRecord ended(const QString &outcome);

    NodeConfig m_running;
    NodeConfig m_previous;
    NodeConfig m_staged;
    ApplyRecord m_open;
    std::optional<ApplyRecord> m_last;
    TransactionState m_transaction = TransactionState::None;
    QHash<Method, Error> m_failures;
    QSet<Method> m_silent;
    bool m_online = true;
    std::chrono::milliseconds m_confirmWithin{60000};
    std::shared_ptr<QStringList> m_calls;
};

/// Fake agents by address.
class FakeAgents final : public AgentDirectory {
public:
    [[nodiscard]] FakeAgent &at(const QString &agent)
    {
        std::unique_ptr<FakeAgent> &fake = m_agents[agent];
        if (!fake) {
            fake = std::make_unique<FakeAgent>(agent);
            fake->recordInto(m_calls);
        }
        return *fake;
    }
    [[nodiscard]] const QStringList &calls() const { return *m_calls; }

    [[nodiscard]] Result<AgentChannel *> channel(const QString &agent) override { return &at(agent); }

private:
    std::shared_ptr<QStringList> m_calls = std::make_shared<QStringList>();
    std::map<QString, std::unique_ptr<FakeAgent>> m_agents;
};

} // namespace ferry::backend
