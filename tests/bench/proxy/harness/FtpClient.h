#pragma once

#include "app/proxy/tls/TlsDialer.h"
#include "app/proxy/upstream/Connector.h"
#include "tests/bench/proxy/harness/ControlWire.h"
#include "tests/bench/proxy/harness/Transfer.h"

#include <memory>
#include <string>

namespace ferry::bench {

/// What a client does after login, before it says QUIT.
struct Script {
    enum class Work { Retrieve, Store };
    Work work = Work::Retrieve;
    std::uint64_t size = 0;
    int files = 0;
    bool stays = false; ///< does not say QUIT, but nothing at all
    const proxy::TlsDialer *dialer = nullptr; ///< AUTH TLS, and PROT P where there are files
    std::shared_ptr<proxy::TlsTickets> tickets; ///< to resume; empty: each session begins anew
    bool hasLogin = true;
    bool isRefusedTls = false; ///< AUTH with a mechanism that nobody knows: what AUTH costs without a handshake
};

class FtpClient;

class FtpClientOwner {
public:
    /// The script has come to its end. `failure` says what went wrong, empty: nothing did.
    virtual void onClientEnded(FtpClient &client, const std::string &failure) = 0;
    /// A client that stays is logged in.
    virtual void onClientSettled(FtpClient &client) = 0;

protected:
    ~FtpClientOwner() = default;
};

/// One session of the load generator: login, EPSV and a transfer for each file, QUIT. Sizes and hashes are checked.
class FtpClient final : public proxy::Retirable,
                        private proxy::StreamOwner,
                        private proxy::ConnectorOwner,
                        private TransferOwner {
public:
    FtpClient(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, const Script &script,
        FtpClientOwner &owner);
    void start();

    [[nodiscard]] bool isTransferring() const { return m_transfer != nullptr; }

private:
    enum class Step {
        Connect,
        Greeting,
        Auth,
        User,
        Password,
        BufferSize,
        Protection,
        Passive,
        Call,
        Transfer,
        Quit,
        Stay,
        Over
    };

    void onStreamReady(proxy::Stream &stream) override;
    void onConnected(std::unique_ptr<proxy::Stream> stream) override;
    void onConnectFailed(int error) override;
    void onTransferEnded(Transfer &transfer) override;
    void connect(const proxy::Endpoint &to);
    void readReplies();
    void onReply(std::string_view line);
    void onTransferReply(std::string_view line);
    void logIn();
    void goOn();
    void finishFile();
    void say(Step step, std::string_view command);
    void end(const std::string &failure);

    proxy::EventLoop &m_loop;
    Payload &m_payload;
    proxy::Endpoint m_server;
    Script m_script;
    FtpClientOwner &m_owner;
    std::unique_ptr<proxy::Connector> m_connector;
    std::unique_ptr<ControlWire> m_control;
    std::unique_ptr<Transfer> m_transfer;
    Step m_step = Step::Connect;
    std::string m_completion; ///< the 226 of this file
};

} // namespace ferry::bench
