#include "app/agent/transactions/WrittenFiles.h"

#include "app/agent/files/Durable.h"

#include <QFileInfo>

#include <algorithm>

namespace ferry::agent {

Result<RenderedPart> WrittenFiles::putBack(const QString &id, const Result<QList<NativeFile>> &now)
{
    const auto wasRemoved = [&](const WrittenFile &file) { return file.part == id && !QFileInfo::exists(file.path); };
    const bool isSomeMissing = std::any_of(m_left.cbegin(), m_left.cend(), wasRemoved);
    if (!now && (now.error().code != ErrorCode::NotFound || !isSomeMissing))
        return failure(now.error());
    const QList<NativeFile> present = now.value_or(QList<NativeFile>());
    RenderedPart part{id, present, present};
    QList<WrittenFile> others;
    for (WrittenFile &written : m_left) {
        const auto found = std::find_if(part.after.begin(), part.after.end(),
            [&](const NativeFile &candidate) { return candidate.path == written.path; });
        if (found != part.after.end()) {
            found->bytes = written.bytes;
        } else if (wasRemoved(written)) {
            part.before << NativeFile{written.path, std::nullopt};
            part.after << NativeFile{written.path, written.bytes};
        } else if (!now && written.part == id) {
            part.before << NativeFile{written.path, readFile(written.path).value_or(std::nullopt)};
            part.after << NativeFile{written.path, written.bytes};
        } else {
            others << std::move(written);
        }
    }
    m_left = std::move(others);
    return part;
}

std::optional<QString> WrittenFiles::first() const
{
    return m_left.isEmpty() ? std::nullopt : std::optional(m_left.first().path);
}

} // namespace ferry::agent
