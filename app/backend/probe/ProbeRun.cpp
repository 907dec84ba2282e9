#include "app/backend/probe/ProbeRun.h"

#include "app/backend/probe/Diagnosis.h"
#include "app/backend/probe/Listing.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>

#include <curl/curl.h>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProbeRun", text);
}

QString portText(const ProbeRequest &request, const Exchange &exchange, PassiveMode mode)
{
    const std::optional<DataEndpoint> endpoint = dataEndpoint(exchange, mode);
    if (!endpoint)
        return {};
    const Address address = endpoint->address.value_or(request.address);
    return tr("port %1 at %2").arg(endpoint->port).arg(address.toString());
}

QString certificateText(const CertificateDetails &certificate)
{
    if (certificate.isEmpty())
        return {};
    return tr("%1, valid until %2, %3").arg(certificate.subject, certificate.validUntil, certificate.trust);
}

} // namespace

ProbeRun::ProbeRun(ProbeRequest request, const std::atomic_bool &cancelled, Tell tell)
    : m_request(std::move(request)), m_cancelled(cancelled), m_tell(std::move(tell))
{
    m_report.rule = m_request.rule;
    m_report.target = m_request.target();
    for (const QString &title : {tr("TCP connection"), tr("Greeting"), tr("AUTH TLS"), tr("TLS handshake"), tr("Login"),
             tr("EPSV and LIST"), tr("RETR by EPSV"), tr("PASV and LIST"), tr("RETR by PASV"), tr("STOR and DELE")})
        m_report.steps.append({.title = title, .detail = {}, .cause = {}, .findingCode = {}});
}

void ProbeRun::start(Step step)
{
    m_report.steps[step].state = StepState::Running;
    m_tell(m_report);
}

void ProbeRun::done(Step step, milliseconds elapsed, const QString &detail)
{
    ProbeStep &entry = m_report.steps[step];
    entry.state = StepState::Done;
    entry.elapsed = elapsed;
    entry.detail = detail;
    m_tell(m_report);
}

void ProbeRun::fail(Step step, milliseconds elapsed, const Diagnosis &diagnosis)
{
    if (m_cancelled) {
        skip(step, tr("cancelled"));
        return;
    }
    ProbeStep &entry = m_report.steps[step];
    entry.state = StepState::Failed;
    entry.elapsed = elapsed;
    entry.cause = diagnosis.cause;
    entry.findingCode = diagnosis.findingCode;
    m_tell(m_report);
}

void ProbeRun::skip(Step step, const QString &why)
{
    m_report.steps[step].state = StepState::Skipped;
    m_report.steps[step].detail = why;
}

void ProbeRun::skipRest(const QString &why)
{
    for (int step = 0; step < StepCount; ++step) {
        if (m_report.steps[step].state == StepState::Waiting || m_report.steps[step].state == StepState::Running)
            skip(static_cast<Step>(step), why);
    }
    m_tell(m_report);
}

bool ProbeRun::isWaiting(Step step) const
{
    return m_report.steps[step].state == StepState::Waiting;
}

bool ProbeRun::readHandshake(const Exchange &exchange)
{
    if (exchange.encrypted) {
        done(Handshake, std::max(exchange.handshakeTime - exchange.connectTime, milliseconds(0)),
            certificateText(exchange.certificate));
        return true;
    }
    fail(Handshake, exchange.total, handshakeDiagnosis(exchange));
    return false;
}

bool ProbeRun::readLogin(const Exchange &exchange)
{
    if (!exchange.connected) {
        fail(Connect, exchange.total, connectDiagnosis(m_request, exchange));
        return false;
    }
    done(Connect, exchange.connectTime, m_request.target());
    if (m_request.tls == TlsMode::Implicit && !readHandshake(exchange))
        return false;

    const QString greeting = exchange.transcript.greeting();
    if (replyCode(greeting) != 220) {
        fail(Greeting, exchange.total, connectDiagnosis(m_request, exchange));
        return false;
    }
    const milliseconds greetedAt = exchange.transcript.lines().first().at;
    done(Greeting, std::max(greetedAt - exchange.connectTime, milliseconds(0)), greeting);

    if (m_request.tls == TlsMode::Explicit) {
        const QString reply = exchange.transcript.replyTo(u"AUTH");
        if (replyCode(reply) != 234) {
            fail(Auth, exchange.transcript.timeOf(u"AUTH"), authDiagnosis(exchange));
            return false;
        }
        done(Auth, exchange.transcript.timeOf(u"AUTH"), reply);
        if (!readHandshake(exchange))
            return false;
    }
    if (!exchange.loggedIn()) {
        fail(Login, exchange.total, loginDiagnosis(m_request, exchange));
        return false;
    }
    const QString pass = exchange.transcript.replyTo(u"PASS");
    done(Login, exchange.transcript.timeOf(u"USER") + exchange.transcript.timeOf(u"PASS"),
        pass.isEmpty() ? exchange.transcript.replyTo(u"USER") : pass);
    return true;
}

