#pragma once

#include "models/base/Address.h"
#include "tests/e2e/matrix/rows/Combination.h"
#include "tests/e2e/matrix/rows/Operation.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace ferry::matrix {

/// Where a client goes, and how.
struct Visit {
    Address gateway;
    quint16 port = 0;
    QString user;
    QString password;
    QString remote;    ///< folder of the row, from the login folder (Errand)
    QString directory; ///< working folder of the client
    QString authority; ///< PEM file of whom it trusts
    Combination combination;
    /// The first operation is enough: the row is there to show that it fails.
    bool listsOnly = false;
};

/// A process that does all operations of a row, or as many as it can.
struct Invocation {
    QString program;
    QStringList arguments;
    QByteArray input{};
    /// A client without a way of its own to abort gets SIGINT once this file of its folder has grown beyond nothing.
    QString interruptedBy{};
    /// Of Errand's files those that the client prints, among other things, instead of writing them.
    QStringList printed{};
    /// What the client's own account of MLSD begins with, if it does not show the facts.
    QByteArray mlsdShownBy{};
};

/// One FTP client program and how it is told what to do.
class Client {
public:
    virtual ~Client() = default;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString program() const = 0;
    /// Why it cannot do this with any server.
    [[nodiscard]] virtual std::optional<Reason> refuses(const Combination &) const { return std::nullopt; }
    [[nodiscard]] virtual std::optional<Reason> lacks(Operation) const { return std::nullopt; }
    /// Begins TLS on a passive data connection before it sends the command of the transfer.
    [[nodiscard]] virtual bool beginsDataTlsEarly() const { return false; }
    [[nodiscard]] virtual Invocation invocation(const Visit &visit) const = 0;
};

[[nodiscard]] std::unique_ptr<Client> makeCurl();
[[nodiscard]] std::unique_ptr<Client> makeLftp();
[[nodiscard]] std::unique_ptr<Client> makeTnftp();
[[nodiscard]] std::unique_ptr<Client> makeFtplib();
[[nodiscard]] std::unique_ptr<Client> makeNcftp();
/// All clients, in the order of the tables.
[[nodiscard]] std::vector<std::unique_ptr<Client>> allClients();

} // namespace ferry::matrix
