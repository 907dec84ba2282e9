#include "app/ctl/cli/Shapes.h"

#include "app/ctl/cli/Terminal.h"
#include "models/plan/IisCommands.h"
#include "models/plan/LineDifference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::Plan;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Shapes", text, comment, n);
}

QString whatName(PlannedChange::What what)
{
    switch (what) {
    case PlannedChange::What::Add:
        return u"add"_s;
    case PlannedChange::What::Change:
        return u"change"_s;
    case PlannedChange::What::Remove:
        return u"remove"_s;
    }
    return u"change"_s;
}

QString whatMark(PlannedChange::What what)
{
    switch (what) {
    case PlannedChange::What::Add:
        return u"+"_s;
    case PlannedChange::What::Remove:
        return u"-"_s;
    case PlannedChange::What::Change:
        break;
    }
    return u"~"_s;
}

QJsonObject nodeToJson(const NodePlan &node)
{
    QJsonArray changes;
    for (const PlannedChange &change : node.changes)
        changes.append(
            QJsonObject{{u"what"_s, whatName(change.what)}, {u"subject"_s, change.subject}, {u"text"_s, change.text}});
    QJsonArray native;
    for (const NativeChange &change : node.native)
        native.append(toJson(change));
    QJsonArray restarts;
    for (const RestartImpact &impact : node.restarts)
        restarts.append(toJson(impact));
    QJsonObject json{{u"agent"_s, node.agent}, {u"node"_s, node.node}, {u"baseGeneration"_s, node.baseGeneration},
        {u"desiredGeneration"_s, generationOf(node.desired)}, {u"changes"_s, changes}, {u"native"_s, native},
        {u"restarts"_s, restarts}};
    if (!node.problem.isEmpty())
        json.insert(u"problem"_s, node.problem);
    return json;
}

/// For services that are set up by commands as well: what does the same by hand.
QStringList commandLines(const NodePlan &node)
{
    QStringList lines;
    for (const ServiceConfig &service : node.desired.services) {
        const bool isTouched = std::any_of(node.changes.cbegin(), node.changes.cend(),
            [&](const PlannedChange &change) { return change.subject == service.id.text(); });
        const QStringList commands = service.software == FtpSoftware::Iis && isTouched
            ? iisCommands(service, WindowsShell::PowerShell)
            : QStringList();
        if (commands.isEmpty())
            continue;
        lines.append(u"  "_s + tr("the same by hand on the machine of %1:").arg(service.id.text()));
        for (const QString &command : commands)
            lines.append(u"    "_s + command);
    }
    return lines;
}

} // namespace

QJsonObject planToJson(const Plan &plan)
{
    QJsonArray nodes;
    for (const NodePlan &node : plan.nodes)
        nodes.append(nodeToJson(node));
    return {{u"hasChanges"_s, plan.hasChanges()}, {u"isComplete"_s, plan.isComplete()}, {u"nodes"_s, nodes}};
}

QJsonObject progressToJson(const ApplyProgress &progress)
{
    QJsonArray steps;
    for (const ApplyStep &step : progress.steps)
        steps.append(QJsonObject{{u"node"_s, step.node}, {u"title"_s, step.title}, {u"detail"_s, step.detail},
            {u"state"_s, stateName(step.state)}});
    QJsonObject json{{u"phase"_s, phaseName(progress.phase)}, {u"steps"_s, steps}};
    if (progress.error)
        json.insert(u"error"_s, errorToJson(*progress.error));
    if (progress.conflict)
        json.insert(u"conflict"_s, toJson(*progress.conflict));
    return json;
}

QJsonObject reportToJson(const ProbeReport &report)
{
    QJsonArray steps;
    for (const ProbeStep &step : report.steps) {
        QJsonObject json{{u"title"_s, step.title}, {u"state"_s, stateName(step.state)}, {u"detail"_s, step.detail},
            {u"elapsedMs"_s, static_cast<qint64>(step.elapsed.count())}};
        if (!step.cause.isEmpty())
            json.insert(u"cause"_s, step.cause);
        if (!step.findingCode.isEmpty())
            json.insert(u"finding"_s, step.findingCode);
        steps.append(json);
    }
    return {{u"rule"_s, report.rule.text()}, {u"target"_s, report.target}, {u"succeeded"_s, report.succeeded()},
        {u"steps"_s, steps}};
}

