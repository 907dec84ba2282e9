#include "ui/wizard/ProtocolPage.h"

#include "models/plan/Words.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/FormFields.h"
#include "ui/widgets/MessageStrip.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ProtocolPage::ProtocolPage(const RuleSet &ruleSet, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_tls(new ChoiceList(tr("TLS"), this))
    , m_change(new MessageStrip(MessageStrip::Kind::Note, {}, this))
{
    m_change->setObjectName(u"tlsChange"_s);
    m_tls->addChoice(static_cast<int>(TlsMode::Explicit), tr("FTPS, &explicit TLS"), u"tlsExplicit"_s,
        tr("Clients connect on port 21 in clear text and encrypt with AUTH TLS before they log in. What current "
           "clients expect "
           "(RFC 4217)."));
    m_tls->addChoice(static_cast<int>(TlsMode::Implicit), tr("FTPS, &implicit TLS"), u"tlsImplicit"_s,
        tr("Encrypted from the first byte, on port 990. For older clients that know nothing else."));
    m_tls->addChoice(static_cast<int>(TlsMode::None), tr("FTP, n&o TLS"), u"tlsNone"_s,
        tr("Names, passwords and files travel in clear text. The FTP filter can read all of it and needs no fixed "
           "ports."));
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_tls);
    layout->addWidget(m_change);
    layout->addStretch(1);
    connect(m_tls, &ChoiceList::choiceMade, this, &PublishPage::edited);
}

void ProtocolPage::showDraft(const PublishDraft &draft)
{
    m_tls->setChosen(static_cast<int>(draft.tls));
}

void ProtocolPage::takeDraft(PublishDraft &draft)
{
    const auto tls = static_cast<TlsMode>(m_tls->chosen());
    if (tls != draft.tls)
        chooseTls(draft, tls);
}

void ProtocolPage::refresh(const PublishDraft &draft)
{
    const FtpService *service =
        draft.source == PublishDraft::Source::ManagedSite ? m_ruleSet.ftpServices.find(draft.managed.service) : nullptr;
    const FtpSite *site = service ? findSite(*service, draft.managed.site) : nullptr;
    const bool changes = site && site->tls != draft.tls;
    m_change->setVisible(changes || (draft.source == PublishDraft::Source::BareAddress && draft.tls != TlsMode::None));
    if (changes) {
        m_change->setMessage(MessageStrip::Kind::Warning,
            tr("%1 speaks %2 now. Publishing sets it to %3, and applying restarts it.")
                .arg(service->name, tlsText(site->tls), tlsText(draft.tls)));
    } else {
        m_change->setMessage(
            MessageStrip::Kind::Note, tr("The server itself has to speak TLS already: Ferrygate does not manage it."));
    }
}

QWidget *ProtocolPage::firstField() const
{
    return m_tls;
}

} // namespace ferry::ui
