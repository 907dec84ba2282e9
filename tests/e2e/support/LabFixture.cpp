#include "tests/e2e/support/LabFixture.h"

#include "models/store/RuleSetFile.h"
#include "tests/e2e/support/Programs.h"

namespace ferry::e2e {

namespace {

ctl::Lab::Options optionsIn(const QTemporaryDir &directory, const QMap<QString, QString> &environment)
{
    ctl::Lab::Options options;
    options.directory = directory.filePath(QStringLiteral("lab"));
    options.packages = packageDirectory();
    options.programs = programDirectory();
    options.agentEnvironment = environment;
    return options;
}

} // namespace

LabFixture::LabFixture() : m_lab(optionsIn(m_directory, {})) {}

ctl::Lab LabFixture::withAgentEnvironment(const QMap<QString, QString> &environment) const
{
    return ctl::Lab(optionsIn(m_directory, environment));
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
