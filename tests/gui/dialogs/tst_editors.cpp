#include "models/edits/Document.h"
#include "tests/gui/SampleRuleSet.h"
#include "ui/dialogs/ExternalAddressDialog.h"
#include "ui/dialogs/FilterConsequence.h"
#include "ui/dialogs/FilterDialog.h"
#include "ui/dialogs/FtpServiceDialog.h"
#include "ui/dialogs/GatewayDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/PassiveRangeDialog.h"
#include "ui/dialogs/ProblemsDialog.h"
#include "ui/dialogs/ProtocolEditor.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/ServerImportDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FieldEdit.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Switch.h"
#include "ui/window/Intents.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const RuleId partner = RuleId::fromTrusted(u"partner-upload"_s);
const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);
const ServiceId mirror = ServiceId::fromTrusted(u"mirror"_s);
const ProtocolId builtIn = ProtocolId::fromTrusted(u"ftp-server"_s);

template <class Widget>
Widget *find(const QDialog &dialog, const QString &name)
{
    auto *widget = dialog.findChild<Widget *>(name);
    if (!widget)
        qFatal("no %s", qPrintable(name));
    return widget;
}

void type(const QDialog &dialog, const QString &name, const QString &text)
{
    QLineEdit *edit = dialog.findChild<QLineEdit *>(name);
    if (!edit)
        edit = find<FieldEdit>(dialog, name)->lineEdit();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

QString problemText(const QDialog &dialog)
{
    const auto *strip = find<MessageStrip>(dialog, u"problemStrip"_s);
    return strip->parentWidget()->isHidden() ? QString() : strip->text();
}

} // namespace

class EditorsTest : public QObject {
    Q_OBJECT

    /// What the server has where nobody touched it since the last Apply.
    [[nodiscard]] ServiceConfig onServer(const ServiceId &id) const
    {
        for (const NodeConfig &node : nodeConfigs(m_document.ruleSet())) {
            for (const ServiceConfig &config : node.services) {
                if (config.id == id)
                    return config;
            }
        }
        return {};
    }
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { m_document.load(sampleRuleSet()); }