QString planText(const Plan &plan)
{
    QStringList lines;
    for (const NodePlan &node : plan.nodes) {
        const QString name = node.node == node.agent ? node.agent : u"%1 (%2)"_s.arg(node.node, node.agent);
        if (!node.problem.isEmpty()) {
            lines.append(tr("%1 could not be asked: %2").arg(name, node.problem));
            continue;
        }
        lines.append(node.changes.isEmpty() ? tr("%1: nothing to change").arg(name) : name + u':');
        QList<QStringList> rows;
        for (const PlannedChange &change : node.changes)
            rows.append({whatMark(change.what), change.subject, change.text});
        if (!rows.isEmpty())
            lines.append(aligned(rows, u"  "_s));
        for (const RestartImpact &impact : node.restarts)
            lines.append(u"  "_s
                + tr("restarts %1 and ends %n session(s)", nullptr, impact.sessions).arg(impact.service.text()));
        lines.append(commandLines(node));
        for (const NativeChange &change : node.native) {
            lines.append(u"  "_s + change.path);
            const QStringList difference =
                differenceText(lineDifference(change.before, change.after)).split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : difference)
                lines.append(u"    "_s + line);
        }
    }
    return lines.join(u'\n');
}

QString reportText(const ProbeReport &report)
{
    QList<QStringList> rows;
    for (const ProbeStep &step : report.steps) {
        const QString time = step.elapsed.count() > 0 ? tr("%1 ms").arg(step.elapsed.count()) : QString();
        const QString text = step.cause.isEmpty() ? step.detail
            : step.findingCode.isEmpty()          ? step.cause
                                                  : u"%1 [%2]"_s.arg(step.cause, step.findingCode);
        rows.append({stateMark(step.state), step.title, time, text});
    }
    return u"%1 at %2\n"_s.arg(report.rule.text(), report.target) + aligned(rows, u"  "_s);
}

QString conflictText(const ApplyRecord &record)
{
    QStringList lines{tr("%1 applied it from %2 at %3.")
            .arg(record.who, record.from, QLocale().toString(record.when.toLocalTime(), QLocale::ShortFormat))};
    if (!record.why.isEmpty())
        lines.append(tr("Reason: %1").arg(record.why));
    for (const QString &change : record.what)
        lines.append(u"  "_s + change);
    return lines.join(u'\n');
}

QString phaseName(ApplyPhase phase)
{
    switch (phase) {
    case ApplyPhase::Planning:
        return u"planning"_s;
    case ApplyPhase::Planned:
        return u"planned"_s;
    case ApplyPhase::Preparing:
        return u"preparing"_s;
    case ApplyPhase::Committing:
        return u"committing"_s;
    case ApplyPhase::Verifying:
        return u"verifying"_s;
    case ApplyPhase::Unconfirmed:
        return u"unconfirmed"_s;
    case ApplyPhase::Confirmed:
        return u"confirmed"_s;
    case ApplyPhase::RolledBack:
        return u"rolled-back"_s;
    case ApplyPhase::Failed:
        return u"failed"_s;
    }
    return u"failed"_s;
}

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Protocol:
        return u"protocol"_s;
    case ObjectKind::Gateway:
        return u"gateway"_s;
    case ObjectKind::FtpService:
        return u"ftp-service"_s;
    case ObjectKind::Rule:
        break;
    }
    return u"rule"_s;
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return u"waiting"_s;
    case StepState::Running:
        return u"running"_s;
    case StepState::Done:
        return u"done"_s;
    case StepState::Failed:
        return u"failed"_s;
    case StepState::Skipped:
        return u"skipped"_s;
    }
    return u"waiting"_s;
}

QString stateMark(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return u"\u00b7"_s;
    case StepState::Running:
        return u"\u2026"_s;
    case StepState::Done:
        return u"\u2713"_s;
    case StepState::Failed:
        return u"\u2717"_s;
    case StepState::Skipped:
        return u"\u2013"_s;
    }
    return {};
}

} // namespace ferry::ctl
