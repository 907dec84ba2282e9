#include "tests/e2e/engines/Curl.h"
#include "tests/e2e/engines/EngineLab.h"
#include "tests/support/Prerequisite.h"

#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A live rule goes from one engine of its gateway to another, and back.
class EngineSwitchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        FERRY_NEEDS(!test::haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(!test::vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        auto lab = EngineLab::start({Engine::Builtin, Engine::Haproxy});
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
        QVERIFY(m_lab->apply({m_lab->rule()}));
    }

    void cleanup() { m_lab.reset(); }

    void transfersAreFinishedByTheEngineThatHandsOver_data()
    {
        QTest::addColumn<bool>("isUpload");
        QTest::newRow("download") << false;
        QTest::newRow("upload") << true;
    }

    void transfersAreFinishedByTheEngineThatHandsOver()
    {
        QFETCH(bool, isUpload);
        const QStringList slowly = isUpload
            ? QStringList{u"--limit-rate"_s, u"3M"_s, u"-T"_s, m_lab->server().paths().files() + u"/pub/big.bin"_s,
                  m_lab->url(u"upload/there.bin"_s)}
            : QStringList{u"--limit-rate"_s, u"3M"_s, m_lab->url(u"pub/big.bin"_s)};
        for (const Engine next : {Engine::Haproxy, Engine::Builtin}) {
            Curl running(m_lab->authority(), slowly);
            QTRY_VERIFY_WITH_TIMEOUT(hasBegun(running, isUpload), 20'000);
            m_lab->choose(next);
            QVERIFY(m_lab->apply({m_lab->rule()}));
            QVERIFY(running.isRunning());
            QCOMPARE(m_lab->gateway().engine, next);
            QCOMPARE(m_lab->gateway().sessions, 1);
            QVERIFY(m_lab->gateway().problem.contains(u"until they end: 1."_s));
            QVERIFY(fetches());

            QVERIFY2(running.succeeds(), running.words().constData());
            QCOMPARE(hashOf(isUpload ? uploaded() : running.output()), hashOf(m_lab->bigFile()));
            // Nothing is left of the engine that is not in charge.
            QTRY_COMPARE_WITH_TIMEOUT(m_lab->gateway().problem, QString(), 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(
                processesOf(next == Engine::Haproxy ? u"proxy.sock"_s : u"haproxy.sock"_s), 0, 20'000);
            QFile::remove(m_lab->server().paths().files() + u"/upload/there.bin"_s);
        }
    }

    void anUnconfirmedSwitchGoesBack()
    {
        m_lab->choose(Engine::Haproxy);
        QVERIFY(m_lab->prepare({m_lab->rule()}, u"unconfirmed"_s, 3s));
        QVERIFY(m_lab->ask(u"apply.commit", u"unconfirmed"_s));
        QCOMPARE(m_lab->gateway().engine, Engine::Haproxy);
        QVERIFY(fetches());
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->agent().status().transaction, TransactionState::None, 20'000);
        QCOMPARE(m_lab->gateway().engine, Engine::Builtin);
        QCOMPARE(m_lab->gateway().generation, m_lab->generation());
        QVERIFY(fetches());
    }

    void aRefusedSwitchChangesNothing()
    {
        PublishedRule filtered = m_lab->rule();
        filtered.filterOn = true;
        filtered.filter.enabled = true;
        m_lab->choose(Engine::Haproxy);
        QVERIFY(!m_lab->prepare({filtered}, u"refused"_s));
        QCOMPARE(m_lab->gateway().engine, Engine::Builtin);
        QVERIFY(fetches());

        m_lab->choose(Engine::Nftables);
        const RpcReply unknown = m_lab->prepare({m_lab->rule()}, u"unknown"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().error.code, ErrorCode::Denied);
        QVERIFY2(unknown.error().error.why.contains(u"builtin, haproxy"_s), qPrintable(unknown.error().error.text()));
    }

    void theChoiceOutlivesTheAgent()
    {
        m_lab->choose(Engine::Haproxy);
        QVERIFY(m_lab->apply({m_lab->rule()}));
        m_lab->agent().kill();
        QVERIFY(m_lab->agent().start());
        QCOMPARE(m_lab->gateway().engine, Engine::Haproxy);
        QCOMPARE(m_lab->gateway().generation, m_lab->generation());
        QCOMPARE(m_lab->gateway().offered, (QList<Engine>{Engine::Builtin, Engine::Haproxy}));
        QVERIFY(fetches());
    }

private:
    QByteArray uploaded() const { return contentOf(m_lab->server().paths().files() + u"/upload/there.bin"_s); }
    bool hasBegun(Curl &running, bool isUpload) const
    {
        return isUpload ? uploaded().size() > 100'000 : running.hasBegun();
    }
    bool fetches()
    {
        Curl fetch(m_lab->authority(), {m_lab->url(u"pub/big.bin"_s)});
        const bool isWhole = fetch.succeeds() && hashOf(fetch.output()) == hashOf(m_lab->bigFile());
        if (!isWhole)
            qWarning("%s", fetch.words().constData());
        return isWhole;
    }
    /// How many processes of the lab were started with that control socket.
    int processesOf(const QString &socket) const
    {
        const QByteArray path = m_lab->agent().path(socket).toUtf8();
        int count = 0;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QByteArray command = contentOf(u"/proc/%1/cmdline"_s.arg(pid));
            if (command.contains(path) && !command.contains("ferrygate-agent"))
                ++count;
        }
        return count;
    }

    std::unique_ptr<EngineLab> m_lab;
};

QTEST_GUILESS_MAIN(EngineSwitchTest)
#include "tst_engine_switch.moc"
