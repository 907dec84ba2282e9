#include "app/backend/agents/AgentEndpoint.h"

#include <QTest>

using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;

class TestAgentEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("address and port") << u"203.0.113.1:7521"_s << u"203.0.113.1"_s << 7521;
        QTest::newRow("name and port") << u"gw-1.example.net:9000"_s << u"gw-1.example.net"_s << 9000;
        QTest::newRow("IPv6") << u"[2001:db8::1]:7521"_s << u"2001:db8::1"_s << 7521;
        QTest::newRow("no port") << u"gw-1"_s << u"gw-1"_s << 7521;
        QTest::newRow("nothing") << QString() << QString() << 0;
        QTest::newRow("a path") << u"gw-1:7521/x"_s << QString() << 0;
        QTest::newRow("a user") << u"me@gw-1:7521"_s << QString() << 0;
        QTest::newRow("port 0") << u"gw-1:0"_s << QString() << 0;
        QTest::newRow("port 65536") << u"gw-1:65536"_s << QString() << 0;
        QTest::newRow("a blank") << u"gw 1:7521"_s << QString() << 0;
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto endpoint = AgentEndpoint::parse(text);
        QCOMPARE(endpoint.has_value(), port != 0);
        if (endpoint)
            QCOMPARE(*endpoint, (AgentEndpoint{host, static_cast<quint16>(port)}));
    }
};

QTEST_GUILESS_MAIN(TestAgentEndpoint)
#include "tst_agentendpoint.moc"
