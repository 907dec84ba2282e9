#include "ui/pages/RuleEffect.h"

#include "models/plan/Words.h"
#include "models/tables/TableText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

struct Effect {
    Q_DECLARE_TR_FUNCTIONS(RuleEffect)

public:
    static QString who(const PublishingRule &rule)
    {
        if (rule.from.isEmpty())
            return tr("Clients on any network");
        return tr("Clients from %1").arg(networksText(rule.from));
    }

    static QString tls(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        const FtpSite *site = publishedSite(ruleSet, rule);
        if (site == nullptr)
            return {};
        switch (site->tls) {
        case TlsMode::Explicit:
            return tr(", with explicit TLS (AUTH TLS)");
        case TlsMode::Implicit:
            return tr(", with TLS from the first byte");
        case TlsMode::None:
            break;
        }
        return tr(", without encryption");
    }

    static QString filter(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        if (!isFilterOn(ruleSet, rule))
            return tr("The filter is off: the gateway relays the control connection and does not read it.");
        switch (rule.filter.authTls) {
        case AuthTls::Deny:
            return tr("The filter is on and answers AUTH TLS with 550, so only plain FTP gets through.");
        case AuthTls::Pass:
            return tr("The filter is on and lets AUTH TLS pass; after it the gateway cannot read the connection.");
        case AuthTls::Terminate:
            return tr("The filter is on; TLS ends at the gateway, is inspected there and goes on to the server.");
        }
        return {};
    }

    static QString data(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
        const QList<PortRange> relayed = protocol ? relayPorts(*protocol) : QList<PortRange>();
        const bool opens = isFilterOn(ruleSet, rule);
        if (!relayed.isEmpty() && opens)
            return tr("Data connections use ports %1 of the gateway, or ports that the filter opens for them.")
                .arg(portsText(relayed));
        if (!relayed.isEmpty())
            return tr("Data connections use ports %1 of the gateway.").arg(portsText(relayed));
        if (opens)
            return tr("Data ports are opened one by one, only for the session that asked.");
        return tr("No data ports are published.");
    }

    static QString commands(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        if (!isFilterOn(ruleSet, rule))
            return {};
        switch (rule.filter.commands.preset) {
        case CommandPreset::ReadOnly:
            return tr("Clients can fetch files and change nothing.");
        case CommandPreset::UploadOnly:
            return tr("Clients can bring files and fetch none.");
        case CommandPreset::Custom:
            return tr("A command policy of its own applies.");
        case CommandPreset::Full:
            break;
        }
        return {};
    }

    static QString whole(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        QStringList sentences;
        if (!rule.enabled)
            sentences << tr("This rule is switched off and publishes nothing. Switched on, it means:");
        const QString reach = tr("%1 reach %2 at %3, port %4%5.");
        sentences << reach.arg(who(rule), serverText(ruleSet, rule), rule.listener.address.toString(),
            QString::number(listenerPort(ruleSet, rule)), tls(ruleSet, rule))
                  << filter(ruleSet, rule) << data(ruleSet, rule) << commands(ruleSet, rule);
        if (!rule.log)
            sentences << tr("Connections are not logged.");
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }
};

} // namespace

QString ruleEffect(const RuleSet &ruleSet, const PublishingRule &rule)
{
    return Effect::whole(ruleSet, rule);
}

} // namespace ferry::ui
