#pragma once

#include "app/ctl/cli/Workbench.h"
#include "app/ctl/lab/Lab.h"

#include <QTemporaryDir>

#include <memory>

namespace ferry::e2e {

/// A whole lab on a loopback network of its own, brought down when the object goes.
///
///     const auto lab = LabFixture::up();
///     QVERIFY2(lab, qPrintable(lab.error().text()));
///     openConsoleWith((*lab)->paths().ruleSet(), (*lab)->paths().identity());
class LabFixture {
public:
    [[nodiscard]] static Result<std::unique_ptr<LabFixture>> up();
    ~LabFixture();

    [[nodiscard]] const ctl::Lab &lab() const { return m_lab; }
    [[nodiscard]] const ctl::LabPaths &paths() const { return m_lab.paths(); }
    /// As it was brought up; lab().state() is what is written down now.
    [[nodiscard]] const ctl::LabState &state() const { return m_state; }
    [[nodiscard]] const ctl::LabNetwork &network() const { return m_state.network; }
    /// The lab's rule set file as it is now.
    [[nodiscard]] RuleSet ruleSet() const;
    /// The same lab as seen by a `lab up` that gives agents it starts a further environment.
    [[nodiscard]] ctl::Lab withAgentEnvironment(const QMap<QString, QString> &environment) const;
    /// A console's backend with the lab administrator's identity.
    [[nodiscard]] std::unique_ptr<ctl::Workbench> workbench() const;

private:
    LabFixture();

    QTemporaryDir m_directory;
    ctl::Lab m_lab;
    ctl::LabState m_state;
};

} // namespace ferry::e2e
