#pragma once

#include "tests/e2e/matrix/clients/Client.h"
#include "tests/e2e/matrix/rows/Errand.h"

#include <QProcess>
#include <QTimer>

#include <functional>

namespace ferry::matrix {

/// One client on its errand. Several of them run side by side: most of a transfer is waiting for somebody else.
class ClientRun {
public:
    /// `ended` is called when the client has.
    [[nodiscard]] static Result<std::unique_ptr<ClientRun>> start(
        const Client &client, const Visit &visit, const QString &site, std::function<void()> ended);
    ~ClientRun();

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    /// Waits for its end. For each operation what is wrong with its result, empty if nothing is.
    [[nodiscard]] QMap<Operation, QString> await();
    /// What the client has printed, after await().
    [[nodiscard]] QByteArray story() const { return m_story; }

private:
    explicit ClientRun(Errand errand) : m_errand(std::move(errand)) {}
    void interruptOnce(const QString &file);

    Errand m_errand;
    Invocation m_invocation;
    QProcess m_process;
    QTimer m_look;
    QByteArray m_story;
};

} // namespace ferry::matrix
