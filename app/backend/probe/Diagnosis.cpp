#include "app/backend/probe/Diagnosis.h"

#include "models/checks/FindingCode.h"

#include <QCoreApplication>

#include <curl/curl.h>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("Diagnosis", text);
}

bool isRefusal(const QString &reply)
{
    return replyCode(reply) >= 400;
}

bool timedOut(const Exchange &exchange)
{
    return exchange.code == CURLE_OPERATION_TIMEDOUT;
}

QString endpointText(const ProbeRequest &request, const DataEndpoint &endpoint)
{
    ProbeRequest data = request;
    if (endpoint.address)
        data.address = *endpoint.address;
    data.port = endpoint.port;
    return data.target();
}

} // namespace

Diagnosis connectDiagnosis(const ProbeRequest &request, const Exchange &exchange)
{
    const QString greeting = exchange.transcript.greeting();
    if (isRefusal(greeting))
        return {tr("%1 answered \"%2\" instead of a greeting.").arg(request.target(), greeting), {}};
    if (exchange.connected) {
        return {timedOut(exchange) ? tr("%1 accepted the connection but sent no greeting. The gateway may not reach "
                                        "the FTP server, or implicit "
                                        "TLS is expected.")
                                         .arg(request.target())
                                   : tr("%1 closed the connection before a greeting. The gateway does not reach the "
                                        "FTP server, or no rule lets "
                                        "this client in.")
                                         .arg(request.target()),
            {}};
    }
    if (timedOut(exchange)) {
        return {tr("%1 does not answer: packets are dropped on the way, or the machine is down.").arg(request.target()),
            {}};
    }
    return {tr("%1 refused the connection: nothing listens there. Apply the rule, or start the gateway.")
                .arg(request.target()),
        {}};
}

Diagnosis authDiagnosis(const Exchange &exchange)
{
    const QString reply = exchange.transcript.replyTo(u"AUTH");
    if (reply.isEmpty())
        return {tr("The connection ended after AUTH TLS without an answer."), findingcode::authTlsDenied.toString()};
    // "550 Access is denied." and "500 Access Denied": what filters say that do not know the command.
    if (reply.contains("denied"_L1, Qt::CaseInsensitive) || replyCode(reply) == 550) {
        return {
            tr("\"%1\" is what an FTP filter in the way says to AUTH TLS; the server never saw it. Let the filter pass "
               "AUTH TLS, or switch it off for this rule.")
                .arg(reply),
            findingcode::authTlsDenied.toString()};
    }
    return {
        tr("The server answered \"%1\": it offers no TLS. Switch TLS on at the server, or publish the site without it.")
            .arg(reply),
        {}};
}

Diagnosis handshakeDiagnosis(const Exchange &exchange)
{
    const CertificateDetails &certificate = exchange.certificate;
    switch (exchange.code) {
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return {
            tr("The server showed another key than the pinned one (%1). Someone may sit in between, or the certificate "
               "was renewed.")
                .arg(certificate.subject),
            {}};
    case CURLE_PEER_FAILED_VERIFICATION:
        return {tr("The certificate was not accepted: %1.").arg(exchange.curlText), {}};
    default:
        return {tr("The TLS handshake failed: %1.").arg(exchange.curlText), {}};
    }
}

Diagnosis loginDiagnosis(const ProbeRequest &request, const Exchange &exchange)
{
    const QString pass = exchange.transcript.replyTo(u"PASS");
    const QString reply = pass.isEmpty() ? exchange.transcript.replyTo(u"USER") : pass;
    if (reply.isEmpty())
        return {tr("The connection ended before the login was answered: %1.").arg(exchange.curlText), {}};
    if (replyCode(reply) == 530 && reply.contains("non-anonymous"_L1, Qt::CaseInsensitive)
        && request.tls == TlsMode::None)
        return {tr("\"%1\": the server wants TLS before a login. Publish the site with explicit TLS.").arg(reply), {}};
    if (request.credentials.user == "anonymous"_L1)
        return {tr("\"%1\": the server does not take anonymous logins. Give a user and a password for the test.")
                    .arg(reply),
            {}};
    return {tr("\"%1\": user %2 could not log in. Check name and password.").arg(reply, request.credentials.user), {}};
}

std::optional<DataEndpoint> dataEndpoint(const Exchange &exchange, PassiveMode mode)
{
    return mode == PassiveMode::Epsv ? endpointOf229(exchange.transcript.replyTo(u"EPSV"))
                                     : endpointOf227(exchange.transcript.replyTo(u"PASV"));
}

bool fellBackToPasv(const Exchange &exchange)
{
    return exchange.transcript.sent(u"EPSV") && exchange.transcript.sent(u"PASV");
}

Diagnosis dataDiagnosis(const ProbeRequest &request, const Exchange &exchange, PassiveMode mode, QStringView verb)
{
    const QStringView passive = mode == PassiveMode::Epsv ? u"EPSV" : u"PASV";
    const QString passiveReply = exchange.transcript.replyTo(passive);
    const std::optional<DataEndpoint> endpoint = dataEndpoint(exchange, mode);
    if (!endpoint) {
        return {passiveReply.isEmpty()
                ? tr("The connection ended before %1 was answered: %2.").arg(passive, exchange.curlText)
                : tr("\"%1\": %2 is not possible here.").arg(passiveReply, passive),
            {}};
    }
    const QString where = endpointText(request, *endpoint);
    if (endpoint->address && *endpoint->address != request.address) {
        return {tr("227 sends clients to %1, but they came to %2: the external address is not set at the server, or "
                   "the filter "
                   "cannot rewrite it because the session is encrypted.")
                    .arg(where, request.address.toString()),
            findingcode::externalAddress.toString()};
    }
    const QString reply = exchange.transcript.replyTo(verb);
    if (replyCode(reply) >= 500 || (replyCode(reply) >= 400 && replyCode(reply) != 425 && replyCode(reply) != 426))
        return {tr("\"%1\" was the answer to %2.").arg(reply, verb), {}};
    if (replyCode(reply) == 425 || replyCode(reply) == 426) {
        return {tr("\"%1\": the data connection to %2 did not come to stand with the server.").arg(reply, where),
            findingcode::passiveRangeMissing.toString()};
    }
    if (timedOut(exchange)) {
        return {
            tr("The data connection to %1 was not answered: the port is not published, so %2 hangs.").arg(where, verb),
            request.tls == TlsMode::None ? findingcode::rangeNotPublished.toString()
                                         : findingcode::passiveRangeMissing.toString()};
    }
    return {
        tr("The data connection to %1 was refused: the gateway does not publish this port. The server hands out a port "
           "that nobody opened.")
            .arg(where),
        request.tls == TlsMode::None ? findingcode::rangeNotPublished.toString()
                                     : findingcode::passiveRangeMissing.toString()};
}

} // namespace ferry::backend
