#include "models/tables/FindingsModel.h"

#include "models/tables/TableText.h"

#include <algorithm>
#include <tuple>

namespace ferry {
namespace {

// More subjects than this at once (a file was opened, the facts changed) are cheaper to show by a reset.
constexpr qsizetype fewSubjects = 200;

template <class T>
QString nameIn(const Table<T> &table, const QString &id)
{
    const T *object = table.find(Table<T>::IdType::fromTrusted(id));
    return object ? object->name : id;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return TableText::tr("Note");
    case Severity::Warning:
        return TableText::tr("Warning");
    case Severity::Error:
        return TableText::tr("Error");
    }
    return {};
}

} // namespace

FindingsModel::FindingsModel(Document *document, LiveFindings *findings, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_findings(findings)
{
    refill();
    connect(findings, &LiveFindings::changed, this, &FindingsModel::update);
    // The words may name objects that were renamed, or that meet others now.
    const auto tellWords = [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(
                index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole, ExplanationRole, FixLabelsRole});
    };
    connect(document, &Document::changed, this, tellWords);
    connect(findings, &LiveFindings::upToDateChanged, this, tellWords);
}

bool FindingsModel::comesBefore(const Row &a, const Row &b)
{
    const auto order = [](const Row &row) {
        return std::make_tuple(-static_cast<int>(row.key.severity), row.key.code, row.subject.kind,
            QStringView(row.subject.id), QStringView(row.key.part));
    };
    return order(a) < order(b);
}

QList<FindingsModel::Row> FindingsModel::rowsOf(const Subject &subject) const
{
    QList<Row> rows;
    for (const FindingKey &key : m_findings->keys(subject))
        rows << Row{subject, key};
    return rows;
}

void FindingsModel::refill()
{
    beginResetModel();
    m_rows.clear();
    m_shown.clear();
    for (const Subject &subject : m_findings->subjects()) {
        const QList<Row> rows = rowsOf(subject);
        m_rows.insert(m_rows.end(), rows.cbegin(), rows.cend());
        m_shown.insert(subject, rows);
    }
    std::sort(m_rows.begin(), m_rows.end(), comesBefore);
    endResetModel();
}

void FindingsModel::update(const QList<Subject> &subjects)
{
    if (subjects.size() > fewSubjects) {
        refill();
        return;
    }
    for (const Subject &subject : subjects) {
        const QList<Row> before = m_shown.value(subject);
        const QList<Row> after = rowsOf(subject);
        for (const Row &row : before) {
            if (!after.contains(row))
                removeRow(row);
        }
        for (const Row &row : after) {
            if (!before.contains(row))
                insertRow(row);
        }
        if (after.isEmpty())
            m_shown.remove(subject);
        else
            m_shown.insert(subject, after);
    }
}

void FindingsModel::insertRow(const Row &row)
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, comesBefore);
    const int at = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(place, row);
    endInsertRows();
}

void FindingsModel::removeRow(const Row &row)
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, comesBefore);
    const int at = static_cast<int>(place - m_rows.begin());
    beginRemoveRows({}, at, at);
    m_rows.erase(place);
    endRemoveRows();
}

Finding FindingsModel::findingAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Row &asked = m_rows[static_cast<std::size_t>(row)];
    for (const Finding &finding : m_findings->findings(asked.subject)) {
        if (finding.code == asked.key.code && finding.part == asked.key.part)
            return finding;
    }
    // Not looked at again yet: what the key says until then.
    return {asked.key.code.toString(), asked.key.severity, asked.subject.kind, asked.subject.id, {}, {}, {},
        asked.key.part, {}};
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return TableText::tr("Severity");
    case TitleColumn:
        return TableText::tr("Finding");
    case SubjectColumn:
        return TableText::tr("About");
    case CodeColumn:
        return TableText::tr("Code");
    default:
        return {};
    }
}

QString FindingsModel::subjectName(const Subject &subject) const
{
    const RuleSet &ruleSet = m_document->ruleSet();
    switch (subject.kind) {
    case ObjectKind::Protocol:
        return nameIn(ruleSet.protocols, subject.id);
    case ObjectKind::Gateway:
        return nameIn(ruleSet.gateways, subject.id);
    case ObjectKind::FtpService:
        return nameIn(ruleSet.ftpServices, subject.id);
    case ObjectKind::Rule:
        return nameIn(ruleSet.rules, subject.id);
    }
    return {};
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case SeverityRole:
        return static_cast<int>(row.key.severity);
    case KindRole:
        return static_cast<int>(row.subject.kind);
    case SubjectIdRole:
        return row.subject.id;
    case CodeRole:
        return row.key.code.toString();
    case Qt::ToolTipRole:
    case ExplanationRole:
        return findingAt(index.row()).explanation;
    case FixLabelsRole: {
        QStringList labels;
        for (const QuickFix &fix : findingAt(index.row()).fixes)
            labels << fix.label;
        return labels;
    }
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case SeverityColumn:
        return severityText(row.key.severity);
    case TitleColumn:
        return findingAt(index.row()).title;
    case SubjectColumn:
        return subjectName(row.subject);
    case CodeColumn:
        return row.key.code.toString();
    default:
        return {};
    }
}

} // namespace ferry
