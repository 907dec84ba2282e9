#include "models/base/Result.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestResult : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errorReadsAsItsSentences()
    {
        const Error error{ErrorCode::InvalidInput, u"ports"_s, u"The range was not saved."_s,
            u"5003-5000 ends before it starts."_s, u"Write the lower port first."_s};
        QCOMPARE(
            error.text(), u"The range was not saved. 5003-5000 ends before it starts. Write the lower port first."_s);
    }

    void missingSentencesLeaveNoGap()
    {
        QCOMPARE((Error{ErrorCode::Io, {}, u"Not saved."_s, {}, u"Try again."_s}.text()), u"Not saved. Try again."_s);
        QCOMPARE(Error().text(), QString());
    }
};

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
