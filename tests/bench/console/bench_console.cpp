// What an administrator waits for in the console's window with 100,000 rules: each time is from the event to the
// painted result, offscreen. Ends with one line a limit, and with 1 if one is missed.
#include "models/store/RuleSetFile.h"
#include "models/store/RuleSetReader.h"
#include "tests/bench/console/Baseline.h"
#include "tests/bench/console/Opening.h"
#include "tests/bench/console/Scene.h"
#include "tests/bench/models/EditKinds.h"
#include "tests/bench/models/LargeRuleSet.h"
#include "tests/bench/models/Measure.h"

#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>

#include <simdjson.h>

using namespace ferry;
using namespace ferry::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ruleCount = 100'000;
constexpr int smallRuleCount = 10'000;
constexpr int logLines = 1'000'000;
constexpr int linesASecond = 10'000;
constexpr int framesASecond = 60;
constexpr double frame = 16;

constexpr const char *typedWords[] = {
    "partner 4711", "203.0.17", "scans gw-3", "files 99", "upload", "nothing like it"};

struct Results {
    Samples keystroke, clear, scroll, edit, log, logFull;
    Samples compared, baseline;  ///< the same keystrokes in both
    Samples ours, simdjson;
    Samples open;
    double megabytes = 0;
};

/// Letter by letter, back letter by letter, and typed again and cleared at once.
void measureSearch(Scene &scene, Results &results)
{
    Painted painted(*scene.window.findChild<QWidget *>(u"rulesPage"_s));
    scene.search().setFocus();
    const auto timed = [&](Samples &samples, auto &&press) {
        painted.forget();
        samples.time([&] {
            press();
            painted.settle();
        });
    };
    for (const char *words : typedWords) {
        const QString text = QString::fromLatin1(words);
        for (const QChar letter : text)
            timed(results.keystroke, [&] { scene.type(letter); });
        for (qsizetype i = 0; i < text.size(); ++i)
            timed(results.keystroke, [&] { scene.press(Qt::Key_Backspace); });
        for (int i = 0; i < 10; ++i) {
            scene.search().setText(text);
            painted.settle();
            timed(results.clear, [&] { scene.press(Qt::Key_Escape); });
        }
    }
}

/// The keystrokes of the first words, in the console and in what Qt offers.
void compareSearch(Scene &scene, Results &results)
{
    Painted painted(*scene.window.findChild<QWidget *>(u"rulesPage"_s));
    const QString text = QString::fromLatin1(typedWords[0]);
    for (const QChar letter : text) {
        painted.forget();
        results.compared.time([&] {
            scene.type(letter);
            painted.settle();
        });
    }
    scene.press(Qt::Key_Escape);
    Baseline baseline(scene.window.models().rules);
    for (qsizetype length = 1; length <= text.size(); ++length)
        baseline.search(text.first(length), results.baseline);
}

/// Pages, steps, and jumps of the scroll bar.
void measureScrolling(Scene &scene, Results &results)
{
    QTableView &table = scene.table("rulesTable");
    Painted painted(*table.viewport());
    QRandomGenerator random(3);
    for (int i = 0; i < 600; ++i) {
        QScrollBar *bar = table.verticalScrollBar();
        const int to = i % 3 == 0 ? random.bounded(bar->maximum())
            : i % 3 == 1          ? bar->value() + bar->pageStep()
                                  : bar->value() + 1;
        painted.forget();
        results.scroll.time([&] {
            bar->setValue(to);
            painted.settle();
        });
    }
}

/// One edit of one object, until its findings are up to date and the window has painted both.
void measureEdits(Scene &scene, Results &results)
{
    QRandomGenerator random(2);
    Painted painted(scene.window);
    for (const EditKind &kind : smallEdits) {
        Samples ofKind;
        for (int i = 0; i < 20; ++i) {
            scene.document.endTyping();
            EditPtr edit = kind.make(scene.document.ruleSet(), random);
            painted.forget();
            ofKind.time([&] {
                (void)scene.document.perform(std::move(edit));
                while (!scene.findings.isUpToDate())
                    QCoreApplication::processEvents();
                painted.settle();
            });
        }
        ofKind.print(kind.name);
        results.edit.add(ofKind);
    }
}

