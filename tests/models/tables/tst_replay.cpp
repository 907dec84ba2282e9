#include "JsonReplay.h"

#include "models/edits/Document.h"
#include "models/edits/ReplaceRuleSet.h"
#include "models/edits/RuleEdits.h"
#include "models/store/Import.h"
#include "models/store/RuleSetFile.h"
#include "models/tables/RuleFilterModel.h"
#include "models/tables/RulesModel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

/// Edits through the models at random, and the same by JsonReplay: the saved files are equal.
class ReplayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tenThousandEditsSaveWhatAReplaySays_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void tenThousandEditsSaveWhatAReplaySays();

private:
    QTemporaryDir m_folder;
};

namespace {

QJsonObject jsonOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The document with its models on one side, the replay on the other; each step does the same to both.
class Pair {
public:
    Pair(const RuleSet &ruleSet, const QString &path, quint32 seed)
        : m_random(seed), m_path(path), m_replay(QJsonObject())
    {
        m_document.load(ruleSet);
        m_found.setSearch(u"203"_s);
        m_replay = test::JsonReplay(saved());
        m_kept = {m_document.ruleSet(), m_replay.rules()};
    }

    [[nodiscard]] QJsonObject saved()
    {
        return saveRuleSet(m_path, m_document.ruleSet()) ? jsonOf(m_path) : QJsonObject();
    }
    [[nodiscard]] const QJsonObject &replayed() const { return m_replay.file(); }

    void step(int number)
    {
        m_document.endTyping();
        const int row = below(m_rules.rowCount());
        switch (below(14)) {
        case 0:
        case 1: {
            const QString name = u"Rule %1"_s.arg(below(500));
            m_rules.setData(m_rules.index(row, RulesModel::NameColumn), name, Qt::EditRole);
            return m_replay.rename(row, name);
        }
        case 2:
            toggle(row, RulesModel::EnabledColumn);
            return m_replay.toggleEnabled(row);
        case 3:
            if (m_rules.index(row, 0).data(RulesModel::FilterRole).toInt() == static_cast<int>(FilterSwitch::NotBound))
                return;
            toggle(row, RulesModel::FilterColumn);
            return m_replay.toggleFilter(row);
        case 4: {
            const int port = 2000 + below(100);
            m_rules.setData(
                m_rules.index(row, RulesModel::ListenerColumn), u"203.0.113.1:%1"_s.arg(port), Qt::EditRole);
            return m_replay.listen(row, u"203.0.113.1"_s, port);
        }
        case 5:
        case 6: {
            const int before = below(m_rules.rowCount() + 1);
            const std::unique_ptr<QMimeData> dragged(m_rules.mimeData({m_rules.index(row, 0)}));
            m_rules.dropMimeData(dragged.get(), Qt::MoveAction, before, 0, {});
            return m_replay.move(row, before);
        }
        case 7:
            if (m_rules.rowCount() < 4)
                return;
            (void)m_document.perform(removeRules({m_rules.idAt(row)}));
            return m_replay.remove(row);
        case 8: {
            if (m_rules.rowCount() > 40)
                return;
            PublishingRule rule = *m_rules.objectAt(row);
            rule.id = RuleId::fromTrusted(u"copy-%1"_s.arg(number));
            const int to = below(m_rules.rowCount() + 1);
            (void)m_document.perform(insertRule(rule, to));
            return m_replay.copy(row, rule.id.text(), to);
        }
        case 9: {
            const bool merges = below(2) == 0;
            (void)m_document.perform(importRuleSet(
                previewImport(m_document.ruleSet(), m_kept.first, merges ? ImportMode::Merge : ImportMode::Replace)
                    .result));
            return merges ? m_replay.merge(m_kept.second) : m_replay.replace(m_kept.second);
        }
        case 10:
            m_kept = {m_document.ruleSet(), m_replay.rules()};
            return;
        case 11:
            m_document.redo();
            return m_replay.redo();
        default:
            m_document.undo();
            return m_replay.undo();
        }
    }

private:
    int below(int end) { return static_cast<int>(m_random.bounded(static_cast<quint32>(end))); }
    void toggle(int row, int column)
    {
        const QModelIndex index = m_rules.index(row, column);
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_rules.setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }

    QRandomGenerator m_random;
    QString m_path;
    Document m_document;
    LiveFindings m_findings{&m_document};
    RulesModel m_rules{&m_document, &m_findings};
    RuleFilterModel m_found{&m_rules};
    QAbstractItemModelTester m_rulesTester{&m_rules, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester m_foundTester{&m_found, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::JsonReplay m_replay;
    std::pair<RuleSet, QJsonArray> m_kept; ///< what an import brings
};

} // namespace

void ReplayTest::tenThousandEditsSaveWhatAReplaySays()
{
    QFETCH(quint32, seed);
    const auto sample = loadRuleSet(QStringLiteral(FERRYGATE_SOURCE_DIR "/resources/samples/example.ferrygate.json"));
    QVERIFY(sample.has_value());
    Pair pair(*sample, m_folder.filePath(u"rules.json"_s), seed);
    for (int number = 1; number <= 2500; ++number) {
        pair.step(number);
        if (number % 25 == 0)
            QVERIFY2(pair.saved() == pair.replayed(), qPrintable(u"after step %1"_s.arg(number)));
    }
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
