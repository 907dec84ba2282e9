#pragma once

#include "app/agent/services/FtpServiceDriver.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// A native file as an Apply wrote it.
struct WrittenFile {
    QString path;
    std::optional<QByteArray> bytes;
    QString part; ///< the id of its gateway or FTP service; empty where an older agent wrote it

    bool operator==(const WrittenFile &) const = default;
};

/// What an Apply was made of: the configuration, and the native files as they were written.
struct Generation {
    NodeConfig config;
    QList<WrittenFile> native;

    bool operator==(const Generation &) const = default;
};

/// One file for each transaction that the journal names, written before the journal names it.
class Generations {
public:
    explicit Generations(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<> write(const QString &transaction, const Generation &generation) const;
    /// Nothing where the transaction is not known.
    [[nodiscard]] Result<std::optional<Generation>> read(const QString &transaction) const;
    /// Removes all but these.
    void keepOnly(const QStringList &transactions) const;

private:
    [[nodiscard]] QString pathOf(const QString &transaction) const;

    QString m_folder;
};

} // namespace ferry::agent
