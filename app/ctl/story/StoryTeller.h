#pragma once

#include "app/ctl/cli/Workbench.h"
#include "app/ctl/lab/Lab.h"
#include "app/ctl/story/FtpClient.h"
#include "app/ctl/story/Narrator.h"
#include "models/checks/Finding.h"
#include "models/edits/Document.h"

namespace ferry::ctl {

/// The steps (a) to (g), each on top of the one before.
class StoryTeller {
public:
    StoryTeller(Narrator &narrator, const Lab &lab, LabState state, Workbench &bench,
        std::vector<std::unique_ptr<FtpClient>> clients, RuleSet ruleSet);

    /// All of it; stops behind a step in which something did not hold.
    void tell();

private:
    void filterDeniesAuthTls();
    void filterSwitchedOff();
    void quickFixes();
    void applied();
    void bothClientsTransfer();
    void filterPassesAuthTls();
    void plainThroughTheFilter();

    /// What the checks say about the rule set as it is, told in words.
    [[nodiscard]] QList<Finding> findings() const;
    void tellFindings(const QList<Finding> &findings);
    bool perform(EditPtr edit);
    /// Applies the document and saves it. With `expectFailedTest` the test has to fail, and what runs is kept.
    bool apply(const QString &why, bool expectFailedTest);
    /// LIST, 20 MB down and 20 MB up, PASV and EPSV, with each client.
    void transferEverything(bool tls, quint16 port, bool isWritable);
    void transfer(const FtpClient &client, FtpTask task, bool isWritable);
    [[nodiscard]] FtpTask task(bool tls, quint16 port) const;
    /// The server's own log of commands since it was last asked.
    [[nodiscard]] QString newServerLog();
    [[nodiscard]] QList<LogEntry> gatewayLog();
    [[nodiscard]] const PublishingRule &partnerUpload() const;
    [[nodiscard]] const FtpService &service() const { return m_document.ruleSet().ftpServices.at(0); }

    Narrator &m_narrator;
    const Lab &m_lab;
    LabState m_state;
    Workbench &m_bench;
    std::vector<std::unique_ptr<FtpClient>> m_clients;
    Document m_document;
    qint64 m_serverLogRead = 0;
};

} // namespace ferry::ctl
