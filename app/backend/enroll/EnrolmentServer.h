#pragma once

#include "app/pki/Certificate.h"
#include "app/pki/Enrolment.h"
#include "app/pki/EnrolmentToken.h"
#include "models/base/Clock.h"

#include <QSslServer>
#include <QStringList>
#include <QTimer>

namespace ferry {
class RpcPeer;
}

namespace ferry::backend {

/// Serves one enrolment: an agent that knows the token's secret gets a certificate, once, before the token expires.
class EnrolmentServer : public QObject {
    Q_OBJECT
public:
    struct Request {
        QString node;
        QStringList addresses;  ///< of the new agent: names and IP addresses, without ports
        QString host; ///< an address of this machine that the agent can reach: listened on, and in the token
        quint16 port = 0; ///< 0 takes a free one
        std::chrono::minutes validFor{15};
    };

    /// `authority` issues the certificate; the clock and it outlive the server.
    EnrolmentServer(const pki::Identity &authority, const Clock &clock, QObject *parent = nullptr);

    /// Listens, and gives the token's text.
    [[nodiscard]] Result<QString> start(const Request &request);

Q_SIGNALS:
    void enrolled(const QString &node, const QString &peer);
    /// A wrong or used secret, or a bad request; the token stays good.
    void refused(const QString &peer, const QString &why);
    void expired();

private:
    void accept();
    void answer(RpcPeer *peer, const QString &from, qint64 id, const QString &method, const QJsonObject &params);
    [[nodiscard]] Result<pki::EnrolReply> enrol(const QString &method, const QJsonObject &params);

    const pki::Identity &m_authority;
    const Clock &m_clock;
    Request m_request;
    pki::EnrolmentToken m_token;
    QSslServer m_server;
    QTimer m_expiry;
    bool m_isUsed = false;
};

} // namespace ferry::backend
