#pragma once

#include "models/base/Address.h"
#include "models/base/Result.h"

#include <memory>
#include <vector>

namespace ferry::ctl {

/// One thing to do with a real client.
struct FtpTask {
    enum class Kind { List, Download, Upload };

    Kind kind = Kind::List;
    bool tls = true;     ///< explicit, forced, control and data
    bool epsv = true;    ///< false: PASV
    Address address;
    quint16 port = 0;
    QString remote;      ///< "pub/big.bin"; a directory with Upload and List
    QString local;       ///< file to write or to send
    QString authority;   ///< PEM file that the server's certificate has to be signed by
    QString home;        ///< the client's home directory: no settings of the user
};

struct ClientRun {
    int exitCode = -1;
    QString out;
    QString log;  ///< with the commands and replies of the control connection

    [[nodiscard]] bool succeeded() const { return exitCode == 0; }
    /// The last line of the log that holds `text`, trimmed; empty without one.
    [[nodiscard]] QString lineWith(QStringView text) const;
};

/// A real FTP client program, run with an argument vector and no shell.
class FtpClient {
public:
    virtual ~FtpClient() = default;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual ClientRun run(const FtpTask &task) const = 0;

    /// curl and lftp as they are installed. Fails with NotFound where one is missing.
    [[nodiscard]] static Result<std::vector<std::unique_ptr<FtpClient>>> findAll();
};

} // namespace ferry::ctl
