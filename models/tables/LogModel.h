#pragma once

#include "models/edits/Document.h"
#include "models/wire/LogEntry.h"

#include <QAbstractTableModel>
#include <QSet>

#include <deque>

namespace ferry {

/// The live log, oldest line first. Lines come in batches; when it is full, the oldest go, many at once, so that a
/// batch costs one insertion and now and then one removal.
class LogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        GatewayColumn,
        RuleColumn,
        SessionColumn,
        ClientColumn,
        ActionColumn,
        CommandColumn,
        ReplyColumn,
        OriginatorColumn,
        ResultColumn,
        TextColumn,
        ColumnCount,
    };
    enum Role {
        TimeRole = Qt::UserRole + 1,  ///< QDateTime, UTC
        RuleIdRole,                   ///< QString
        GatewayIdRole,                ///< QString
        SessionRole,                  ///< quint64, 0: not about a session
        ActionRole,                   ///< int of LogAction
        OriginatorRole,               ///< int of Originator
        ResultCodeRole,               ///< quint32
    };

    explicit LogModel(const Document *document, int capacity = 1'000'000, QObject *parent = nullptr);

    void append(const QList<LogEntry> &entries);
    void clear();
    [[nodiscard]] const LogEntry &entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int capacity() const { return m_capacity; }
    /// The cell as text, for display, export and search.
    [[nodiscard]] QString cellText(const LogEntry &entry, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void makeRoom(qsizetype needed);
    [[nodiscard]] QString pooled(const QString &text);
    [[nodiscard]] LogEntry compact(LogEntry entry);

    const Document *m_document;
    int m_capacity;
    std::deque<LogEntry> m_entries;
    QSet<QString> m_pool;  ///< texts that repeat, kept once
};

} // namespace ferry
