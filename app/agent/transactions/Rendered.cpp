#include "app/agent/transactions/Rendered.h"

#include <algorithm>

namespace ferry::agent {
namespace {

QString textOf(const std::optional<QByteArray> &bytes)
{
    return QString::fromUtf8(bytes.value_or(QByteArray()));
}

std::optional<QByteArray> bytesAt(const QList<NativeFile> &files, const QString &path)
{
    const auto file =
        std::find_if(files.cbegin(), files.cend(), [&](const NativeFile &candidate) { return candidate.path == path; });
    return file == files.cend() ? std::nullopt : file->bytes;
}

} // namespace

QList<NativeFile> RenderedPart::changed() const
{
    QList<NativeFile> files;
    for (const NativeFile &file : after) {
        if (file.bytes && file.bytes != bytesAt(before, file.path))
            files << file;
    }
    return files;
}

QList<NativeChange> Transactions::Rendered::changes() const
{
    QList<NativeChange> list;
    for (const QList<RenderedPart> *parts : {&services, &gateways}) {
        for (const RenderedPart &part : *parts) {
            for (const NativeFile &file : part.changed())
                list << NativeChange{file.path, textOf(bytesAt(part.before, file.path)), textOf(file.bytes)};
        }
    }
    return list;
}

QList<WrittenFile> Transactions::Rendered::allFiles() const
{
    QList<WrittenFile> files;
    for (const QList<RenderedPart> *parts : {&services, &gateways}) {
        for (const RenderedPart &part : *parts) {
            for (const NativeFile &file : part.after)
                files << WrittenFile{file.path, file.bytes, part.id};
        }
    }
    return files;
}

} // namespace ferry::agent
