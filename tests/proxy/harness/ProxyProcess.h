#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

/// The real program, with its control socket in a directory of its own.
class ProxyProcess {
public:
    ~ProxyProcess();

    /// True when it answers on its control socket.
    [[nodiscard]] bool start(const QStringList &more = {});
    [[nodiscard]] QProcess &process() { return *m_process; }
    /// Starts the program once more, to take over from the one that runs; true when it answers in its place. What ran
    /// is among the former ones then.
    [[nodiscard]] bool takeOver(const QStringList &more = {});
    /// The same without waiting: what it says is for the caller to read.
    [[nodiscard]] std::unique_ptr<QProcess> startTakeover(const QStringList &more = {}) const;
    [[nodiscard]] QProcess &former(std::size_t index) { return *m_former.at(index); }
    [[nodiscard]] QString control() const { return path(QStringLiteral("control.sock")); }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    /// The whole reply to one request.
    [[nodiscard]] QJsonObject call(const QString &method, const QJsonValue &params = QJsonValue::Undefined);
    [[nodiscard]] QJsonObject configure(const QJsonArray &rules);
    [[nodiscard]] QJsonArray sessions() { return call(QStringLiteral("sessions")).value(u"result").toArray(); }
    [[nodiscard]] QJsonArray log();
    /// The first log line that fits, waited for; empty at the deadline.
    [[nodiscard]] QJsonObject awaitLog(const std::function<bool(const QJsonObject &)> &fits);
    [[nodiscard]] QJsonObject awaitLogText(const QString &part);
    [[nodiscard]] bool awaitSessions(int count);

private:
    QTemporaryDir m_directory;
    [[nodiscard]] bool connectTo(QProcess &process);

    std::unique_ptr<QProcess> m_process = std::make_unique<QProcess>();
    std::vector<std::unique_ptr<QProcess>> m_former;
    QLocalSocket m_socket;
    int m_generation = 0;
};

/// A rule of the tests: gateway 127.0.0.2, server 127.0.0.3.
[[nodiscard]] QJsonObject makeRule(int port, int serverPort, const QJsonObject &filter, const QJsonObject &more = {});
