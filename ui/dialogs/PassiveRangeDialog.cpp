#include "ui/dialogs/PassiveRangeDialog.h"

#include "models/edits/CompoundEdit.h"
#include "models/edits/Document.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/References.h"
#include "models/edits/ServiceEdits.h"
#include "models/plan/Words.h"
#include "ui/dialogs/PassiveRangeForm.h"
#include "ui/widgets/MessageStrip.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

bool publishes(const ProtocolDefinition &protocol, const PortRange &range)
{
    return std::any_of(protocol.primary.cbegin(), protocol.primary.cend(), [&](const ProtocolConnection &connection) {
        return connection.direction == Direction::Inbound && connection.ports == range;
    });
}

QList<ProtocolConnection> withRange(QList<ProtocolConnection> connections, const PortRange &from, const PortRange &to)
{
    for (ProtocolConnection &connection : connections) {
        if (connection.direction == Direction::Inbound && connection.ports == from)
            connection.ports = to;
    }
    return connections;
}

} // namespace

PassiveRangeDialog::PassiveRangeDialog(Document &document, const ServiceId &service, QWidget *parent)
    : ActionDialog(u"passiveRangeDialog"_s, parent)
    , m_document(document)
    , m_service(service)
    , m_form(new PassiveRangeForm(this))
    , m_follow(new QCheckBox(this))
    , m_restart(new MessageStrip(MessageStrip::Kind::Note, {}, this))
{
    m_follow->setObjectName(u"followProtocols"_s);
    m_follow->setChecked(true);
    m_restart->setObjectName(u"restartImpact"_s);
    body()->addWidget(m_form);
    body()->addWidget(m_follow);
    body()->addWidget(m_restart);
    setPrimary(tr("Set range"));
    resize(620, 560);

    const FtpService *found = m_document.ruleSet().ftpServices.find(service);
    setHeading(tr("Passive range of %1").arg(found ? found->name : service.text()),
        tr("The ports that the FTP server hands out for listings and files, one for each."));
    if (found)
        m_form->setRange(found->passivePorts);
    m_form->setSuggestion([this](int ports) { return suggestedPassiveRange(m_document.ruleSet(), m_service, ports); });
    connect(m_form, &PassiveRangeForm::edited, this, &PassiveRangeDialog::refresh);
    refresh();
}

void PassiveRangeDialog::setSessions(int sessions)
{
    m_sessions = sessions;
    refresh();
}

QList<ProtocolId> PassiveRangeDialog::followers() const
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const FtpService *service = ruleSet.ftpServices.find(m_service);
    QList<ProtocolId> found;
    if (!service || !service->passivePorts)
        return found;
    for (const ProtocolDefinition &protocol : ruleSet.protocols) {
        if (protocol.builtIn || !publishes(protocol, *service->passivePorts))
            continue;
        const QList<RuleId> users = rulesUsing(ruleSet, protocol.id);
        const bool onlyOurs = !users.isEmpty() && std::all_of(users.cbegin(), users.cend(), [&](const RuleId &id) {
            const auto *site = std::get_if<ServiceSite>(&ruleSet.rules.find(id)->server);
            return site && site->service == m_service;
        });
        if (onlyOurs)
            found << protocol.id;
    }
    return found;
}

void PassiveRangeDialog::refresh()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const FtpService *service = ruleSet.ftpServices.find(m_service);
    if (!service) {
        setProblem(Error{ErrorCode::NotFound, m_service.text(), tr("The range is not shown."),
            tr("The service is gone."), tr("Close this window and choose another service.")});
        return;
    }
    setProblem(m_form->problem());
    const bool changes = m_form->range() != service->passivePorts;
    QStringList names;
    for (const ProtocolId &id : followers())
        names << ruleSet.protocols.find(id)->name;
    m_follow->setText(tr("&Change %1 with it").arg(namedShortly(names)));
    m_follow->setToolTip(
        tr("The protocol definition publishes the present range. If it stays behind, LIST will hang after 150."));
    m_follow->setVisible(!names.isEmpty() && m_form->range() && changes);

    const QString software = softwareText(service->software);
    m_restart->setMessage(m_sessions > 0 ? MessageStrip::Kind::Warning : MessageStrip::Kind::Note,
        m_sessions < 0
            ? tr("The new range counts after a restart of %1. The next Apply restarts it and ends its open sessions.")
                  .arg(software)
            : tr("The new range counts after a restart of %1. The next Apply restarts it and ends %n sessions.",
                  nullptr, m_sessions)
                  .arg(software));
    m_restart->setVisible(changes);
}

void PassiveRangeDialog::commit()
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(m_service);
    const std::optional<PortRange> range = m_form->range();
    EditPtr edit = setPassivePorts(m_service, range);
    const QList<ProtocolId> along = followers();
    if (service && range && m_follow->isChecked() && !along.isEmpty() && range != service->passivePorts) {
        CompoundEdit::Parts parts;
        parts.push_back(std::move(edit));
        for (const ProtocolId &id : along) {
            const ProtocolDefinition *protocol = m_document.ruleSet().protocols.find(id);
            parts.push_back(setPrimaryConnections(id, withRange(protocol->primary, *service->passivePorts, *range)));
        }
        edit = std::make_unique<CompoundEdit>(tr("set the passive range of %1").arg(service->name), std::move(parts));
    }
    if (const auto done = m_document.perform(std::move(edit)); !done)
        return showFailure(done.error());
    accept();
}

} // namespace ferry::ui
