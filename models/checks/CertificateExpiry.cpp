#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"

#include <QLocale>

namespace ferry {

void checkCertificateExpiry(const GatewayContext &context, FindingSink &sink)
{
    const auto fact = context.facts.certificates.constFind(context.gateway.certificate);
    if (context.gateway.certificate.isEmpty() || fact == context.facts.certificates.cend() || !fact->notAfter.isValid()
        || !context.facts.today.isValid())
        return;
    const auto days = static_cast<int>(context.facts.today.daysTo(fact->notAfter));
    if (days > context.facts.expiryWarningDays)
        return;
    sink.add(findingcode::certificateExpiry, days < 0 ? Severity::Error : Severity::Warning, [&] {
        const QString date = QLocale().toString(fact->notAfter, QLocale::ShortFormat);
        return FindingWords{QStringLiteral("certificate"),
            days < 0 ? CheckText::tr("The certificate has expired")
                     : CheckText::tr("The certificate expires in %n days", nullptr, days),
            CheckText::tr("The certificate \"%1\" of %2 is valid until %3. After that clients refuse it.")
                .arg(context.gateway.certificate, context.gateway.name, date),
            {}};
    });
}

} // namespace ferry
