#include "../support/ModelText.h"
#include "../support/RowMirror.h"

#include "models/edits/Document.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/MoveRules.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/tables/RuleFilterModel.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The table of the sketch in look.md.
RuleSet sketch()
{
    RuleSet ruleSet;
    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
    gateway.name = u"gw-1"_s;
    ruleSet.gateways.append(gateway);

    FtpService files;
    files.id = ServiceId::fromTrusted(u"files-1"_s);
    files.name = u"files-1"_s;
    files.passivePorts = PortRange::fromTrusted(5000, 5003);
    files.sites = {FtpSite{u"main"_s, Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit}};
    ruleSet.ftpServices.append(files);

    PublishingRule upload;
    upload.id = RuleId::fromTrusted(u"partner-upload"_s);
    upload.name = u"Partner upload"_s;
    upload.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
    upload.gateways = {gateway.id};
    upload.listener = {Address::fromTrusted(u"203.0.113.1"), 0};
    upload.server = ServiceSite{files.id, u"main"_s};
    upload.filter.enabled = false;
    ruleSet.rules.append(upload);

    PublishingRule mirror;
    mirror.id = RuleId::fromTrusted(u"public-mirror"_s);
    mirror.name = u"Public mirror"_s;
    mirror.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
    mirror.listener = {Address::fromTrusted(u"203.0.113.1"), 2121};
    mirror.server = BareServer{Address::fromTrusted(u"198.51.100.30"), 21};
    ruleSet.rules.append(mirror);
    return ruleSet;
}

const RuleId uploadId = RuleId::fromTrusted(u"partner-upload"_s);
const RuleId mirrorId = RuleId::fromTrusted(u"public-mirror"_s);

} // namespace

class RulesModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_document->load(sketch());
        m_model = std::make_unique<RulesModel>(m_document.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_document.reset();
    }

    void readsAsInTheSketch();
    void switchInTheRowIsOneUndoableEdit();
    void typingAListener_data();
    void typingAListener();
    void aRangeThatIsWrongIsRefusedInWords();
    void typingARangeSetsItOnTheService();
    void aDropMovesTheRule();
    void smallChangesAreNoResets();
    void statesAreShown();
    void searchFindsByEveryWord_data();
    void searchFindsByEveryWord();
    void searchFollowsWhatRulesShare();
    void rowsAreDraggedInTheTrueOrderOnly();

private:
    QModelIndex cell(int row, int column) const { return m_model->index(row, column); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<RulesModel> m_model;
};

void RulesModelTest::readsAsInTheSketch()
{
    QCOMPARE(test::modelText(*m_model),
        u"1|[x]|Partner upload|FTP Server|203.0.113.1:21|files-1|5000–5003|explicit|[ ]off|Draft\n"
        u"2|[x]|Public mirror|FTP Server|203.0.113.1:2121|198.51.100.30:21|–|–|[x]on|Draft\n"_s);
}

void RulesModelTest::switchInTheRowIsOneUndoableEdit()
{
    QVERIFY(m_model->setData(cell(1, RulesModel::FilterColumn), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!m_document->ruleSet().rules.at(1).filter.enabled);
    QCOMPARE(m_document->undoName(), u"switch filter off on Public mirror"_s);
    QVERIFY(m_model->setData(cell(1, RulesModel::EnabledColumn), Qt::Unchecked, Qt::CheckStateRole));
    m_document->undo();
    m_document->undo();
    QVERIFY(m_document->ruleSet() == sketch());
}

void RulesModelTest::typingAListener_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("address and port") << u"203.0.113.2:990"_s << u"203.0.113.2:990"_s;
    QTest::newRow("address: the protocol's port") << u"203.0.113.2"_s << u"203.0.113.2:21"_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]:2121"_s << u"[2001:db8::1]:2121"_s;
    QTest::newRow("IPv6 alone") << u"2001:db8::1"_s << u"[2001:db8::1]:21"_s;
    QTest::newRow("no address") << u":21"_s << QString();
    QTest::newRow("port 0") << u"203.0.113.2:0"_s << QString();
    QTest::newRow("port too large") << u"203.0.113.2:65536"_s << QString();
    QTest::newRow("a range") << u"203.0.113.2:5000-5003"_s << QString();
    QTest::newRow("a name") << u"ftp.example.com"_s << QString();
    QTest::newRow("open bracket") << u"[2001:db8::1"_s << QString();
    QTest::newRow("nothing") << u""_s << QString();
}

void RulesModelTest::typingAListener()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    QSignalSpy refused(m_model.get(), &RulesModel::editRefused);
    const QModelIndex index = cell(0, RulesModel::ListenerColumn);
    QCOMPARE(m_model->setData(index, typed, Qt::EditRole), !shown.isEmpty());
    QCOMPARE(refused.size(), shown.isEmpty() ? 1 : 0);
    QCOMPARE(index.data().toString(), shown.isEmpty() ? u"203.0.113.1:21"_s : shown);
}

void RulesModelTest::aRangeThatIsWrongIsRefusedInWords()
{
    QString words;
    connect(m_model.get(), &RulesModel::editRefused, this, [&](const Error &error) { words = error.text(); });
    QVERIFY(!m_model->setData(cell(0, RulesModel::PassiveRangeColumn), u"5003-5000"_s, Qt::EditRole));
    QVERIFY2(words.contains(u"ends before it starts"_s), qPrintable(words));
    QVERIFY(m_document->ruleSet() == sketch());
}

