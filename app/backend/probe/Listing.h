#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ferry::backend {

struct ListedFile {
    QString name;
    qint64 size = 0;  ///< bytes

    bool operator==(const ListedFile &) const = default;
};

/// The smallest plain file that is not empty in what LIST sent: the `ls -l` form of Unix servers
/// and the MS-DOS form of IIS. Nothing where the text holds none; RFC 959 does not fix the form.
[[nodiscard]] std::optional<ListedFile> smallestFile(const QByteArray &listing);

} // namespace ferry::backend
