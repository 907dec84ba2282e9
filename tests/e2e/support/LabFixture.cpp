#include "tests/e2e/support/LabFixture.h"

#include "models/store/RuleSetFile.h"
#include "tests/e2e/support/Programs.h"

namespace ferry::e2e {

LabFixture::LabFixture()
    : m_lab({m_directory.filePath(QStringLiteral("lab")), packageDirectory(), programDirectory(), false})
{
}

Result<std::unique_ptr<LabFixture>> LabFixture::up()
{
    std::unique_ptr<LabFixture> fixture(new LabFixture);
    Result<ctl::LabState> state = fixture->m_lab.up([](const QString &) {});
    if (!state)
        return failure(state.error());
    fixture->m_state = std::move(*state);
    return fixture;
}

LabFixture::~LabFixture()
{
    // Nothing to bring down where up() failed before it had written anything.
    if (const Result<void> down = m_lab.down(true); !down && down.error().code != ErrorCode::NotFound)
        qWarning("%s", qPrintable(down.error().text()));
}

RuleSet LabFixture::ruleSet() const
{
    return loadRuleSet(paths().ruleSet()).value_or(RuleSet());
}

std::unique_ptr<ctl::Workbench> LabFixture::workbench() const
{
    Result<std::unique_ptr<ctl::Workbench>> bench = ctl::Workbench::open(paths().identity());
    return bench ? std::move(*bench) : nullptr;
}

} // namespace ferry::e2e