void RulesModelTest::typingARangeSetsItOnTheService()
{
    QVERIFY(m_model->setData(cell(0, RulesModel::PassiveRangeColumn), u"6000–6009"_s, Qt::EditRole));
    QCOMPARE(m_document->ruleSet().ftpServices.at(0).passivePorts, PortRange::fromTrusted(6000, 6009));
    QVERIFY(!(cell(1, RulesModel::PassiveRangeColumn).flags() & Qt::ItemIsEditable));
    QVERIFY(m_model->setData(cell(0, RulesModel::PassiveRangeColumn), u""_s, Qt::EditRole));
    QVERIFY(!m_document->ruleSet().ftpServices.at(0).passivePorts);
}

void RulesModelTest::aDropMovesTheRule()
{
    const std::unique_ptr<QMimeData> data(m_model->mimeData({cell(1, 0), cell(1, 1)}));
    QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(m_document->ruleSet().rules.at(0).id, mirrorId);
    QCOMPARE(m_document->undoName(), u"move Public mirror"_s);
    QCOMPARE(cell(0, RulesModel::OrderColumn).data().toInt(), 1);
}

void RulesModelTest::smallChangesAreNoResets()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy moves(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_document->perform(renameRule(mirrorId, u"Mirror"_s)));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
    QVERIFY(m_document->perform(moveRules({mirrorId}, 0)));
    QVERIFY(m_document->perform(duplicateRule(uploadId)));
    QVERIFY(m_document->perform(removeRules({uploadId})));
    QCOMPARE(moves.size(), 1);
    QCOMPARE(resets.size(), 0);
}

void RulesModelTest::statesAreShown()
{
    m_model->setStates({{uploadId, RuleState::Applied}});
    QCOMPARE(cell(0, RulesModel::StateColumn).data().toString(), ruleStateText(RuleState::Applied));
    QCOMPARE(cell(0, 0).data(RulesModel::StateRole).toInt(), static_cast<int>(RuleState::Applied));
    QCOMPARE(cell(1, 0).data(RulesModel::StateRole).toInt(), static_cast<int>(RuleState::Draft));
}

void RulesModelTest::searchFindsByEveryWord_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("found");
    QTest::newRow("nothing typed") << u""_s << u"Partner upload, Public mirror"_s;
    QTest::newRow("blanks") << u"  "_s << u"Partner upload, Public mirror"_s;
    QTest::newRow("part of the name") << u"mir"_s << u"Public mirror"_s;
    QTest::newRow("any case") << u"PARTNER"_s << u"Partner upload"_s;
    QTest::newRow("listener") << u"203.0.113.1:2121"_s << u"Public mirror"_s;
    QTest::newRow("bare server") << u"198.51.100.30"_s << u"Public mirror"_s;
    QTest::newRow("FTP service") << u"files-1"_s << u"Partner upload"_s;
    QTest::newRow("passive range") << u"5000-5003"_s << u"Partner upload"_s;
    QTest::newRow("protocol") << u"ftp server"_s << u"Partner upload, Public mirror"_s;
    QTest::newRow("gateway") << u"gw-1"_s << u"Partner upload"_s;
    QTest::newRow("words from several fields") << u"files gw-1 upload"_s << u"Partner upload"_s;
    QTest::newRow("one word too many") << u"files gw-1 mirror"_s << u""_s;
}

void RulesModelTest::searchFindsByEveryWord()
{
    QFETCH(QString, words);
    QFETCH(QString, found);
    RuleFilterModel filter(m_model.get());
    // Typed letter by letter, as each keystroke looks at the last hits only.
    for (qsizetype length = 1; length <= words.size(); ++length)
        filter.setSearch(words.left(length));
    QStringList names;
    for (int row = 0; row < filter.rowCount(); ++row)
        names << filter.index(row, RulesModel::NameColumn).data().toString();
    QCOMPARE(names.join(u", "_s), found);
}

void RulesModelTest::searchFollowsWhatRulesShare()
{
    RuleFilterModel filter(m_model.get());
    filter.setSearch(u"payroll"_s);
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(m_document->perform(renameService(ServiceId::fromTrusted(u"files-1"_s), u"Payroll"_s)));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.ruleAt(0), uploadId);
    QVERIFY(m_document->perform(renameRule(mirrorId, u"Payroll mirror"_s)));
    QCOMPARE(filter.rowCount(), 2);
    m_document->undo();
    m_document->undo();
    QCOMPARE(filter.rowCount(), 0);
}

void RulesModelTest::rowsAreDraggedInTheTrueOrderOnly()
{
    RuleFilterModel filter(m_model.get());
    QVERIFY(filter.index(0, 0).flags() & Qt::ItemIsDragEnabled);
    filter.setSearch(u"mirror"_s);
    QVERIFY(!(filter.index(0, 0).flags() & Qt::ItemIsDragEnabled));
    QVERIFY(!(filter.flags({}) & Qt::ItemIsDropEnabled));
}

QTEST_GUILESS_MAIN(RulesModelTest)
#include "tst_rulesmodel.moc"
