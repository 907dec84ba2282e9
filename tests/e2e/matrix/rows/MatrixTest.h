#pragma once

#include "tests/e2e/matrix/clients/Client.h"
#include "tests/e2e/matrix/rows/ClientRun.h"
#include "tests/e2e/matrix/rows/ResultTable.h"
#include "tests/e2e/matrix/rows/Stage.h"

#include <QCoreApplication>
#include <QTest>

namespace ferry::matrix {

/// One server with every client, in every combination: one row each.
class MatrixTest : public QObject {
    Q_OBJECT

public:
    explicit MatrixTest(std::unique_ptr<Server> server);
    ~MatrixTest() override;

private Q_SLOTS:
    void initTestCase();
    void row_data();
    void row();
    /// The tables that people read say what was just seen.
    void theTableIsTrue();
    void cleanupTestCase();

private:
    struct Row {
        const Client *client;
        Combination combination;
    };
    [[nodiscard]] QString tag(qsizetype index) const;
    /// Starts the clients of the next rows, up to `width` at once.
    void startNext();
    [[nodiscard]] bool isWanted(qsizetype index) const;
    [[nodiscard]] Result<std::unique_ptr<ClientRun>> start(qsizetype index, bool listsOnly);
    /// What the judgement of an errand means where not everything is possible.
    [[nodiscard]] QMap<Operation, Outcome> weigh(const Client &client, const QMap<Operation, QString> &judgement) const;

    std::unique_ptr<Server> m_server;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::unique_ptr<Stage> m_stage;
    QList<Row> m_rows;
    qsizetype m_next = 0; ///< the first row that has not been started
    bool m_isStarting = false;
    std::map<qsizetype, Result<std::unique_ptr<ClientRun>>> m_runs;
    ResultTable m_table;
};

} // namespace ferry::matrix

/// The whole of a program of the matrix.
#define FERRY_MATRIX_MAIN(makeServer)                                                                                  \
    int main(int argc, char *argv[])                                                                                   \
    {                                                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        ferry::matrix::MatrixTest test(makeServer());                                                                  \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
