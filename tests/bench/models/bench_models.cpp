// How the models do with 100,000 rules: load, check, save, filter, scroll, edit. Ends with one line a limit, and with
// 1 if one is missed.
#include "LargeRuleSet.h"
#include "Measure.h"

#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/MoveRules.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/store/RuleSetFile.h"
#include "models/tables/FindingsModel.h"
#include "models/tables/LogModel.h"
#include "models/tables/RuleFilterModel.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace ferry;
using namespace ferry::bench;

namespace {

constexpr int ruleCount = 100'000;
constexpr int visibleRows = 40;

struct Results {
    Samples load, save, check, editAndCheck, checkEdit, keystroke, scroll, move, log;
};

bool measureFiles(const RuleSet &rules, Results &results)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rules.json"));
    for (int i = 0; i < 3; ++i) {
        bool isSaved = false;
        results.save.time([&] { isSaved = saveRuleSet(path, rules).has_value(); });
        bool isSame = false;
        results.load.time([&] {
            const auto loaded = loadRuleSet(path);
            isSame = loaded && loaded->rules.size() == rules.rules.size();
        });
        if (!isSaved || !isSame) {
            std::fputs("The rule set could not be saved and loaded again.\n", stderr);
            return false;
        }
    }
    return true;
}

EditPtr anyEdit(const RuleSet &rules, int i, QRandomGenerator &random)
{
    const RuleId rule = rules.rules.at(random.bounded(static_cast<int>(rules.rules.size()))).id;
    switch (i % 6) {
    case 0:
        return switchFilter(rule, !rules.rules.find(rule)->filter.enabled);
    case 1:
        return renameRule(rule, QStringLiteral("Renamed %1").arg(i));
    case 2: {
        Listener listener = rules.rules.find(rule)->listener;
        listener.port = static_cast<quint16>(10'000 + random.bounded(200));
        return setListener(rule, listener);
    }
    case 3:
        return setRuleEnabled(rule, !rules.rules.find(rule)->enabled);
    case 4: {
        // A hundred rules publish it.
        const FtpService &service = rules.ftpServices.at(random.bounded(static_cast<int>(rules.ftpServices.size())));
        const int low = 5000 + 4 * random.bounded(100);
        return setPassivePorts(
            service.id, PortRange::fromTrusted(static_cast<quint16>(low), static_cast<quint16>(low + 3)));
    }
    default:
        return setSourceNetworks(rule, {Network::fromTrusted(u"198.51.100.0/24")});
    }
}

void measureChecks(const RuleSet &rules, Results &results)
{
    for (int i = 0; i < 3; ++i) {
        FindingStore store;
        results.check.time([&] { store.check(rules, {}); });
        if (i == 0) {
            std::printf("findings: %d errors, %d warnings, %d notes\n", store.count(Severity::Error),
                store.count(Severity::Warning), store.count(Severity::Note));
        }
    }
    Document document;
    document.load(rules);
    FindingStore store;
    store.check(document.ruleSet(), {});
    Change change;
    QObject::connect(&document, &Document::changed, &document, [&](const Change &made) { change = made; });
    QRandomGenerator random(1);
    for (int i = 0; i < 300; ++i) {
        document.endTyping();
        change = {};
        if (!document.perform(anyEdit(document.ruleSet(), i, random)))
            continue;
        // There and back a few times, so that the median is the edit and not what else the machine did.
        Samples edit;
        for (int time = 0; time < 4; ++time) {
            const auto check = [&] {
                store.mark(document.ruleSet(), change);
                (void)store.recheck(document.ruleSet());
            };
            edit.time(check);
            document.undo();
            edit.time(check);
            document.redo();
        }
        store.mark(document.ruleSet(), change);
        (void)store.recheck(document.ruleSet());
        results.checkEdit.add(edit.median());
    }
}

void measureTables(const RuleSet &rules, Results &results)
{
    Document document;
    document.load(rules);
    LiveFindings findings(&document);
    findings.finish();
    RulesModel table(&document, &findings);
    RuleFilterModel filter(&table);
    FindingsModel findingRows(&document, &findings);

    for (const char *typed :
        {"partner 4711", "203.0.17", "scans gw-3", "files 99", "e", "9", "nothing like it", "ticket 123"}) {
        const QString text = QString::fromLatin1(typed);
        for (qsizetype length = 1; length <= text.size(); ++length)
            results.keystroke.time([&] { filter.setSearch(text.first(length)); });
        for (qsizetype length = text.size() - 1; length >= 0; --length)
            results.keystroke.time([&] { filter.setSearch(text.first(length)); });
    }

    QRandomGenerator random(2);
    qsizetype letters = 0;
    for (int i = 0; i < 500; ++i) {
        const int top = random.bounded(table.rowCount() - visibleRows);
        results.scroll.time([&] {
            for (int row = top; row < top + visibleRows; ++row) {
                for (int column = 0; column < RulesModel::ColumnCount; ++column) {
                    const QModelIndex index = filter.index(row, column);
                    letters += index.data().toString().size() + index.data(RulesModel::SeverityRole).toInt();
                    letters += index.data(RulesModel::StateRole).toInt() + index.data(Qt::CheckStateRole).toInt();
                }
            }
        });
    }
    std::printf("scrolled over %lld characters\n", static_cast<long long>(letters));

    for (int i = 0; i < 120; ++i)
        results.editAndCheck.time([&] { (void)document.perform(anyEdit(document.ruleSet(), i, random)); });
    for (int i = 0; i < 20; ++i) {
        const RuleId rule = document.ruleSet().rules.at(random.bounded(ruleCount)).id;
        const int to = random.bounded(ruleCount);
        results.move.time([&] { (void)document.perform(moveRules({rule}, to)); });
    }

    LogModel log(&document);
    QList<LogEntry> batch(10'000);
    for (LogEntry &entry : batch) {
        entry.time = QDateTime::currentDateTimeUtc();
        entry.command = QStringLiteral("RETR file-%1.bin").arg(random.bounded(100'000));
        entry.reply = QStringLiteral("226 Transfer complete.");
    }
    for (int i = 0; i < 120; ++i)
        results.log.time([&] { log.append(batch); });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const RuleSet rules = largeRuleSet(ruleCount);
    std::printf("%d rules, %lld FTP services, %lld gateways\n", ruleCount,
        static_cast<long long>(rules.ftpServices.size()), static_cast<long long>(rules.gateways.size()));

    Results results;
    if (!measureFiles(rules, results))
        return 1;
    measureChecks(rules, results);
    measureTables(rules, results);

    std::printf("\n%-42s %8s %12s %12s\n", "milliseconds", "times", "median", "worst");
    results.load.print("load");
    results.save.print("save");
    results.check.print("check everything");
    results.checkEdit.print("check after one edit");
    results.editAndCheck.print("one edit with all models attached");
    results.move.print("move one rule with all models attached");
    results.keystroke.print("filter after a keystroke");
    results.scroll.print("scroll: 40 rows of all columns");
    results.log.print("append 10,000 log lines");
    std::printf("\n");

    bool isGood = report("models", "load_s", results.load.median() / 1000, 2);
    isGood &= report("models", "save_s", results.save.median() / 1000, 2);
    isGood &= report("models", "check_s", results.check.median() / 1000, 2);
    isGood &= report("models", "check_edit_ms", results.checkEdit.worst(), 20);
    isGood &= report("models", "keystroke_ms", results.keystroke.worst(), 16);
    isGood &= report("models", "scroll_ms", results.scroll.median(), 16);
    return isGood ? 0 : 1;
}