    void rangeIsSetWithReturn()
    {
        PassiveRangeDialog dialog(m_document, files);
        dialog.show();
        type(dialog, u"passiveRange"_s, u"5000-5003"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(m_document.ruleSet().ftpServices.find(files)->passivePorts, PortRange::fromTrusted(5000, 5003));
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void wrongRangeSaysWhyAndCannotBeSet()
    {
        PassiveRangeDialog dialog(m_document, files);
        dialog.show();
        type(dialog, u"passiveRange"_s, u"5003-5000"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(dialog.problem());
        QCOMPARE(dialog.problem()->what, u"The range was not accepted."_s);
        QVERIFY(dialog.problem()->why.contains(u"ends before it starts"_s));
        QCOMPARE(dialog.problem()->remedy, u"Write the lower port first."_s);
        QVERIFY(problemText(dialog).contains(u"Write the lower port first."_s));
        type(dialog, u"passiveRange"_s, u"5000-5003"_s);
        QVERIFY(dialog.primaryButton()->isEnabled());
        QVERIFY(problemText(dialog).isEmpty());
    }

    void calculatorSuggestsAFreeRange()
    {
        PassiveRangeDialog dialog(m_document, files);
        dialog.show();
        find<QSpinBox>(dialog, u"transfersAtOnce"_s)->setValue(10);
        find<QSpinBox>(dialog, u"secondsPerTransfer"_s)->setValue(60);
        QCOMPARE(find<QLabel>(dialog, u"portsNeeded"_s)->text(), u"50 ports needed"_s);
        find<QPushButton>(dialog, u"useSuggestedRange"_s)->click();
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet().ftpServices.find(files)->passivePorts, PortRange::fromTrusted(5000, 5049));
    }

    void escapeLeavesEverythingAsItWas()
    {
        PassiveRangeDialog dialog(m_document, files);
        dialog.show();
        type(dialog, u"passiveRange"_s, u"5000-5003"_s);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isHidden());
        QVERIFY(!m_document.canUndo());
    }

    void restartIsAnnouncedWithItsSessions()
    {
        PassiveRangeDialog dialog(m_document, mirror);
        dialog.setSessions(4);
        dialog.show();
        const auto *strip = find<MessageStrip>(dialog, u"restartImpact"_s);
        QVERIFY(strip->isHidden());
        type(dialog, u"passiveRange"_s, u"6000-6099"_s);
        QVERIFY(!strip->isHidden());
        QVERIFY(strip->text().contains(u'4'));
    }

    void definitionThatPublishesTheRangeFollows()
    {
        RuleSet ruleSet = sampleRuleSet();
        ProtocolDefinition custom =
            customized(*ruleSet.protocols.find(builtIn), ProtocolId::fromTrusted(u"ftps-custom"_s), u"FTPS custom"_s);
        custom.primary << ProtocolConnection{Direction::Inbound, PortRange::fromTrusted(5100, 5119)};
        ruleSet.protocols.append(custom);
        PublishingRule rule = ruleSet.rules.at(1);
        rule.protocol = custom.id;
        ruleSet.rules.replace(1, rule);
        m_document.load(ruleSet);

        PassiveRangeDialog dialog(m_document, mirror);
        dialog.show();
        type(dialog, u"passiveRange"_s, u"6000-6019"_s);
        QVERIFY(!find<QCheckBox>(dialog, u"followProtocols"_s)->isHidden());
        dialog.primaryButton()->click();
        QCOMPARE(
            relayPorts(*m_document.ruleSet().protocols.find(custom.id)), QList{PortRange::fromTrusted(6000, 6019)});
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), ruleSet);
    }

    void builtInDefinitionIsLockedAndCustomizedForItsRule()
    {
        ProtocolEditor dialog(m_document, builtIn, partner);
        dialog.show();
        QVERIFY(find<QLineEdit>(dialog, u"protocolName"_s)->isReadOnly());
        QVERIFY(!find<QComboBox>(dialog, u"applicationFilter"_s)->isEnabled());
        QVERIFY(find<QPushButton>(dialog, u"addPrimary"_s)->isHidden());
        QVERIFY(dialog.primaryButton()->isHidden());
        find<MessageStrip>(dialog, u"lockStrip"_s)->findChild<QPushButton *>(u"messageAction"_s)->click();

        QVERIFY(dialog.protocol() != builtIn);
        QCOMPARE(m_document.ruleSet().rules.find(partner)->protocol, dialog.protocol());
        QCOMPARE(m_document.ruleSet().rules.at(1).protocol, builtIn);
        QVERIFY(!find<QLineEdit>(dialog, u"protocolName"_s)->isReadOnly());
        QVERIFY(!dialog.primaryButton()->isHidden());
        find<QPushButton>(dialog, u"addPrimary"_s)->click();
        dialog.findChildren<FieldEdit *>(u"ports"_s).at(1)->setText(u"5000-5003"_s);
        dialog.primaryButton()->click();
        QCOMPARE(relayPorts(*m_document.ruleSet().protocols.find(dialog.protocol())),
            QList{PortRange::fromTrusted(5000, 5003)});
        m_document.undo();
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void overlappingConnectionsAreRefusedAtTheirRow()
    {
        ProtocolEditor dialog(m_document, {});
        dialog.show();
        type(dialog, u"protocolName"_s, u"FTPS for partners"_s);
        find<QPushButton>(dialog, u"addPrimary"_s)->click();
        find<QPushButton>(dialog, u"addPrimary"_s)->click();
        const auto ports = dialog.findChildren<FieldEdit *>(u"ports"_s);
        ports.at(1)->setText(u"5000-5003"_s);
        ports.at(2)->setText(u"5002-5010"_s);
        QVERIFY(ports.at(2)->errorText().contains(u"overlaps"_s));
        QVERIFY(!dialog.primaryButton()->isEnabled());
        ports.at(1)->setText(u"5000-5001"_s);
        QVERIFY(ports.at(2)->errorText().isEmpty());
        QVERIFY(dialog.primaryButton()->isEnabled());
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet().protocols.size(), 3);
        QCOMPARE(relayPorts(m_document.ruleSet().protocols.at(2)).size(), 2);
    }

    void filterTellsTheConsequenceBeforeTheClick()
    {
        FilterDialog dialog(m_document, partner);
        dialog.show();
        auto *enabled = find<Switch>(dialog, u"filterEnabled"_s);
        QVERIFY(enabled->isChecked());
        find<QRadioButton>(dialog, u"authTlsPass"_s)->click();
        QVERIFY(find<QRadioButton>(dialog, u"authTlsPass"_s)
                ->accessibleDescription()
                .contains(u"LIST will hang after 150"_s));
        QTest::keyClick(enabled, Qt::Key_Space);
        QVERIFY(!enabled->isChecked());
        dialog.primaryButton()->click();
        const FilterSettings filter = m_document.ruleSet().rules.find(partner)->filter;
        QVERIFY(!filter.enabled);
        QCOMPARE(filter.authTls, AuthTls::Pass);
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void limitsAreEditedAndNetworksGetTheirSize()
    {
        FilterDialog dialog(m_document, partner);
        dialog.show();
        find<QTabWidget>(dialog, u"filterTabs"_s)->setCurrentIndex(3);
        auto *data = find<QSpinBox>(dialog, u"dataSeconds"_s);
        QCOMPARE(data->value(), 300);
        data->setValue(45);
        auto *prefix4 = find<QSpinBox>(dialog, u"networkPrefix4"_s);
        QVERIFY(!prefix4->isVisible());
        find<QSpinBox>(dialog, u"maxSessionsPerNetwork"_s)->setValue(20);
        QVERIFY(prefix4->isVisible());
        QCOMPARE(prefix4->text(), u"IPv4 /24"_s);
        prefix4->setValue(22);
        find<QSpinBox>(dialog, u"networkPrefix6"_s)->setValue(48);
        dialog.primaryButton()->click();
        const FilterSettings filter = m_document.ruleSet().rules.find(partner)->filter;
        QCOMPARE(filter.dataSeconds, 45);
        QCOMPARE(filter.maxSessionsPerNetwork, 20);
        QCOMPARE(filter.networkPrefix4, 22);
        QCOMPARE(filter.networkPrefix6, 48);
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void limitsSayWhatTheyMeanForClients()
    {
        QVERIFY(consequenceOfData(300, 900).contains(u"its session goes on"_s));
        QVERIFY(consequenceOfData(5, 900).contains(u"may need longer"_s));
        QVERIFY(consequenceOfData(300, 300).contains(u"idle limit comes first"_s));
        FilterSettings settings;
        QVERIFY(consequenceOfSessionsPerNetwork(settings).contains(u"every session"_s));
        settings.maxSessionsPerNetwork = 20;
        QVERIFY(consequenceOfSessionsPerNetwork(settings).contains(u"421"_s));
        settings.maxSessions = 20;
        QVERIFY(consequenceOfSessionsPerNetwork(settings).startsWith(u"Never reached"_s));
        settings.maxSessions = 0;
        QVERIFY(consequenceOfSessionsPerNetwork(settings).contains(u"256 "_s));
        QVERIFY(!consequenceOfSessionsPerNetwork(settings).contains(u"IPv6"_s));
        settings.networkPrefix6 = 128;
        QVERIFY(consequenceOfSessionsPerNetwork(settings).contains(u"escapes this limit"_s));
    }

    void customCommandPolicyIsReadFromItsLists()
    {
        FilterDialog dialog(m_document, partner);
        dialog.show();
        auto *preset = find<QComboBox>(dialog, u"commandPreset"_s);
        preset->setCurrentIndex(preset->findData(static_cast<int>(CommandPreset::Custom)));
        Q_EMIT preset->activated(preset->currentIndex());
        type(dialog, u"commandsRefused"_s, u"dele, site chmod, DELE"_s);
        QVERIFY(dialog.primaryButton()->isEnabled());
        type(dialog, u"commandsAllowed"_s, u"no command"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        type(dialog, u"commandsAllowed"_s, u""_s);
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet().rules.find(partner)->filter.commands.deny,
            (QList<QString>{u"DELE"_s, u"SITE CHMOD"_s}));
    }

    void externalAddressIsTakenFromTheListener()
    {
        ExternalAddressDialog dialog(m_document, files, u"default"_s);
        dialog.show();
        find<QPushButton>(dialog, u"externalAddress-use"_s)->click();
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet().ftpServices.find(files)->sites.first().externalAddress.everywhere,
            Address::fromTrusted(u"203.0.113.1"));
    }

    void externalAddressPerGateway()
    {
        ExternalAddressDialog dialog(m_document, files, u"default"_s);
        dialog.show();
        find<QRadioButton>(dialog, u"addressForEach"_s)->click();
        type(dialog, u"externalAddress-gw-2"_s, u"192.0.2"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        type(dialog, u"externalAddress-gw-2"_s, u"192.0.2.1"_s);
        dialog.primaryButton()->click();
        const ExternalAddress external = m_document.ruleSet().ftpServices.find(files)->sites.first().externalAddress;
        QVERIFY(!external.everywhere);
        QCOMPARE(external.forGateway(GatewayId::fromTrusted(u"gw-2"_s)), Address::fromTrusted(u"192.0.2.1"));
    }

    void ruleDialogKeepsWhatItDoesNotShow()
    {
        const PublishingRule before = *m_document.ruleSet().rules.find(partner);
        RuleDialog dialog(m_document, partner);
        dialog.show();
        dialog.primaryButton()->click();
        QCOMPARE(*m_document.ruleSet().rules.find(partner), before);
        QVERIFY(!m_document.canUndo());
    }

    void ruleDialogEditsEverythingAsOneStep()
    {
        RuleDialog dialog(m_document, partner);
        dialog.show();
        type(dialog, u"ruleName"_s, u"Partners"_s);
        find<QSpinBox>(dialog, u"listenPort"_s)->setValue(2121);
        type(dialog, u"sourceNetworks"_s, u""_s);
        type(dialog, u"ruleExternalAddress"_s, u"203.0.113"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        type(dialog, u"ruleExternalAddress"_s, u"203.0.113.9"_s);
        dialog.primaryButton()->click();
        const PublishingRule rule = *m_document.ruleSet().rules.find(partner);
        QCOMPARE(rule.name, u"Partners"_s);
        QCOMPARE(rule.listener.port, quint16(2121));
        QVERIFY(rule.from.isEmpty());
        QCOMPARE(rule.externalAddress, Address::fromTrusted(u"203.0.113.9"));
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void newRuleAsksForWhatIsMissing()
    {
        RuleDialog dialog(m_document, {});
        dialog.show();
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(problemText(dialog).isEmpty());
        type(dialog, u"ruleName"_s, u"Nightly"_s);
        QVERIFY(dialog.primaryButton()->isEnabled());
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet().rules.size(), 3);
        QCOMPARE(m_document.ruleSet().rules.at(2).name, u"Nightly"_s);
    }

    void gatewayIsAddedAndWrongAgentRefused()
    {
        GatewayDialog dialog(m_document, {});
        dialog.show();
        type(dialog, u"gatewayName"_s, u"gw-3"_s);
        type(dialog, u"gatewayAgent"_s, u"gw-3"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(problemText(dialog).contains(u"not a host with a port"_s));
        type(dialog, u"gatewayAgent"_s, u"[2001:db8::3]:7521"_s);
        type(dialog, u"externalAddresses"_s, u"203.0.113.3, 2001:db8::3, 203.0.113.3"_s);
        type(dialog, u"clientAddresses"_s, u"10.0.0.0/8"_s);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(problemText(dialog).contains(u"addresses by network"_s));
        type(dialog, u"clientAddresses"_s, u"10.0.0.0/8 = 10.0.0.1, 192.168.7.0/24 = 192.168.7.1"_s);
        dialog.primaryButton()->click();
        const Gateway *gateway = m_document.ruleSet().gateways.find(GatewayId::fromTrusted(u"gw-3"_s));
        QVERIFY(gateway);
        QCOMPARE(gateway->externalAddresses.size(), 2);
        QCOMPARE(gateway->clientAddresses.size(), 2);
    }

    void serviceKeepsExternalAddressesOfItsSites()
    {
        RuleSet ruleSet = sampleRuleSet();
        FtpService service = *ruleSet.ftpServices.find(mirror);
        service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"203.0.113.2");
        ruleSet.ftpServices.replace(1, service);
        m_document.load(ruleSet);
        FtpServiceDialog dialog(m_document, mirror);
        dialog.show();
        type(dialog, u"serviceUnit"_s, u"vsftpd@mirror.service"_s);
        dialog.primaryButton()->click();
        service.serviceUnit = u"vsftpd@mirror.service"_s;
        QCOMPARE(*m_document.ruleSet().ftpServices.find(mirror), service);
    }

    void importShowsItsItemsAndIsOneStep()
    {
        RuleSet incoming = sampleRuleSet();
        incoming.rules.removeAt(1);
        PublishingRule rule = incoming.rules.at(0);
        rule.filter.enabled = false;
        incoming.rules.replace(0, rule);
        ImportDialog dialog(m_document, incoming, u"partners.json"_s);
        dialog.show();
        auto *items = find<QTreeWidget>(dialog, u"importItems"_s);
        QCOMPARE(items->topLevelItemCount(), 1);
        QVERIFY(items->topLevelItem(0)->childCount() > 0);
        find<QRadioButton>(dialog, u"importReplace"_s)->click();
        QCOMPARE(items->topLevelItemCount(), 2);
        find<QCheckBox>(dialog, u"showSame"_s)->click();
        QVERIFY(items->topLevelItemCount() > 2);
        dialog.primaryButton()->click();
        QCOMPARE(m_document.ruleSet(), incoming);
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void importOfWhatIsThereIsRefused()
    {
        ImportDialog dialog(m_document, sampleRuleSet(), u"partners.json"_s);
        dialog.show();
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QCOMPARE(dialog.problem()->what, u"There is nothing to import."_s);
    }

    void importFromServerShowsEachSettingAndIsOneStep()
    {
        Intents intents;
        ServerImportDialog dialog(m_document, intents, files);
        dialog.show();
        QVERIFY(!dialog.primaryButton()->isEnabled());
        ServiceConfig found = onServer(files);
        found.passivePorts = PortRange::fromTrusted(40000, 40100);
        found.id = mirror;
        dialog.setFound(found); // the answer about another one
        QVERIFY(!dialog.primaryButton()->isEnabled());
        found.id = files;
        found.sites[0].tls = TlsMode::Implicit;
        dialog.setFound(found);
        auto *items = find<QTreeWidget>(dialog, u"serverImportItems"_s);
        QCOMPARE(items->topLevelItemCount(), 2);
        QCOMPARE(items->topLevelItem(0)->text(2), u"40000–40100"_s);
        QCOMPARE(items->topLevelItem(1)->text(2), u"implicit TLS"_s);
        QCOMPARE(dialog.primaryButton()->text(), u"&Import 2 settings"_s);
        dialog.primaryButton()->click();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(m_document.ruleSet().ftpServices.find(files)->passivePorts, found.passivePorts);
        QVERIFY(m_document.undoName().startsWith(u"import "_s));
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void importFromServerThatFailsSaysWhyAndAsksAgain()
    {
        Intents intents;
        const QSignalSpy asked(&intents, &Intents::serverSettingsRequested);
        ServerImportDialog dialog(m_document, intents, files);
        dialog.show();
        dialog.setError(files,
            Error{ErrorCode::Unreachable, {}, u"files-1 was not asked."_s, u"Nobody answers at 198.51.100.20:7521."_s,
                u"Start its agent."_s});
        QVERIFY(find<MessageStrip>(dialog, u"serverImportStrip"_s)->text().contains(u"Nobody answers"_s));
        dialog.primaryButton()->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<ServiceId>(), files);
        QVERIFY(dialog.isVisible() && !dialog.primaryButton()->isEnabled());
        dialog.setFound(onServer(files));
        QVERIFY(!dialog.primaryButton()->isEnabled()); // the two agree
        QCOMPARE(dialog.problem()->what, u"There is nothing to import."_s);
    }

    void problemsListsAllAndCopiesThem()
    {
        const LoadProblem first{12, 26, u"/ftpServices/0/passivePorts"_s,
            Error{ErrorCode::InvalidInput, {}, u"Not read."_s, u"5003-5000 ends before it starts."_s,
                u"Write the lower port first."_s}};
        const LoadProblem second{31, 17, u"/rules/0/listener/port"_s,
            Error{ErrorCode::InvalidInput, {}, u"Not read."_s, u"0 is not a TCP port."_s,
                u"Write a port from 1 to 65535."_s}};
        ProblemsDialog dialog(u"/srv/partners.json"_s, {first, second});
        dialog.show();
        auto *table = find<QTableWidget>(dialog, u"problems"_s);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(1, 0)->text(), u"31"_s);
        QCOMPARE(table->item(1, 2)->text(), u"/rules/0/listener/port"_s);
        find<QPushButton>(dialog, u"copyProblems"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"12:26"_s) && copied.contains(u"0 is not a TCP port."_s));
    }

private:
    Document m_document;
};

QTEST_MAIN(EditorsTest)
#include "tst_editors.moc"
