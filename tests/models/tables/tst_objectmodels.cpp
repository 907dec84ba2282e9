#include "../support/ModelText.h"
#include "../support/Story.h"

#include "models/edits/FilterEdits.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/tables/FindingsModel.h"
#include "models/tables/FtpServicesModel.h"
#include "models/tables/GatewaysModel.h"
#include "models/tables/ProtocolsModel.h"

#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

/// Protocols, FTP services, gateways and findings as people read them.
class ObjectModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_document->load(test::story());
    }
    void cleanup() { m_document.reset(); }

    void builtInProtocolsAreLocked();
    void servicesShowWhatTheirAgentsSay();
    void gatewaysShowWhatTheirAgentsSay();
    void findingsFollowTheDocument();
    void findingsAreCuredInTheList();

private:
    std::unique_ptr<Document> m_document;
};

void ObjectModelsTest::builtInProtocolsAreLocked()
{
    ProtocolsModel model(m_document.get());
    QVERIFY(!(model.index(0, ProtocolsModel::NameColumn).flags() & Qt::ItemIsEditable));
    QVERIFY(model.index(0, 0).data(ProtocolsModel::BuiltInRole).toBool());
    QCOMPARE(model.index(0, 0).data(ProtocolsModel::UseCountRole).toInt(), 1);
    QSignalSpy refused(&model, &ProtocolsModel::editRefused);
    QVERIFY(!model.setData(model.index(0, ProtocolsModel::NameColumn), u"Mine"_s, Qt::EditRole));
    QCOMPARE(refused.size(), 1);

    QVERIFY(m_document->perform(
        customizeProtocol(RuleId::fromTrusted(u"partner-upload"_s), {PortRange::fromTrusted(5000, 5003)})));
    QCOMPARE(model.index(2, ProtocolsModel::NameColumn).data().toString(), u"FTP Server (custom)"_s);
    QCOMPARE(model.index(2, ProtocolsModel::PrimaryColumn).data().toString(), u"21, 5000–5003"_s);
    QCOMPARE(model.index(2, 0).data(ProtocolsModel::UseCountRole).toInt(), 1);
    QCOMPARE(model.index(0, 0).data(ProtocolsModel::UseCountRole).toInt(), 0);
    QVERIFY(model.setData(model.index(2, ProtocolsModel::NameColumn), u"FTPS"_s, Qt::EditRole));
    QCOMPARE(m_document->undoName(), u"rename FTP Server (custom)"_s);
}

void ObjectModelsTest::servicesShowWhatTheirAgentsSay()
{
    FtpServicesModel model(m_document.get());
    const auto row = [&] { return test::modelText(model).trimmed(); };
    QCOMPARE(row().section(u'|', 0, 5), u"files-1|vsftpd|main 198.51.100.20:21|any port|–|–"_s);
    QCOMPARE(row().section(u'|', 7), u"Unknown"_s);

    NodeStatus status;
    status.services = {ServiceStatus{}};
    status.services[0].id = ServiceId::fromTrusted(u"files-1"_s);
    status.services[0].running = true;
    status.services[0].sessions = 4;
    NodeStatuses statuses{{u"198.51.100.20:7521"_s, NodeView{status, {}, 4}}};
    model.setStatuses(statuses);
    QCOMPARE(row().section(u'|', 5, 5), u"4"_s);
    QCOMPARE(row().section(u'|', 7), u"Running"_s);
    statuses[u"198.51.100.20:7521"_s] = NodeView{std::nullopt, u"Connection refused."_s, -1};
    model.setStatuses(statuses);
    QCOMPARE(row().section(u'|', 7), u"Not reachable"_s);
    QCOMPARE(model.index(0, 0).data(FtpServicesModel::ProblemRole).toString(), u"Connection refused."_s);

    QVERIFY(model.setData(model.index(0, FtpServicesModel::PassiveRangeColumn), u"5000-5003"_s, Qt::EditRole));
    QCOMPARE(row().section(u'|', 3, 3), u"5000–5003"_s);
    QSignalSpy refused(&model, &FtpServicesModel::editRefused);
    QVERIFY(!model.setData(model.index(0, FtpServicesModel::PassiveRangeColumn), u"5000-"_s, Qt::EditRole));
    QCOMPARE(refused.size(), 1);
}

void ObjectModelsTest::gatewaysShowWhatTheirAgentsSay()
{
    GatewaysModel model(m_document.get());
    QCOMPARE(test::modelText(model).section(u'|', 2, 3), u"203.0.113.1|203.0.113.1:7521"_s);
    NodeStatus status;
    status.version = u"0.1.0"_s;
    status.gateways = {GatewayStatus{}};
    status.gateways[0].id = GatewayId::fromTrusted(u"gw-1"_s);
    status.gateways[0].problem = u"The control socket is gone."_s;
    status.drift = {NativeChange{u"/etc/x"_s, u"a"_s, u"b"_s}};
    model.setStatuses({{u"203.0.113.1:7521"_s, NodeView{status, {}, 4}}});
    QCOMPARE(test::modelText(model).trimmed().section(u'|', 5), u"0|4 ms|edited by hand|Stopped"_s);
    QCOMPARE(model.index(0, 0).data(GatewaysModel::ProblemRole).toString(), u"The control socket is gone."_s);
    QVERIFY(model.index(0, 0).data(GatewaysModel::DriftRole).toBool());
}

void ObjectModelsTest::findingsFollowTheDocument()
{
    LiveFindings findings(m_document.get());
    FindingsModel model(m_document.get(), &findings);
    findings.finish();
    QCOMPARE(test::modelText(model), u"Error|The gateway answers 550 to AUTH TLS|Partner upload|FG101\n"_s);
    const RuleId rule = RuleId::fromTrusted(u"partner-upload"_s);
    QVERIFY(m_document->perform(switchFilter(rule, false)));
    QCOMPARE(test::modelText(model),
        u"Error|LIST will hang after 150|Partner upload|FG102\n"
        u"Error|PASV gives an address that clients cannot reach|Partner upload|FG104\n"_s);
    QVERIFY(m_document->perform(renameRule(rule, u"Payroll"_s)));
    QVERIFY(test::modelText(model).contains(u"|Payroll|FG102"_s));
    QVERIFY(m_document->perform(removeRules({rule})));
    QCOMPARE(model.rowCount(), 0);
}

void ObjectModelsTest::findingsAreCuredInTheList()
{
    LiveFindings findings(m_document.get());
    FindingsModel model(m_document.get(), &findings);
    findings.finish();
    QCOMPARE(model.index(0, 0).data(FindingsModel::FixLabelsRole).toStringList(),
        (QStringList{u"Switch the filter off for this rule"_s, u"Relay AUTH TLS (pass)"_s}));
    while (model.rowCount() > 0)
        QVERIFY(findings.apply(model.findingAt(0).fixes.first()));
    QCOMPARE(findings.count(Severity::Error), 0);
    QVERIFY(m_document->canUndo());
}

QTEST_GUILESS_MAIN(ObjectModelsTest)
#include "tst_objectmodels.moc"
