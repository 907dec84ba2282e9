#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"

#include <algorithm>

namespace ferry {
namespace {

// Names other than addresses cannot be compared: nobody knows by which name clients come.
bool namesAddress(const CertificateFact &certificate, const Address &address)
{
    return std::any_of(certificate.names.cbegin(), certificate.names.cend(), [&](const QString &name) {
        const Result<Address> parsed = Address::parse(name);
        return !parsed || *parsed == address;
    });
}

} // namespace

void checkTerminationCertificate(const RuleContext &context, FindingSink &sink)
{
    if (!context.filterOn || context.rule.filter.authTls != AuthTls::Terminate)
        return;
    for (const Gateway *gateway : context.gateways()) {
        const auto fact = context.facts.certificates.constFind(gateway->certificate);
        const bool isKnown = fact != context.facts.certificates.cend();
        if (gateway->certificate.isEmpty() || (context.facts.certificatesKnown && !isKnown)) {
            sink.add(findingcode::certificateMissing, Severity::Error, gateway->id.text(), [&] {
                return FindingWords{QStringLiteral("certificate"),
                    CheckText::tr("%1 has no certificate").arg(gateway->name),
                    gateway->certificate.isEmpty()
                        ? CheckText::tr(
                              "The rule terminates TLS at the gateway, which needs a certificate for that. Name one "
                              "in the settings of %1.")
                              .arg(gateway->name)
                        : CheckText::tr(
                              "The rule terminates TLS at the gateway, but its certificate \"%1\" is not on %2.")
                              .arg(gateway->certificate, gateway->name),
                    {}};
            });
            continue;
        }
        const std::optional<Address> address = clientAddress(context.rule, *gateway);
        if (!isKnown || !address || namesAddress(*fact, *address))
            continue;
        sink.add(findingcode::certificateName, Severity::Warning, gateway->id.text(), [&] {
            return FindingWords{QStringLiteral("certificate"),
                CheckText::tr("The certificate does not name %1").arg(address->toString()),
                CheckText::tr("The certificate \"%1\" of %2 is made for %3. Clients that connect to %4 warn or refuse.")
                    .arg(gateway->certificate, gateway->name,
                        fact->names.isEmpty() ? CheckText::tr("no name at all")
                                              : fact->names.join(QStringLiteral(", ")),
                        address->toString()),
                {}};
        });
    }
}

} // namespace ferry
