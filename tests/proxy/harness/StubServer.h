#pragma once

#include "tests/proxy/harness/Wire.h"

#include <QByteArrayList>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

/// A small FTP server for tests, one thread a session. It knows what a transfer needs; everything else is scripted.
class StubServer {
public:
    struct Session {
        Wire &control;
        Ear &data; ///< open between PASV and the transfer
        std::optional<Wire> active; ///< connected by PORT
        bool isPrivate = false;     ///< PROT P
    };
    /// Answers a command itself, with everything including line ends; nothing: the stub's own answer.
    using Script = std::function<std::optional<QByteArray>(Session &, const QByteArray &line)>;

    explicit StubServer(QString address = QStringLiteral("127.0.0.3"), std::uint16_t firstDataPort = 0);
    ~StubServer();

    [[nodiscard]] std::uint16_t port() const { return m_ear.port; }
    void setGreeting(QByteArray greeting);
    void setScript(Script script);
    void setFile(const QByteArray &content);
    /// Agrees to AUTH TLS, with this context; or begins with TLS.
    void setTls(TlsContext context, bool isImplicit = false);
    /// Downloads end in the middle, without close_notify, and are reported as complete.
    void setCutsDownloads(bool cuts) { m_cutsDownloads = cuts; }
    /// Uploads are reported as complete, whatever became of them.
    void setBelievesUploads(bool believes) { m_believesUploads = believes; }

    [[nodiscard]] QByteArrayList commands() const;
    [[nodiscard]] bool hasSeen(const QByteArray &start) const;
    [[nodiscard]] QByteArray stored() const;
    /// Where the last session came from.
    [[nodiscard]] QByteArray lastPeer() const;
    /// Did the last upload end with FIN, as a whole one does?
    [[nodiscard]] bool wasUploadReset() const { return m_wasUploadReset; }
    /// Data connections under TLS, and of them those that resumed a session.
    [[nodiscard]] int privateTransfers() const { return m_privateTransfers; }
    [[nodiscard]] int resumedTransfers() const { return m_resumedTransfers; }

private:
    void serve(Wire control);
    [[nodiscard]] QByteArray answer(Session &session, const QByteArray &line);
    [[nodiscard]] QByteArray file() const;
    [[nodiscard]] QByteArray security(Session &session, const QByteArray &line);
    [[nodiscard]] QByteArray passive(Session &session, bool isExtended);
    [[nodiscard]] QByteArray active(Session &session, const QByteArray &argument);
    [[nodiscard]] Wire dataWire(Session &session);

    QString m_address;
    std::uint16_t m_firstDataPort;
    Ear m_ear;
    QByteArray m_greeting = "220 stub ready\r\n";
    Script m_script;
    QByteArray m_file;
    mutable std::mutex m_mutex;
    QByteArrayList m_commands;
    QByteArray m_stored;
    QByteArray m_peer;
    TlsContext m_tls;
    bool m_isImplicit = false;
    std::atomic<bool> m_cutsDownloads = false;
    std::atomic<bool> m_believesUploads = false;
    std::atomic<int> m_privateTransfers = 0;
    std::atomic<int> m_resumedTransfers = 0;
    std::atomic<bool> m_wasUploadReset = false;
    std::atomic<bool> m_isStopping = false;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};
