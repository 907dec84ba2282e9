#include "app/ctl/cli/NodeReport.h"

#include "app/ctl/cli/Terminal.h"
#include "models/plan/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

// Certificates, deadlines and logs of different hosts are compared by the clock; less than this disturbs nobody.
constexpr milliseconds clockTolerance{5'000};

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("NodeReport", text, comment, n);
}

QString stateText(bool isRunning)
{
    return isRunning ? tr("running") : tr("not running");
}

QStringList volumeRow(const ServiceStatus &service, const VolumeStatus &volume)
{
    const QLocale locale;
    return {tr("volume"), service.id.text(), tr("%1 free").arg(locale.formattedDataSize(volume.available)),
        tr("of %1").arg(locale.formattedDataSize(volume.size)),
        tr("%1 kept as ballast in %2").arg(locale.formattedDataSize(volume.ballast), volume.folder)};
}

} // namespace

QStringList nodeRemarks(const NodeStatus &status, milliseconds ahead)
{
    QStringList remarks;
    for (const GatewayStatus &gateway : status.gateways) {
        if (!gateway.running || !gateway.problem.isEmpty()) {
            remarks << tr("Gateway %1: %2")
                           .arg(
                               gateway.id.text(), gateway.problem.isEmpty() ? tr("It does not run.") : gateway.problem);
        }
    }
    for (const ServiceStatus &service : status.services) {
        if (!service.running || !service.problem.isEmpty()) {
            remarks << tr("FTP service %1: %2")
                           .arg(
                               service.id.text(), service.problem.isEmpty() ? tr("It does not run.") : service.problem);
        }
        if (service.volume && service.volume->isLow()) {
            remarks << tr("FTP service %1: The volume is nearly full.").arg(service.id.text()) + u' '
                    + (service.volume->ballast > 0
                            ? tr("Give the ballast back: ferryctl ballast FILE %1 0").arg(service.id.text())
                            : tr("Remove files that are not needed."));
        }
    }
    if (ahead < -clockTolerance || ahead > clockTolerance) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(ahead).count();
        remarks << (seconds > 0 ? tr("Its clock is %1 s before ours.").arg(seconds)
                                : tr("Its clock is %1 s behind ours.").arg(-seconds));
    }
    for (const NativeChange &change : status.drift)
        remarks << tr("%1 was edited by hand since the last Apply; \"ferryctl drift\" shows how.").arg(change.path);
    return remarks;
}

QString nodeReport(const QString &agent, const NodeStatus &status, milliseconds ahead)
{
    QString report = tr("%1 at %2, version %3, configuration %4")
                         .arg(status.node, agent, status.version,
                             status.generation.isEmpty() ? tr("none yet") : status.generation.left(12));
    QList<QStringList> rows;
    for (const GatewayStatus &gateway : status.gateways) {
        rows << QStringList{tr("gateway"), gateway.id.text(), engineText(gateway.engine), stateText(gateway.running),
            tr("%n session(s)", nullptr, gateway.sessions)};
    }
    for (const ServiceStatus &service : status.services) {
        rows << QStringList{tr("FTP service"), service.id.text(), softwareText(service.software),
            stateText(service.running), tr("%n session(s)", nullptr, service.sessions)};
        if (service.volume)
            rows << volumeRow(service, *service.volume);
    }
    if (!rows.isEmpty())
        report += u'\n' + aligned(rows, u"  "_s);
    for (const QString &remark : nodeRemarks(status, ahead))
        report += u"\n  ! "_s + remark;
    return report;
}

} // namespace ferry::ctl
