#include "models/rules/ProtocolDefinition.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Direction in = Direction::Inbound;
constexpr Direction out = Direction::Outbound;

ProtocolConnection connection(Direction direction, quint16 low, quint16 high)
{
    return {direction, PortRange::fromTrusted(low, high)};
}

} // namespace

class TestProtocolDefinition : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void splitsControlPortAndRelayPorts_data()
    {
        QTest::addColumn<QList<ProtocolConnection>>("primary");
        QTest::addColumn<int>("control");
        QTest::addColumn<QString>("relay");
        const auto row = [](const char *name, QList<ProtocolConnection> primary, int control, const QString &relay) {
            QTest::newRow(name) << std::move(primary) << control << relay;
        };
        row("none", {}, 0, u""_s);
        row("control alone", {connection(in, 21, 21)}, 21, u""_s);
        row("control and range", {connection(in, 21, 21), connection(in, 5000, 5003)}, 21, u"5000-5003"_s);
        row("order counts, not numbers", {connection(in, 5000, 5000), connection(in, 21, 21)}, 5000, u"21"_s);
        row("one range for both", {connection(in, 5000, 5003)}, 5000, u"5001-5003"_s);
        row("outbound is passed over", {connection(out, 20, 20), connection(in, 21, 22), connection(out, 1, 9)}, 21,
            u"22"_s);
        row("outbound alone", {connection(out, 20, 20)}, 0, u""_s);
        row("several ranges", {connection(in, 21, 21), connection(in, 6000, 6000), connection(in, 5000, 5003)}, 21,
            u"6000 5000-5003"_s);
    }
    void splitsControlPortAndRelayPorts()
    {
        QFETCH(QList<ProtocolConnection>, primary);
        QFETCH(int, control);
        ProtocolDefinition protocol;
        protocol.primary = primary;
        QCOMPARE(int(controlPort(protocol)), control);
        QStringList relay;
        for (const PortRange &range : relayPorts(protocol))
            relay << range.toString();
        QTEST(relay.join(u' '), "relay");
    }

    void customizedCopyIsEditableAndElseTheSame()
    {
        const ProtocolDefinition &original = builtInProtocols().first();
        const ProtocolDefinition copy = customized(original, ProtocolId::fromTrusted(u"mine"_s), u"Mine"_s);
        QVERIFY(original.builtIn);
        QVERIFY(!copy.builtIn);
        QCOMPARE(copy.id.text(), u"mine"_s);
        QCOMPARE(copy.primary, original.primary);
        QCOMPARE(copy.secondary, original.secondary);
        QCOMPARE(copy.filter, ApplicationFilter::Ftp);
    }

    void builtInsAreFtpAndImplicitFtps()
    {
        QCOMPARE(builtInProtocols().size(), 2);
        QCOMPARE(int(controlPort(builtInProtocols().at(0))), 21);
        QCOMPARE(int(controlPort(builtInProtocols().at(1))), 990);
        for (const ProtocolDefinition &protocol : builtInProtocols())
            QVERIFY(protocol.builtIn && isValidId(protocol.id.text()));
    }
};

QTEST_APPLESS_MAIN(TestProtocolDefinition)
#include "tst_protocoldefinition.moc"
