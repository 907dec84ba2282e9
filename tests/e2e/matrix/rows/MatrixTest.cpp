#include "tests/e2e/matrix/rows/MatrixTest.h"

#include "tests/e2e/matrix/rows/Limits.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

// Rows whose clients run side by side.
constexpr qsizetype width = 12;

QByteArray faultsOf(const QMap<Operation, Outcome> &outcomes)
{
    QByteArray faults;
    for (auto at = outcomes.cbegin(); at != outcomes.cend(); ++at) {
        if (at->kind == Outcome::Kind::Failed)
            faults += name(at.key()).toUtf8() + ": " + at->why.toUtf8() + '\n';
    }
    return faults;
}

QString resultFolder()
{
    return QStringLiteral(FERRYGATE_BUILD_DIR "/matrix");
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!QDir().mkpath(resultFolder()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qWarning("%s was not written: %s", qPrintable(path), qPrintable(file.errorString()));
}

/// What README.md says about the server, between its two markers.
QString committedTable(const QString &server)
{
    QFile file(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/e2e/matrix/README.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const QString begin = u"<!-- %1 -->\n"_s.arg(server);
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = text.indexOf(u"<!-- end of %1 -->"_s.arg(server));
    return from < 0 || to < from ? QString() : text.mid(from + begin.size(), to - from - begin.size());
}

} // namespace

MatrixTest::MatrixTest(std::unique_ptr<Server> server)
    : m_server(std::move(server)), m_clients(allClients()), m_table(m_server->name())
{
    for (const std::unique_ptr<Client> &client : m_clients) {
        for (const Combination &combination : allCombinations())
            m_rows << Row{client.get(), combination};
    }
}

MatrixTest::~MatrixTest() = default;

void MatrixTest::initTestCase()
{
    FERRY_NEEDS(m_server->missing().isEmpty(), "The FTP server is missing.");
    for (const std::unique_ptr<Client> &client : m_clients)
        FERRY_NEEDS(!QStandardPaths::findExecutable(client->program()).isEmpty(), "An FTP client is missing.");
    Result<std::unique_ptr<Stage>> stage = Stage::create(*m_server);
    QVERIFY2(stage, qPrintable(stage ? QString() : stage.error().text()));
    m_stage = std::move(*stage);
}

QString MatrixTest::tag(qsizetype index) const
{
    const auto &[client, combination] = m_rows.at(index);
    return QStringList{client->name(), name(combination.handling), securityName(combination), name(combination.mode)}
        .join(u", "_s);
}

void MatrixTest::row_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(tag(i))) << i;
}

bool MatrixTest::isWanted(qsizetype index) const
{
    // As QtTest has it: "row:TAG" on the command line asks for that row.
    const QStringList asked = QCoreApplication::arguments().filter(QRegularExpression(u"^row:"_s));
    return asked.isEmpty() || asked.contains(u"row:"_s + tag(index));
}

void MatrixTest::startNext()
{
    const auto isRunning = [](const auto &run) { return run.second && (*run.second)->isRunning(); };
    // While a server or a gateway starts, clients end and ask for the next one.
    if (std::exchange(m_isStarting, true))
        return;
    while (m_next < m_rows.size() && std::count_if(m_runs.cbegin(), m_runs.cend(), isRunning) < width) {
        const qsizetype index = m_next++;
        const auto &[client, combination] = m_rows.at(index);
        const std::optional<Reason> reason = whyNot(*client, *m_server, combination);
        if (isWanted(index) && !(reason && reason->proof == Reason::Proof::Known))
            m_runs.emplace(index, start(index, reason.has_value()));
    }
    m_isStarting = false;
}

