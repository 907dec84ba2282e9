#include "tests/agent/EngineContract.h"

#include "app/agent/files/Durable.h"

#include <QFile>
#include <QTest>

#include <algorithm>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;
using namespace ferry::agent;

bool put(const QList<NativeFile> &files)
{
    return std::all_of(files.cbegin(), files.cend(), [](const NativeFile &file) {
        return file.bytes ? writeDurably(file.path, *file.bytes).has_value() : QFile::remove(file.path) || true;
    });
}

void holdsEngineContract(GatewayEngine &engine, const GatewayConfig &config)
{
    // Rendering and checking write nothing.
    const QList<NativeFile> before = engine.nativeFiles().value();
    const auto first = engine.prepare(config, u"aaaa"_s);
    QVERIFY(first.has_value());
    const Result<> checked = engine.check(*first);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
    QCOMPARE(engine.nativeFiles().value(), before);
    QCOMPARE(engine.observe().generation, QString());
    // The same twice renders the same.
    QCOMPARE(engine.prepare(config, u"aaaa"_s).value(), *first);

    QVERIFY(put(*first));
    const Result<> committed = engine.commit();
    QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().text()));
    QCOMPARE(engine.observe().generation, u"aaaa"_s);
    QVERIFY(engine.observe().running);
    QVERIFY(engine.commit().has_value());

    const auto second = engine.prepare(config, u"bbbb"_s);
    QVERIFY(put(*second));
    QVERIFY(engine.commit().has_value());
    QCOMPARE(engine.observe().generation, u"bbbb"_s);
    QVERIFY(put(*first));
    QVERIFY(engine.rollBack().has_value());
    QCOMPARE(engine.observe().generation, u"aaaa"_s);
    QVERIFY(engine.sessions().has_value());
    QVERIFY(engine.log(10).has_value());
    const auto metrics = engine.metrics();
    QVERIFY(metrics && !metrics->isEmpty());
    QCOMPARE(metrics->first().samples.first().labels.first(), (MetricSample::Label{"gateway", config.id.text()}));
    QCOMPARE(engine.transcript(77).error().code, ErrorCode::NotFound);
    QCOMPARE(engine.endSession(77).error().code, ErrorCode::NotFound);
    QCOMPARE(engine.drain(RuleId::fromTrusted(u"other"_s), true).error().code, ErrorCode::NotFound);
    QCOMPARE(engine.drain({}, true).value(), DrainReply{0});
    QVERIFY(engine.drain({}, false).has_value());
    const auto upgraded = engine.upgrade();
    if (upgraded || upgraded.error().code != ErrorCode::Unsupported) {
        QVERIFY2(upgraded.has_value(), upgraded ? "" : qPrintable(upgraded.error().text()));
        QCOMPARE(upgraded->version, upgraded->before);
    }
    QCOMPARE(engine.observe().generation, u"aaaa"_s);
    engine.stop();
}

} // namespace ferry::test
