#include "app/ctl/lab/LabState.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LabState", text);
}

} // namespace

Result<LabState> LabState::load(const LabPaths &paths)
{
    QFile file(paths.state());
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::NotFound, paths.root, tr("There is no lab."),
            tr("None was brought up in this directory."), tr("Bring it up with \"ferryctl lab up\"."));
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const Result<LabNetwork> network = LabNetwork::fromJson(json.value(u"network"_s).toObject());
    if (!network || json.value(u"format"_s) != "ferrygate-lab"_L1) {
        return failure(ErrorCode::InvalidInput, paths.state(), tr("The lab was not found again."),
            tr("Its notes are damaged."), tr("Remove the directory, and bring the lab up again."));
    }
    LabState state;
    state.network = *network;
    state.packages = json.value(u"packages"_s).toString();
    state.mark = json.value(u"mark"_s).toString();
    state.gatewayAgent = ProcessRef::fromJson(json.value(u"gatewayAgent"_s).toObject());
    state.serverAgent = ProcessRef::fromJson(json.value(u"serverAgent"_s).toObject());
    return state;
}

Result<void> LabState::save(const LabPaths &paths) const
{
    const QJsonObject json{{u"format"_s, u"ferrygate-lab"_s}, {u"version"_s, 1}, {u"network"_s, network.toJson()},
        {u"packages"_s, packages}, {u"mark"_s, mark}, {u"gatewayAgent"_s, gatewayAgent.toJson()},
        {u"serverAgent"_s, serverAgent.toJson()}};
    QSaveFile file(paths.state());
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0 && file.commit())
        return {};
    return failure(ErrorCode::Io, paths.state(), tr("The lab was not set up."), file.errorString() + u'.',
        tr("Name another directory with --dir."));
}

} // namespace ferry::ctl
