#include "app/agent/control/hand/HandControl.h"

#include <QCoreApplication>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HandControl", text);
}

} // namespace

ProcessState HandControl::state()
{
    ProcessState state;
    state.problem = tr("Whether it runs is not known here: agent.json says that it is restarted by hand.");
    return state;
}

Result<> HandControl::restart(std::chrono::milliseconds timeout)
{
    Q_UNUSED(timeout)
    return failure(ErrorCode::Unsupported, m_service, tr("\"%1\" was not restarted.").arg(m_service),
        tr("agent.json says that it is restarted by hand."),
        tr("Restart it where it runs; for IIS that is \"Restart-Service ftpsvc\" in PowerShell."));
}

Result<> HandControl::stop(std::chrono::milliseconds timeout)
{
    return restart(timeout);
}

} // namespace ferry::agent