Result<std::unique_ptr<ClientRun>> MatrixTest::start(qsizetype index, bool listsOnly)
{
    const auto &[client, combination] = m_rows.at(index);
    const Result<const RunningServer *> server = m_stage->serverFor(combination);
    if (!server)
        return failure(server.error());
    const Result<const e2e::GatewayFixture *> gateway = m_stage->gatewayFor(combination);
    if (!gateway)
        return failure(gateway.error());
    const QString folder = u"row-%1"_s.arg(index);
    const Visit visit{
        .gateway = (*gateway)->address(),
        .port = (*gateway)->port(),
        .user = m_server->user(),
        .password = m_server->password(),
        .remote = folder,
        .directory = m_stage->path(folder),
        .authority = m_stage->authority(),
        .combination = combination,
        .listsOnly = listsOnly,
    };
    return ClientRun::start(*client, visit, (*server)->place().site(), [this] { startNext(); });
}

void MatrixTest::row()
{
    QFETCH(qsizetype, index);
    const auto &[client, combination] = m_rows.at(index);
    const std::optional<Reason> reason = whyNot(*client, *m_server, combination);
    if (reason)
        m_table.addImpossible(client->name(), combination, reason->text);
    startNext();
    const auto at = m_runs.find(index);
    if (at == m_runs.end())
        return; // cannot work, and there is nothing to try
    const Result<std::unique_ptr<ClientRun>> run = std::move(at->second);
    m_runs.erase(at);
    QVERIFY2(run, qPrintable(run ? QString() : run.error().text()));
    const QMap<Operation, QString> judgement = (*run)->await();
    if (reason) {
        QVERIFY2(!judgement.value(Operation::List).isEmpty(), "What is said to be impossible works.");
        return;
    }
    const QMap<Operation, Outcome> outcomes = weigh(*client, judgement);
    m_table.addRow(client->name(), combination, outcomes);
    const QByteArray faults = faultsOf(outcomes);
    if (faults.isEmpty())
        return;
    // Longer than what QtTest prints.
    const QString file =
        resultFolder() + u"/%1, %2.txt"_s.arg(m_server->name(), QLatin1String(QTest::currentDataTag()));
    QFile server((*m_stage->serverFor(combination))->place().path(u"output.txt"_s));
    write(file,
        faults + (*run)->story() + "\n--- gateway\n" + (*m_stage->gatewayFor(combination))->log() + "\n--- server\n"
            + (server.open(QIODevice::ReadOnly) ? server.readAll() : QByteArray()));
    QFAIL((faults + "See " + file.toUtf8()).constData());
}

QMap<Operation, Outcome> MatrixTest::weigh(const Client &client, const QMap<Operation, QString> &judgement) const
{
    QMap<Operation, Outcome> outcomes;
    for (const Operation operation : allOperations) {
        const QString fault = judgement.value(operation);
        const std::optional<Reason> reason = whyNot(client, *m_server, operation);
        Outcome &outcome = outcomes[operation];
        if (!reason)
            outcome = fault.isEmpty() ? Outcome{} : Outcome{Outcome::Kind::Failed, fault};
        else if (reason->proof == Reason::Proof::Tried && fault.isEmpty())
            outcome = {Outcome::Kind::Failed, u"It works, and was said to be impossible."_s};
        else
            outcome = {Outcome::Kind::Cannot, reason->text};
    }
    return outcomes;
}

void MatrixTest::theTableIsTrue()
{
    if (m_table.size() < m_rows.size())
        return; // somebody has asked for single rows only
    const QString summary = m_table.summary();
    qInfo("%s with every client through the gateway; PASV, EPSV, PORT, EPRT in each cell:\n\n%s",
        qPrintable(m_server->name()), qUtf8Printable(summary));
    write(resultFolder() + u'/' + m_server->name() + u".md"_s, (m_table.full() + u"\n"_s + summary).toUtf8());
    // What went wrong above is no reason to write it into the documentation.
    if (!m_table.hasFailures())
        QCOMPARE(committedTable(m_server->name()), summary);
}

void MatrixTest::cleanupTestCase()
{
    m_runs.clear();
    m_stage.reset();
}

} // namespace ferry::matrix
