#include "app/proxy/filters/feat/Feat.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterFeat : public QObject {
    Q_OBJECT

    // What the client reads of the reply, lines joined by "|".
    static QByteArray seen(FakeContext &context, const QByteArrayList &lines)
    {
        const auto filter = makeFeat(context.theRule);
        ReplyReader reader;
        QByteArrayList out;
        for (const QByteArray &line : lines) {
            const Command command = *parseCommand("FEAT");
            const Verdict verdict =
                filter->onReply(context, command, *reader.next(std::string_view(line.constData(), line.size())));
            if (verdict.action == Verdict::Action::Pass)
                out << line;
            else if (!verdict.text.empty())
                out << QByteArray::fromStdString(verdict.text).replace("\r\n", "|");
        }
        return out.join('|');
    }

    static inline const QByteArrayList servers{"211-Features:", " AUTH TLS", " CCC", " EPRT", " EPSV", " MDTM", " MFMT",
        " PASV", " PBSZ", " PROT", " REST STREAM", " SITE CHMOD", " SPSV", " TVFS", " UTF8", "211 End"};

private Q_SLOTS:
    void denyPromisesNoTls()
    {
        FakeContext context;
        QCOMPARE(seen(context, servers),
            QByteArray("211-Features:| EPSV| MDTM| MFMT| PASV| REST STREAM| SITE CHMOD| TVFS| UTF8|211 End"));
    }

    void passPromisesWhatTheServerDoes()
    {
        FakeContext context;
        context.theRule.filter.authTls.handling = AuthTls::Pass;
        context.theRule.filter.dataModes = {.passive = false, .active = true};
        QCOMPARE(seen(context, servers),
            QByteArray("211-Features:| AUTH TLS| CCC| EPRT| MDTM| MFMT| PBSZ| PROT| REST STREAM| SITE CHMOD| TVFS| "
                       "UTF8|211 End"));
    }

    void terminatePromisesTlsInThePlaceOfTheServer()
    {
        FakeContext context;
        context.theRule.filter.enabled = true;
        context.theRule.filter.authTls.handling = AuthTls::Terminate;
        QCOMPARE(seen(context, {"211-Features:", " SIZE", "211 End"}),
            QByteArray("211-Features:| AUTH TLS| PBSZ| PROT| SIZE|211 End"));
        QCOMPARE(seen(context, {"502 what"}), QByteArray("211-Features:| AUTH TLS| PBSZ| PROT|211 End"));
        QCOMPARE(seen(context, {"211 none"}), QByteArray("211-Features:| AUTH TLS| PBSZ| PROT|211 End"));
        QCOMPARE(seen(context, {"530 log in first"}), QByteArray("530 log in first"));
    }

    void refusedCommandsAreNotPromised()
    {
        FakeContext context;
        context.theRule.filter.commandPolicy.preset = CommandPreset::ReadOnly;
        QCOMPARE(
            seen(context, servers), QByteArray("211-Features:| EPSV| MDTM| PASV| REST STREAM| TVFS| UTF8|211 End"));
        context.theRule.filter.commandPolicy = {CommandPreset::Custom, {}, {"MDTM", "SITE CHMOD"}};
        QCOMPARE(
            seen(context, servers), QByteArray("211-Features:| EPSV| MFMT| PASV| REST STREAM| TVFS| UTF8|211 End"));
    }

    void otherRepliesStayAsTheyAre()
    {
        FakeContext context;
        const auto filter = makeFeat(context.theRule);
        QCOMPARE(onReply(*filter, context, "STAT", "211 AUTH TLS"), "pass");
    }
};

QTEST_APPLESS_MAIN(TestFilterFeat)
#include "tst_filter_feat.moc"
