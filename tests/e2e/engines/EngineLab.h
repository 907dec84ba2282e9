#pragma once

#include "tests/agent/AgentLab.h"
#include "tests/e2e/support/FtpServerFixture.h"

namespace ferry::e2e {

/// A real FTPS server published by a real agent through the real program of an engine.
class EngineLab {
public:
    /// The first engine is in charge, the others may be chosen. Fails where the server's program is not unpacked, or
    /// the agent does not start.
    [[nodiscard]] static Result<std::unique_ptr<EngineLab>> start(const QList<Engine> &engines);

    /// Publishes the server with a passive range that both sides have, filter off.
    [[nodiscard]] const PublishedRule &rule() const { return m_rule; }
    /// Prepares, commits and confirms; says why not in the test's output.
    [[nodiscard]] bool apply(const QList<PublishedRule> &rules);
    [[nodiscard]] RpcReply prepare(const QList<PublishedRule> &rules, const QString &transaction,
        std::chrono::seconds confirmWithin = std::chrono::seconds(60));
    [[nodiscard]] RpcReply ask(QStringView method, const QString &transaction);
    /// What the following Apply asks for.
    void choose(Engine engine) { m_engine = engine; }

    [[nodiscard]] test::AgentLab &agent() { return *m_agent; }
    [[nodiscard]] FtpServerFixture &server() { return *m_server; }
    [[nodiscard]] GatewayStatus gateway() { return m_agent->status().gateways.value(0); }
    /// Of the last confirmed Apply.
    [[nodiscard]] const QString &generation() const { return m_generation; }

    [[nodiscard]] QString authority() const { return m_server->authorityFile(); }
    /// At the gateway.
    [[nodiscard]] QString url(const QString &file = {}, const QString &scheme = QStringLiteral("ftp")) const;
    [[nodiscard]] QByteArray bigFile() const;

private:
    EngineLab() = default;

    std::unique_ptr<FtpServerFixture> m_server;
    std::unique_ptr<test::AgentLab> m_agent;
    PortRange m_passive = PortRange::fromTrusted(1, 1);
    Engine m_engine = Engine::Builtin;
    PublishedRule m_rule;
    QString m_generation;
    QString m_wanted;
    int m_applies = 0;
};

[[nodiscard]] QByteArray hashOf(const QByteArray &bytes);
[[nodiscard]] QByteArray contentOf(const QString &path);

/// Where the program is, also if only root looks there; empty if it is not installed.
[[nodiscard]] QString systemProgram(const QString &name);

} // namespace ferry::e2e
