#include "../support/ModelText.h"

#include "models/tables/PlanModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class PlanModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAsATree();
    void nodesThatCannotBeAskedSayWhy();
    void filesKeepBothTexts();
};

namespace {

NodePlan filesPlan()
{
    NodePlan plan;
    plan.agent = u"198.51.100.20:7521"_s;
    plan.node = u"files-1"_s;
    plan.changes = {{PlannedChange::What::Change, u"files-1"_s, u"Passive range 5000–5003 instead of any port"_s}};
    plan.restarts = {{ServiceId::fromTrusted(u"files-1"_s), 4}};
    plan.native = {{u"/etc/vsftpd.conf"_s, u"old"_s, u"new"_s}};
    return plan;
}

} // namespace

void PlanModelTest::readsAsATree()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    NodePlan gateway;
    gateway.agent = u"203.0.113.1:7521"_s;
    gateway.node = u"gw-1"_s;
    model.setPlans({filesPlan(), gateway});
    const QStringList lines = test::modelText(model).split(u'\n');
    QVERIFY2(lines.at(0).startsWith(u"files-1 – 1 change"_s), qPrintable(lines.at(0)));
    QCOMPARE(lines.at(1), u"  Passive range 5000–5003 instead of any port|files-1"_s);
    QVERIFY2(lines.at(2).startsWith(u"  Restart, ends 4 session"_s), qPrintable(lines.at(2)));
    QCOMPARE(lines.at(3), u"  /etc/vsftpd.conf|"_s);
    QCOMPARE(lines.at(4), u"gw-1 – nothing to do|203.0.113.1:7521"_s);
    const QModelIndex restart = model.index(1, 0, model.index(0, 0));
    QCOMPARE(restart.data(PlanModel::KindRole).toInt(), static_cast<int>(PlanModel::Restart));
    QCOMPARE(restart.data(PlanModel::SessionsRole).toInt(), 4);
    model.setPlans({});
    QCOMPARE(model.rowCount(), 0);
}

void PlanModelTest::nodesThatCannotBeAskedSayWhy()
{
    PlanModel model;
    NodePlan plan;
    plan.agent = u"203.0.113.1:7521"_s;
    plan.problem = u"Connection refused."_s;
    model.setPlans({plan});
    const QModelIndex problem = model.index(0, 0, model.index(0, 0));
    QCOMPARE(problem.data().toString(), u"Connection refused."_s);
    QCOMPARE(problem.data(PlanModel::KindRole).toInt(), static_cast<int>(PlanModel::Problem));
}

void PlanModelTest::filesKeepBothTexts()
{
    PlanModel model;
    model.setPlans({filesPlan()});
    const QModelIndex file = model.index(2, 0, model.index(0, 0));
    QCOMPARE(file.data(PlanModel::BeforeRole).toString(), u"old"_s);
    QCOMPARE(file.data(PlanModel::AfterRole).toString(), u"new"_s);
}

QTEST_GUILESS_MAIN(PlanModelTest)
#include "tst_planmodel.moc"