QList<LogEntry> logBatch(int size)
{
    QList<LogEntry> batch(size);
    QRandomGenerator &random = *QRandomGenerator::global();
    for (LogEntry &entry : batch) {
        entry.time = QDateTime::currentDateTimeUtc();
        entry.gateway = GatewayId::fromTrusted(u"gw-%1"_s.arg(random.bounded(50)));
        entry.rule = RuleId::fromTrusted(u"rule-%1"_s.arg(random.bounded(ruleCount)));
        entry.session = static_cast<quint64>(random.bounded(100'000));
        entry.client = Address::fromTrusted(u"198.51.100.17");
        entry.command = u"RETR file-%1.bin"_s.arg(random.bounded(100'000));
        entry.reply = u"226 Transfer complete."_s;
    }
    return batch;
}

/// Ten seconds of a log that grows while somebody scrolls in it: first below its capacity, then at it, where old lines
/// go for new ones.
void measureLog(Scene &scene, Results &results)
{
    scene.window.setPage(ui::PageId::Log);
    const QList<LogEntry> filling = logBatch(linesASecond);
    for (int i = 0; i < (logLines - 5 * linesASecond) / linesASecond; ++i)
        scene.live.appendLog(filling);
    QCoreApplication::processEvents();
    QTableView &table = scene.table("logTable");
    Painted painted(*table.viewport());
    const QList<LogEntry> batch = logBatch(linesASecond / framesASecond + 1);
    using Clock = std::chrono::steady_clock;
    auto next = Clock::now();
    for (int i = 0; i < 10 * framesASecond; ++i) {
        QScrollBar *bar = table.verticalScrollBar();
        const int to = bar->maximum() / 2 + i * 7;
        const bool isFull = scene.window.models().log.rowCount() + batch.size() > logLines;
        painted.forget();
        (isFull ? results.logFull : results.log).time([&] {
            scene.live.appendLog(batch);
            bar->setValue(to);
            painted.settle();
        });
        next += std::chrono::microseconds(1'000'000 / framesASecond);
        while (Clock::now() < next)
            QCoreApplication::processEvents();
    }
}

/// The same text by the rule set's reader and by simdjson, which reads it into its own tape.
bool measureImport(const QString &path, Results &results)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    const simdjson::padded_string padded(text.constData(), static_cast<std::size_t>(text.size()));
    std::printf("%.1f MB of JSON\n", static_cast<double>(text.size()) / 1e6);
    simdjson::dom::parser parser;
    bool isRead = true;
    for (int i = 0; i < 5; ++i) {
        results.ours.time([&] { isRead = isRead && readRuleSet(text).has_value(); });
        results.simdjson.time([&] { isRead = isRead && !parser.parse(padded).error(); });
    }
    return isRead;
}

void measureWindow(const RuleSet &ruleSet, const QByteArrayView part, Results &results)
{
    const auto isWanted = [&](QByteArrayView name) { return part.isEmpty() || part == name; };
    Scene scene(ruleSet);
    if (isWanted("search")) {
        measureSearch(scene, results);
        compareSearch(scene, results);
    }
    if (isWanted("scroll"))
        measureScrolling(scene, results);
    if (isWanted("edits"))
        measureEdits(scene, results);
    if (isWanted("log"))
        measureLog(scene, results);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc == 4 && QByteArrayView(argv[1]) == "--open")
        return openAndTell(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // shows how far it is, also in a pipe
    ui::applyTheme(application, ui::Scheme::Light);
    // For profiling: one part alone, without limits.
    const QByteArrayView part = argc > 1 ? argv[1] : "";
    const QTemporaryDir folder;
    const QString large = folder.filePath(u"large.json"_s);
    const QString small = folder.filePath(u"small.json"_s);
    const RuleSet ruleSet = largeRuleSet(ruleCount);
    if (!saveRuleSet(large, ruleSet) || !saveRuleSet(small, largeRuleSet(smallRuleCount)))
        return 1;
    Results results;
    if (part.isEmpty() || part == "open") {
        for (int i = 0; i < 5; ++i) {
            const Opened opened = openInProcess(small, folder.path());
            std::printf("open %d rules: %.3f s, %.0f MB\n", smallRuleCount, opened.seconds, opened.megabytes);
            results.open.add(opened.seconds);
        }
        const Opened opened = openInProcess(large, folder.path());
        std::printf("open %d rules: %.3f s, %.0f MB\n", ruleCount, opened.seconds, opened.megabytes);
        results.megabytes = opened.megabytes;
    }
    if ((part.isEmpty() || part == "import") && !measureImport(large, results))
        return 1;
    measureWindow(ruleSet, part, results);

    Samples::printHead();
    results.keystroke.print("keystroke in the search box");
    results.clear.print("clear the search");
    results.compared.print("the compared keystrokes here");
    results.baseline.print("the same in QSortFilterProxyModel");
    results.scroll.print("scroll the rules");
    results.edit.print("one edit to its findings");
    results.log.print("log: append 167 lines, scroll");
    results.logFull.print("log: the same where old lines go");
    results.ours.print("read the rule set");
    results.simdjson.print("simdjson, the same text");
    if (!part.isEmpty())
        return 0;
    std::printf("\n");

    Limits limits("console");
    limits.hold("keystroke_ms", results.keystroke.percentile(99), frame);
    limits.holdAtLeast(
        "keystroke_against_qsortfilterproxymodel", results.baseline.total() / results.compared.total(), 10);
    limits.hold("clear_p99_ms", results.clear.percentile(99), frame);
    limits.hold("scroll_p99_ms", results.scroll.percentile(99), frame);
    limits.holdAtLeast("import_against_simdjson", results.simdjson.median() / results.ours.median(), 0.5);
    limits.hold("edit_to_findings_ms", results.edit.percentile(99), 20);
    limits.hold("log_frame_p99_ms", results.log.percentile(99), frame);
    limits.hold("log_full_frame_p99_ms", results.logFull.percentile(99), frame);
    limits.hold("memory_mb", results.megabytes, 250);
    limits.hold("open_s", results.open.median(), 0.5);
    return limits.report();
}
