#include "ui/dialogs/ExternalAddressDialog.h"

#include "models/edits/Document.h"
#include "models/edits/ServiceEdits.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FormRow.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/ValueEdits.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

enum Mode { ForAll, ForEach };

} // namespace

ExternalAddressDialog::ExternalAddressDialog(
    Document &document, const ServiceId &service, const QString &site, QWidget *parent)
    : ActionDialog(u"externalAddressDialog"_s, parent)
    , m_document(document)
    , m_service(service)
    , m_site(site)
    , m_mode(new ChoiceList(tr("External address"), this))
    , m_everywhere(new AddressEdit(AddressEdit::Empty::Allowed, this))
    , m_verdict(new MessageStrip(MessageStrip::Kind::Note, {}, this))
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const FtpService *found = ruleSet.ftpServices.find(service);
    const FtpSite *present = found ? findSite(*found, site) : nullptr;
    const ExternalAddress external = present ? present->externalAddress : ExternalAddress();

    m_mode->addChoice(ForAll, tr("One address for all &gateways"), u"addressForAll"_s);
    m_mode->addChoice(ForEach, tr("One for &each gateway"), u"addressForEach"_s,
        tr("For servers that are published at several places. An empty field takes the address for all."));
    m_mode->setChosen(external.perGateway.isEmpty() ? ForAll : ForEach);
    body()->addWidget(m_mode);

    m_everywhere->setObjectName(u"externalAddress"_s);
    m_everywhere->setValue(external.everywhere);
    m_everywhereRow = addAddressRow(tr("&Address"), m_everywhere, listenerOf({}));
    for (const Gateway &gateway : ruleSet.gateways) {
        auto *edit = new AddressEdit(AddressEdit::Empty::Allowed, this);
        edit->setObjectName(u"externalAddress-"_s + gateway.id.text());
        if (const auto own = external.perGateway.constFind(gateway.id); own != external.perGateway.cend())
            edit->setValue(*own);
        m_gateways << GatewayRow{gateway.id, edit, addAddressRow(gateway.name, edit, listenerOf(gateway.id))};
    }
    m_verdict->setObjectName(u"addressVerdict"_s);
    body()->addWidget(m_verdict);
    body()->addStretch(1);
    setPrimary(tr("Set address"));
    setHeading(tr("External address of %1")
                   .arg(found && found->sites.size() > 1 ? u"%1, %2"_s.arg(found->name, site)
                                                         : (found ? found->name : service.text())),
        tr("Where clients are told to send their data connections: the address in the server's 227 reply."));
    resize(600, 420);
    connect(m_mode, &ChoiceList::choiceMade, this, &ExternalAddressDialog::refresh);
    refresh();
}

FormRow *ExternalAddressDialog::addAddressRow(
    const QString &label, AddressEdit *edit, const std::optional<Address> &suggestion)
{
    auto *holder = new QWidget(this);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(edit, 1);
    holder->setFocusProxy(edit);
    if (suggestion) {
        QPushButton *use = makeButton(tr("Use %1").arg(suggestion->toString()), edit->objectName() + u"-use"_s, holder);
        use->setAutoDefault(false);
        use->setToolTip(tr("The listener's address"));
        line->addWidget(use, 0, Qt::AlignTop);
        connect(use, &QPushButton::clicked, edit, [edit, suggestion] { edit->setValue(suggestion); });
    }
    auto *row = new FormRow(label, holder, {}, this);
    edit->setAccessibleName(holder->accessibleName());
    body()->addWidget(row);
    connect(edit, &AddressEdit::edited, this, &ExternalAddressDialog::refresh);
    return row;
}

std::optional<Address> ExternalAddressDialog::listenerOf(const GatewayId &gateway) const
{
    for (const PublishingRule &rule : m_document.ruleSet().rules) {
        const auto *published = std::get_if<ServiceSite>(&rule.server);
        if (published && published->service == m_service && published->site == m_site
            && (gateway.isNull() || rule.gateways.contains(gateway)))
            return rule.listener.address;
    }
    return {};
}

ExternalAddress ExternalAddressDialog::value() const
{
    ExternalAddress external;
    external.everywhere = m_everywhere->value();
    if (m_mode->chosen() == ForEach) {
        for (const GatewayRow &row : m_gateways) {
            if (const auto own = row.edit->value())
                external.perGateway.insert(row.gateway, *own);
        }
    }
    return external;
}

void ExternalAddressDialog::refresh()
{
    const bool each = m_mode->chosen() == ForEach;
    bool valid = m_everywhere->isValid();
    bool anyPrivate = m_everywhere->value() && m_everywhere->value()->isPrivate();
    for (const GatewayRow &row : std::as_const(m_gateways)) {
        row.row->setVisible(each);
        row.edit->setPlaceholderText(m_everywhere->value() ? m_everywhere->value()->toString() : QString());
        valid = valid && (!each || row.edit->isValid());
        anyPrivate = anyPrivate || (each && row.edit->value() && row.edit->value()->isPrivate());
    }
    m_everywhere->setPlaceholderText(tr("the server's own address"));
    setProblem(valid ? std::nullopt
                     : std::optional(Error{ErrorCode::InvalidInput, m_site, tr("The address was not accepted."),
                           tr("A field holds something that is not an IPv4 or IPv6 address."),
                           tr("Mend the field marked red.")}),
        true);

    const ExternalAddress external = value();
    if (!external.isSet()) {
        m_verdict->setMessage(MessageStrip::Kind::Warning,
            tr("Nothing is set: the server advertises its own inside address. Where the filter cannot rewrite it, "
               "clients "
               "connect to nowhere and LIST hangs after 150."));
    } else if (anyPrivate) {
        m_verdict->setMessage(MessageStrip::Kind::Warning,
            tr("A private address cannot be reached from the Internet. It is right only for clients inside."));
    } else {
        m_verdict->setMessage(MessageStrip::Kind::Good, tr("Clients are told to open data connections there."));
    }
}

void ExternalAddressDialog::commit()
{
    if (const auto done = m_document.perform(setExternalAddress(m_service, m_site, value())); !done)
        return showFailure(done.error());
    accept();
}

} // namespace ferry::ui
