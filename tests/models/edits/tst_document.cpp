#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/RuleEdits.h"

#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

RuleSet oneRule()
{
    PublishingRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner upload"_s;
    rule.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
    RuleSet ruleSet;
    ruleSet.rules.append(rule);
    return ruleSet;
}

const RuleId ruleId = RuleId::fromTrusted(u"partner-upload"_s);

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoNamesSayWhatWouldBeUndone();
    void typingInOneFieldIsOneStep();
    void endTypingStartsANewStep();
    void typingBackToTheStartLeavesNoStep();
    void aDifferentFieldIsADifferentStep();
    void anEditThatChangesNothingLeavesNoStep();
    void aRefusedEditChangesNothing();
    void undoBackToTheSavedStateClearsTheMark();
    void theSavedStepIsNotMergedInto();
    void savedStateIsLostWithTheRedoThatHeldIt();
    void undoTellsTheRowItChanged();
};

void DocumentTest::undoNamesSayWhatWouldBeUndone()
{
    Document document;
    document.load(oneRule());
    QVERIFY(!document.canUndo());
    QVERIFY(document.perform(switchFilter(ruleId, false)));
    QCOMPARE(document.undoName(), u"switch filter off on Partner upload"_s);
    document.undo();
    QCOMPARE(document.undoName(), QString());
    QCOMPARE(document.redoName(), u"switch filter off on Partner upload"_s);
    QVERIFY(document.ruleSet() == oneRule());
}

void DocumentTest::typingInOneFieldIsOneStep()
{
    Document document;
    document.load(oneRule());
    for (const QString &typed : {u"P"_s, u"Pa"_s, u"Pay"_s})
        QVERIFY(document.perform(renameRule(ruleId, typed)));
    QCOMPARE(document.ruleSet().rules.at(0).name, u"Pay"_s);
    document.undo();
    QVERIFY(!document.canUndo());
    QVERIFY(document.ruleSet() == oneRule());
    document.redo();
    QCOMPARE(document.ruleSet().rules.at(0).name, u"Pay"_s);
}

void DocumentTest::endTypingStartsANewStep()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Pay"_s)));
    document.endTyping();
    QVERIFY(document.perform(renameRule(ruleId, u"Payroll"_s)));
    document.undo();
    QCOMPARE(document.ruleSet().rules.at(0).name, u"Pay"_s);
}

void DocumentTest::typingBackToTheStartLeavesNoStep()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Partner uploads"_s)));
    QVERIFY(document.isModified());
    QVERIFY(document.perform(renameRule(ruleId, u"Partner upload"_s)));
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isModified());
}

void DocumentTest::aDifferentFieldIsADifferentStep()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Pay"_s)));
    QVERIFY(document.perform(setRuleDescription(ruleId, u"Monthly"_s)));
    document.undo();
    QCOMPARE(document.ruleSet().rules.at(0).name, u"Pay"_s);
    QCOMPARE(document.ruleSet().rules.at(0).description, QString());
}

void DocumentTest::anEditThatChangesNothingLeavesNoStep()
{
    Document document;
    document.load(oneRule());
    QSignalSpy changed(&document, &Document::changed);
    QVERIFY(document.perform(switchFilter(ruleId, true)));
    QVERIFY(!document.canUndo());
    QCOMPARE(changed.size(), 0);
}

void DocumentTest::aRefusedEditChangesNothing()
{
    Document document;
    document.load(oneRule());
    QSignalSpy changed(&document, &Document::changed);
    const auto refused = document.perform(renameRule(ruleId, u" "_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(!refused.error().what.isEmpty() && !refused.error().why.isEmpty() && !refused.error().remedy.isEmpty());
    QCOMPARE(changed.size(), 0);
    QVERIFY(document.ruleSet() == oneRule());
    QCOMPARE(document.perform(renameRule(RuleId::fromTrusted(u"gone"_s), u"x"_s)).error().code, ErrorCode::NotFound);
}

void DocumentTest::undoBackToTheSavedStateClearsTheMark()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Pay"_s)));
    document.markSaved(7);
    QCOMPARE(document.ruleSet().revision, 7);
    QVERIFY(!document.isModified());
    document.undo();
    QVERIFY(document.isModified());
    document.redo();
    QVERIFY(!document.isModified());
}

void DocumentTest::theSavedStepIsNotMergedInto()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Pay"_s)));
    document.markSaved(1);
    QVERIFY(document.perform(renameRule(ruleId, u"Payroll"_s)));
    QVERIFY(document.isModified());
    document.undo();
    QVERIFY(!document.isModified());
    QCOMPARE(document.ruleSet().rules.at(0).name, u"Pay"_s);
}

void DocumentTest::savedStateIsLostWithTheRedoThatHeldIt()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(renameRule(ruleId, u"Pay"_s)));
    document.markSaved(1);
    document.undo();
    QVERIFY(document.perform(renameRule(ruleId, u"Other"_s)));
    QVERIFY(document.isModified());
    document.undo();
    QVERIFY(document.isModified());
}

void DocumentTest::undoTellsTheRowItChanged()
{
    Document document;
    document.load(oneRule());
    QVERIFY(document.perform(switchFilter(ruleId, false)));
    QList<Change> changes;
    connect(&document, &Document::changed, this, [&](const Change &change) { changes << change; });
    document.undo();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].objects,
        (QList<ObjectChange>{{ObjectKind::Rule, ObjectChange::What::Replaced, u"partner-upload"_s, 0, 0}}));
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
