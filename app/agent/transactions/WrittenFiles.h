#pragma once

#include "app/agent/journal/Generations.h"
#include "app/agent/transactions/Rendered.h"

namespace ferry::agent {

/// The files that an Apply wrote, on their way back to the gateways and FTP services that they belong to.
class WrittenFiles {
public:
    explicit WrittenFiles(QList<WrittenFile> files) : m_left(std::move(files)) {}

    /// Takes out those of one gateway or service: as they are, and as they were written. A file that was removed by
    /// hand is among them, also where without it the others cannot be read (`now` failed with NotFound).
    [[nodiscard]] Result<RenderedPart> putBack(const QString &id, const Result<QList<NativeFile>> &now);
    /// The path of one that nobody has taken.
    [[nodiscard]] std::optional<QString> first() const;

private:
    QList<WrittenFile> m_left;
};

} // namespace ferry::agent
