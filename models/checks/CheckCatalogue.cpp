#include "models/checks/CheckCatalogue.h"

#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"

namespace ferry {

QList<CheckEntry> checkCatalogue()
{
    using namespace findingcode;
    const auto entry = [](QStringView code, const QString &title, const QString &explanation) {
        return CheckEntry{code.toString(), title, explanation};
    };
    return {
        entry(authTlsDenied, CheckText::tr("The filter answers 550 to AUTH TLS"),
            CheckText::tr(
                "The filter is on and denies AUTH TLS, but the published site speaks explicit TLS. Clients get "
                "550 from the gateway and the server never sees the command.")),
        entry(passiveRangeMissing, CheckText::tr("Encrypted data connections without a fixed passive range"),
            CheckText::tr("Nobody on the gateway can read the port in an encrypted 227, so only ports published "
                          "beforehand work. The server picks any port: LIST will hang after 150.")),
        entry(rangeNotPublished, CheckText::tr("The protocol definition does not publish the passive range"),
            CheckText::tr("The server hands out ports that the gateway does not accept: LIST will hang after 150.")),
        entry(externalAddress, CheckText::tr("The external address is missing or not the listener's"),
            CheckText::tr("The server writes an address into 227 that clients cannot reach, so PASV transfers fail.")),
        entry(rangeTooSmall, CheckText::tr("The passive range is too small"),
            CheckText::tr("A port is busy for the transfer and four minutes after it (TIME_WAIT). When all are busy, "
                          "transfers fail with 425.")),
        entry(rangePlace, CheckText::tr("The passive range lies among well-known or ephemeral ports"),
            CheckText::tr("Other programs take ports there, and transfers fail now and then.")),
        entry(listenerAddress, CheckText::tr("The listener's address is not on the gateway"),
            CheckText::tr("The gateway cannot accept connections on an address that it does not have.")),
        entry(implicitTlsInspected, CheckText::tr("The filter cannot read implicit FTPS"),
            CheckText::tr("Implicit FTPS is encrypted from the first byte. A filter that does not terminate TLS ends "
                          "every connection.")),
        entry(commandPolicy, CheckText::tr("The command policy makes login or FTPS impossible"),
            CheckText::tr("Commands that every session needs are denied.")),
        entry(noDataConnection, CheckText::tr("No data connection is possible"),
            CheckText::tr("Passive and active transfers are both ruled out: people can log in, and nothing else.")),
        entry(listenerTaken, CheckText::tr("Two rules use one listener"),
            CheckText::tr("Two rules accept the same clients on the same address and port. Only the first is used.")),
        entry(ruleShadowed, CheckText::tr("A rule is never reached"),
            CheckText::tr("An earlier rule on the same listener takes all clients of this one.")),
        entry(rangesCollide, CheckText::tr("Published ranges collide"),
            CheckText::tr("Two rules publish the same ports of one address for different servers.")),
        entry(listenerInRange, CheckText::tr("A listener lies in a published range"),
            CheckText::tr(
                "The port is promised to data connections, so control connections cannot be accepted on it.")),
        entry(serviceRangesCollide, CheckText::tr("Passive ranges on one host collide"),
            CheckText::tr(
                "Two FTP services on one host hand out the same ports, or a control port lies in a passive range.")),
        entry(certificateMissing, CheckText::tr("The gateway has no certificate"),
            CheckText::tr("To terminate TLS the gateway needs a certificate of its own.")),
        entry(certificateExpiry, CheckText::tr("A certificate expires"),
            CheckText::tr("Clients refuse a certificate that has expired.")),
        entry(certificateName, CheckText::tr("A certificate is made for another name"),
            CheckText::tr("Clients warn or refuse when the certificate does not name the address they connected to.")),
        entry(engineFilter, CheckText::tr("The engine has no FTP filter"),
            CheckText::tr("The rule asks for the filter, and the gateway's engine only forwards.")),
        entry(engineAuthTls, CheckText::tr("The engine cannot handle AUTH TLS that way"),
            CheckText::tr("What the rule asks for is not done by this engine.")),
        entry(engineCommands, CheckText::tr("The engine does not enforce the command policy"),
            CheckText::tr("All commands would get through, whatever the rule says.")),
        entry(engineLimits, CheckText::tr("The engine does not limit sessions"),
            CheckText::tr("More sessions get through than the rule says.")),
        entry(engineRelayedPeers, CheckText::tr("The engine does not know who has a session"),
            CheckText::tr("Clients that are not logged in reach the published passive ports too.")),
        entry(engineSettings, CheckText::tr("The engine cannot do what a rule sets"),
            CheckText::tr(
                "The rule asks for something that the gateway's engine has no means for, and cannot be applied "
                "there.")),
        entry(restartNeeded, CheckText::tr("Applying restarts an FTP service"),
            CheckText::tr("The change becomes active with a restart, which ends the sessions of the service.")),
        entry(unresolvedReference, CheckText::tr("Something that is referred to does not exist"),
            CheckText::tr("The rule is left out until it refers to something that exists.")),
        entry(noGateway, CheckText::tr("The rule is on no gateway"), CheckText::tr("It is published nowhere.")),
        entry(noControlPort, CheckText::tr("The rule has no control port"),
            CheckText::tr("Neither the listener nor the protocol definition names a port.")),
    };
}

} // namespace ferry
