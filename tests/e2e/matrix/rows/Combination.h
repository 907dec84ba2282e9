#pragma once

#include <QList>
#include <QString>

namespace ferry::matrix {

/// What the gateway does with the control connection.
enum class Handling : quint8 { Off, Pass, Terminate };
/// How the client protects its session, RFC 4217; implicit is the older practice of TLS from the first byte.
enum class Security : quint8 { Plain, Explicit, Implicit };
enum class TlsVersion : quint8 { None, Tls12, Tls13 };
/// The command that opens data connections.
enum class DataMode : quint8 { Pasv, Epsv, Port, Eprt };

/// What one row of the matrix is about, apart from its client and its server.
struct Combination {
    Handling handling = Handling::Off;
    Security security = Security::Plain;
    TlsVersion version = TlsVersion::None;
    DataMode mode = DataMode::Pasv;

    [[nodiscard]] bool isActive() const { return mode == DataMode::Port || mode == DataMode::Eprt; }
    [[nodiscard]] bool isExtended() const { return mode == DataMode::Epsv || mode == DataMode::Eprt; }
    [[nodiscard]] bool isEncrypted() const { return security != Security::Plain; }
};

/// All of them, in the order of the tables.
[[nodiscard]] QList<Combination> allCombinations();

/// "off", "pass", "terminate".
[[nodiscard]] QString name(Handling handling);
/// "plain", "explicit TLS 1.2", ...
[[nodiscard]] QString securityName(const Combination &combination);
/// "PASV", "EPSV", "PORT", "EPRT".
[[nodiscard]] QString name(DataMode mode);

/// Why something cannot work by its nature.
struct Reason {
    enum class Proof : quint8 {
        Known, ///< follows from what a program is; nothing is run
        Tried, ///< the row runs all the same, and must fail
    };
    QString text;
    Proof proof = Proof::Known;
};

} // namespace ferry::matrix
