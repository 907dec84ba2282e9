// How the models do with 100,000 rules: load, check, save, filter, scroll, edit, import. Measures what a person waits
// for: everything that the console attaches to a document is attached, and every time holds the rows that are read
// again for the screen. Ends with one line a limit, and with 1 if one is missed.
#include "tests/bench/models/ConsoleModels.h"
#include "tests/bench/models/EditKinds.h"
#include "tests/bench/models/LargeRuleSet.h"
#include "tests/bench/models/Measure.h"

#include "models/edits/ReplaceRuleSet.h"
#include "models/rules/TextLimits.h"
#include "models/store/Import.h"
#include "models/store/RuleSetFile.h"
#include "models/tables/LogModel.h"

#include <QTemporaryDir>

using namespace ferry;
using namespace ferry::bench;

namespace {

constexpr int ruleCount = 100'000;

struct Results {
    Samples save, load, rest, restSlice, keystroke, scroll, import, undoImport, log;
    Samples check, checkEdit;
    Samples edit, undo, editSlice, largeEdit, largeSlice;
    qsizetype read = 0;  ///< what was read of the models: makes sure that it is
};

/// Lets the event loop go on until everything is checked, and times each turn.
void settle(ConsoleModels &console, Samples &slices)
{
    while (!console.findings.isUpToDate())
        slices.time([] { ConsoleModels::turn(); });
}

bool measureFiles(const RuleSet &ruleSet, const QString &path, int times, Results &results)
{
    for (int i = 0; i < times; ++i) {
        bool isSaved = false;
        results.save.time([&] { isSaved = saveRuleSet(path, ruleSet).has_value(); });
        ConsoleModels console;
        results.load.time([&] {
            if (auto loaded = loadRuleSet(path)) {
                console.document.load(std::move(*loaded));
                results.read += console.readScreen(0);
            }
        });
        const bool isLoaded = console.document.ruleSet() == ruleSet;
        if (!isSaved || !isLoaded) {
            std::fputs("The rule set could not be saved and loaded again.\n", stderr);
            return false;
        }
        results.rest.time([&] { settle(console, results.restSlice); });
    }
    return true;
}

void measureChecks(const RuleSet &ruleSet, Results &results)
{
    for (int i = 0; i < 3; ++i) {
        FindingStore store;
        results.check.time([&] { store.check(ruleSet, {}); });
        if (i == 0) {
            std::printf("findings: %d errors, %d warnings, %d notes\n", store.count(Severity::Error),
                store.count(Severity::Warning), store.count(Severity::Note));
        }
    }
    Document document;
    document.load(ruleSet);
    FindingStore store;
    store.check(document.ruleSet(), {});
    QRandomGenerator random(1);
    for (const EditKind &kind : smallEdits) {
        Samples ofKind;
        const auto connection = QObject::connect(&document, &Document::changed, &document, [&](const Change &change) {
            const auto check = [&] {
                store.mark(document.ruleSet(), change);
                (void)store.recheck(document.ruleSet());
            };
            ofKind.time(check);
        });
        for (int i = 0; i < 40; ++i) {
            document.endTyping();
            (void)document.perform(kind.make(document.ruleSet(), random));
            if (i % 2)
                document.undo();
        }
        QObject::disconnect(connection);
        results.checkEdit.add(ofKind);
    }
}

void measureEdits(const RuleSet &ruleSet, Results &results)
{
    ConsoleModels console;
    Document &document = console.document;
    document.load(ruleSet);
    console.findings.finish();
    QRandomGenerator random(2);
    const auto perform = [&](const EditKind &kind, int times, Samples &edits, Samples &slices) {
        Samples ofKind;
        for (int i = 0; i < times; ++i) {
            document.endTyping();
            // Somebody else keeps the rule set as it is, as a plan or a preview does.
            const RuleSet kept = document.ruleSet();
            const int top = random.bounded(ruleCount / 2);
            EditPtr edit = kind.make(kept, random);
            ofKind.time([&] {
                (void)document.perform(std::move(edit));
                results.read += console.readScreen(top);
            });
            settle(console, slices);
            if (i % 2 == 0)
                continue;
            ofKind.time([&] {
                document.undo();
                results.read += console.readScreen(top);
            });
            settle(console, slices);
        }
        ofKind.print(kind.name);
        edits.add(ofKind);
    };
    for (const EditKind &kind : smallEdits)
        perform(kind, 30, results.edit, results.editSlice);
    for (const EditKind &kind : largeEdits)
        perform(kind, 6, results.largeEdit, results.largeSlice);
}

void measureSearch(ConsoleModels &console, Results &results)
{
    const auto type = [&](const QString &text) {
        results.keystroke.time([&] {
            console.found.setSearch(text);
            results.read += console.readRules(0);
        });
    };
    for (const char *typed : {"partner 4711", "203.0.17", "scans gw-3", "files 99", "upload", "department", "e", "9",
             "u p", "nothing like it", "ticket 123", "ftps (custom 7)", "no rule holds \xc3\xa4\xc3\xb6\xc3\xbc"}) {
        const QString text = QString::fromUtf8(typed);
        for (qsizetype length = 1; length <= text.size(); ++length)
            type(text.first(length));
        for (qsizetype length = text.size() - 1; length >= 0; --length)
            type(text.first(length));
        // Pasted, typed in front of, cleared at once; and after an edit nothing is remembered of what was found.
        type(text);
        type(QStringLiteral("a ") + text);
        type({});
        (void)console.document.perform(renameRule(console.rules.idAt(0), text.left(TextLimits::name)));
        type(text);
        type({});
    }
}

void measureScrolling(const ConsoleModels &console, Results &results)
{
    QRandomGenerator random(3);
    for (int i = 0; i < 500; ++i) {
        const int top = random.bounded(ruleCount - ConsoleModels::visibleRows);
        results.scroll.time([&] { results.read += console.readRules(top); });
    }
}

void measureImport(ConsoleModels &console, const QString &path, Results &results)
{
    Document &document = console.document;
    for (int i = 0; i < 3; ++i) {
        (void)document.perform(removeRules({console.rules.idAt(i)}));
        results.import.time([&] {
            const auto incoming = loadRuleSet(path);
            const ImportPreview preview = previewImport(document.ruleSet(), *incoming, ImportMode::Merge);
            (void)document.perform(importRuleSet(preview.result));
            results.read += console.readScreen(0) + preview.items.size();
        });
        console.findings.finish();
        results.undoImport.time([&] {
            document.undo();
            results.read += console.readScreen(0);
        });
        console.findings.finish();
    }
}

void measureTables(const QString &path, Results &results)
{
    const Memory before = memoryInUse();
    ConsoleModels console;
    console.document.load(loadRuleSet(path).value_or(RuleSet()));
    console.findings.finish();
    std::printf("memory: %.0f MiB for a rule set with all models\n", memoryInUse().now - before.now);

    measureSearch(console, results);
    measureScrolling(console, results);
    measureImport(console, path, results);

    LogModel log(&console.document);
    QList<LogEntry> batch(10'000);
    for (LogEntry &entry : batch) {
        entry.time = QDateTime::currentDateTimeUtc();
        entry.command = QStringLiteral("RETR file-%1.bin").arg(QRandomGenerator::global()->bounded(100'000));
        entry.reply = QStringLiteral("226 Transfer complete.");
    }
    for (int i = 0; i < 120; ++i)
        results.log.time([&] { log.append(batch); });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // shows how far it is, also in a pipe
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rules.json"));
    const RuleSet ruleSet = largeRuleSet(ruleCount);
    std::printf("%d rules, %lld FTP services, %lld gateways\n", ruleCount,
        static_cast<long long>(ruleSet.ftpServices.size()), static_cast<long long>(ruleSet.gateways.size()));

    // For profiling: one part alone, without limits.
    const QByteArrayView part = argc > 1 ? argv[1] : "";
    const auto isWanted = [&](QByteArrayView name) { return part.isEmpty() || part == name; };
    Results results;
    if (!measureFiles(ruleSet, path, isWanted("files") ? 3 : 1, results))
        return 1;
    if (isWanted("tables"))
        measureTables(path, results);
    if (isWanted("checks"))
        measureChecks(ruleSet, results);
    std::printf("memory: %.0f MiB at most\n\n", memoryInUse().peak);

    Samples::printHead();
    results.load.print("load, up to the first screen");
    results.rest.print("check everything after loading, in slices");
    results.restSlice.print("  one slice");
    results.save.print("save");
    results.check.print("check everything at once");
    results.checkEdit.print("check after one edit");
    results.keystroke.print("filter after a keystroke, and show the rows");
    results.scroll.print("scroll: 40 rows of all columns");
    results.import.print("import and merge the same 100,000 rules");
    results.undoImport.print("undo the import");
    results.log.print("append 10,000 log lines");
    if (isWanted("edits")) {
        std::printf("\none edit or undo, with all models attached:\n");
        measureEdits(ruleSet, results);
        results.editSlice.print("a slice of checking after a small edit");
        results.largeSlice.print("a slice of checking after a large edit");
    }
    if (!part.isEmpty())
        return 0;
    std::printf("\n");

    Limits limits("models");
    limits.hold("load_s", results.load.worst() / 1000, 2);
    limits.hold("save_s", results.save.worst() / 1000, 2);
    limits.hold("check_s", results.check.worst() / 1000, 2);
    limits.hold("check_edit_ms", results.checkEdit.worst(), 20);
    limits.hold("edit_ms", results.edit.worst(), 100);
    limits.hold("keystroke_ms", results.keystroke.worst(), 16);
    limits.hold("scroll_ms", results.scroll.worst(), 16);
    return limits.report();
}