void ProbeRun::read(CurlSession &session, PassiveMode mode)
{
    const Step step = mode == PassiveMode::Epsv ? EpsvRead : PasvRead;
    start(step);
    const Exchange exchange = session.retrieve(m_request.readPath);
    if (!exchange.succeeded() || (mode == PassiveMode::Epsv && fellBackToPasv(exchange))) {
        fail(step, exchange.total, dataDiagnosis(m_request, exchange, mode, u"RETR"));
        return;
    }
    const QByteArray expected = m_request.expectedSha256.isEmpty() ? m_firstHash : m_request.expectedSha256;
    if (!expected.isEmpty() && exchange.sha256 != expected) {
        fail(step, exchange.total,
            {tr("%1 arrived with other bytes: SHA-256 %2 instead of %3.")
                    .arg(m_request.readPath, QString::fromLatin1(exchange.sha256.toHex()),
                        QString::fromLatin1(expected.toHex())),
                {}});
        return;
    }
    m_firstHash = exchange.sha256;
    done(step, exchange.total,
        tr("%1, %2, SHA-256 %3, %4")
            .arg(m_request.readPath, QLocale().formattedDataSize(exchange.bytes),
                QString::fromLatin1(exchange.sha256.toHex().left(16)) + u'\u2026',
                portText(m_request, exchange, mode)));
}

void ProbeRun::store(CurlSession &session, PassiveMode mode)
{
    start(Store);
    const QString name =
        u".ferrygate-test-%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    const Exchange exchange =
        session.storeAndDelete(m_request.uploadDirectory + u'/' + name, "Written by a connection test.\n");
    if (!exchange.succeeded()) {
        fail(Store, exchange.total, dataDiagnosis(m_request, exchange, mode, u"STOR"));
        return;
    }
    const QString deleted = exchange.transcript.replyTo(u"DELE");
    done(Store, exchange.total,
        replyCode(deleted) == 250
            ? tr("%1 stored and deleted again").arg(name)
            : tr("%1 stored; it stays there, because the server answered \"%2\" to DELE").arg(name, deleted));
}

void ProbeRun::listAndRead(CurlSession &session, PassiveMode mode, const Exchange &listing)
{
    const Step listStep = mode == PassiveMode::Epsv ? EpsvList : PasvList;
    const Step readStep = mode == PassiveMode::Epsv ? EpsvRead : PasvRead;
    const bool isEpsv = mode == PassiveMode::Epsv;
    const QString passiveReply = listing.transcript.replyTo(isEpsv ? u"EPSV" : u"PASV");
    if (isEpsv && replyCode(passiveReply) >= 500 && listing.succeeded()) {
        // RFC 2428 2 lets a server say 500 or 522; clients then use PASV.
        skip(listStep, tr("not offered (\"%1\"); clients use PASV").arg(passiveReply));
        skip(readStep, tr("EPSV is not offered"));
        return;
    }
    if (!listing.succeeded() || (isEpsv && fellBackToPasv(listing))) {
        fail(listStep, listing.total, dataDiagnosis(m_request, listing, mode, u"LIST"));
        skip(readStep, tr("LIST failed"));
        return;
    }
    done(listStep, listing.transcript.timeOf(u"LIST"),
        tr("%1, %2").arg(portText(m_request, listing, mode), QLocale().formattedDataSize(listing.bytes)));
    if (!m_request.mayRead) {
        skip(readStep, tr("the rule's command policy keeps RETR out"));
        return;
    }
    if (m_request.readPath.isEmpty()) {
        if (const std::optional<ListedFile> file = smallestFile(listing.body))
            m_request.readPath = file->name;
    }
    if (m_request.readPath.isEmpty())
        skip(readStep, tr("the login directory holds no file to read; name one"));
    else
        read(session, mode);
    if (isWaiting(Store) && !m_cancelled)
        store(session, mode);
}

ProbeReport ProbeRun::run()
{
    if (m_request.tls != TlsMode::Explicit)
        skip(Auth, m_request.tls == TlsMode::Implicit ? tr("TLS from the first byte") : tr("published without TLS"));
    if (m_request.tls == TlsMode::None)
        skip(Handshake, tr("published without TLS"));
    if (m_request.uploadDirectory.isEmpty())
        skip(Store, tr("no upload directory was named"));
    else if (!m_request.mayStore)
        skip(Store, tr("the rule's command policy keeps STOR or DELE out"));
    start(Connect);
    {
        CurlSession session(m_request, PassiveMode::Epsv, m_cancelled);
        const Exchange listing = session.list();
        if (!readLogin(listing)) {
            skipRest(m_cancelled ? tr("cancelled") : tr("not reached"));
            return m_report;
        }
        if (m_request.mayUsePassive)
            listAndRead(session, PassiveMode::Epsv, listing);
    }
    if (!m_request.mayUsePassive) {
        skipRest(tr("the rule lets active data connections through only"));
    } else if (m_request.address.family() == Address::Family::IPv6) {
        skip(PasvList, tr("PASV is for IPv4"));
        skip(PasvRead, tr("PASV is for IPv4"));
    } else if (!m_cancelled) {
        start(PasvList);
        CurlSession session(m_request, PassiveMode::Pasv, m_cancelled);
        listAndRead(session, PassiveMode::Pasv, session.list());
    }
    skipRest(m_cancelled ? tr("cancelled") : tr("not reached"));
    return m_report;
}

} // namespace ferry::backend
