#pragma once

#include "models/base/Address.h"
#include "models/base/PortRange.h"
#include "tests/e2e/matrix/rows/Combination.h"
#include "tests/e2e/matrix/rows/Operation.h"

#include <QMap>
#include <QStringList>

#include <memory>
#include <optional>

namespace ferry::matrix {

/// The bytes a second at which a server sends: an abort then comes in the middle of a transfer, however busy the
/// machine is, and clients that read on until the server ends (tnftp, ncftp) do not read for long.
constexpr int transferRate = 8 * 1024 * 1024;

/// Where a server is to run, and what it needs for it.
struct Place {
    QString directory; ///< all its own; site/ in it is what clients see
    Address address;
    quint16 port = 0;
    PortRange passive;
    Address external;  ///< what its 227 replies name: the gateway
    QString certificate;
    QString key;
    bool isImplicit = false;
    /// Data connections must resume the session of the control connection. Without a gateway in between, curl 7.88 and
    /// vsftpd 3.0.3 do not always agree on that with TLS 1.3.
    bool wantsReuse = false;

    [[nodiscard]] QString path(const QString &name) const { return directory + QLatin1Char('/') + name; }
    [[nodiscard]] QString site() const { return path(QStringLiteral("site")); }
};

struct Launch {
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment;
};

/// One FTP server software, and how it is made to serve Place::site() in the foreground as whoever runs the test. All
/// of them offer TLS 1.2 and 1.3 and ask that data connections resume the control connection's session, if they can.
class Server {
public:
    virtual ~Server() = default;
    [[nodiscard]] virtual QString name() const = 0;
    /// Why it cannot run here: not unpacked, for example. Empty if it can.
    [[nodiscard]] virtual QString missing() const = 0;
    /// Why it cannot do this for any client.
    [[nodiscard]] virtual std::optional<Reason> refuses(const Combination &) const { return std::nullopt; }
    [[nodiscard]] virtual std::optional<Reason> lacks(Operation) const { return std::nullopt; }
    /// Why it cannot serve a client that begins TLS on a data connection before the command of the transfer.
    [[nodiscard]] virtual std::optional<Reason> refusesEarlyDataTls() const { return std::nullopt; }
    [[nodiscard]] virtual QString user() const { return QStringLiteral("ferry"); }
    [[nodiscard]] virtual QString password() const { return QStringLiteral("gate"); }
    /// Writes its configuration.
    [[nodiscard]] virtual Result<Launch> prepare(const Place &place) const = 0;
};

[[nodiscard]] std::unique_ptr<Server> makeVsftpd();
[[nodiscard]] std::unique_ptr<Server> makeProftpd();
[[nodiscard]] std::unique_ptr<Server> makePureFtpd();
[[nodiscard]] std::unique_ptr<Server> makePyftpdlib();

} // namespace ferry::matrix
