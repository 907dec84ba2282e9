#pragma once

#include <QList>
#include <QString>

namespace ferry::matrix {

/// What every row does.
enum class Operation : quint8 { List, Upload, Download, Resume, Append, Rename, Delete, Mlsd, Abort };

inline constexpr Operation allOperations[] = {Operation::List, Operation::Upload, Operation::Download,
    Operation::Resume, Operation::Append, Operation::Rename, Operation::Delete, Operation::Mlsd, Operation::Abort};

/// "list", "upload", ...
[[nodiscard]] inline QString name(Operation operation)
{
    static const QStringList names{QStringLiteral("list"), QStringLiteral("upload"), QStringLiteral("download"),
        QStringLiteral("resume"), QStringLiteral("append"), QStringLiteral("rename"), QStringLiteral("delete"),
        QStringLiteral("MLSD"), QStringLiteral("abort")};
    return names.at(static_cast<qsizetype>(operation));
}

} // namespace ferry::matrix
