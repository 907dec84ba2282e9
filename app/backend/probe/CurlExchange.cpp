#include "app/backend/probe/CurlExchange.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QUrl>

#include <curl/curl.h>

#include <cstring>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype maxListing = 1024 * 1024;
constexpr int pollMilliseconds = 20;

void initializeCurlOnce()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(done)
}

// Where libcurl's callbacks put what they are given.
struct Sink {
    Exchange *exchange = nullptr;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QElapsedTimer clock;
    QByteArray upload;
    qsizetype uploaded = 0;
    bool keepBody = false;
    const std::atomic_bool *cancelled = nullptr;
};

int onDebug(CURL *, curl_infotype type, char *data, size_t size, void *user)
{
    if (type != CURLINFO_HEADER_IN && type != CURLINFO_HEADER_OUT)
        return 0;
    auto *sink = static_cast<Sink *>(user);
    const auto from = type == CURLINFO_HEADER_OUT ? TranscriptLine::From::Client : TranscriptLine::From::Server;
    const milliseconds at(sink->clock.elapsed());
    for (const QByteArray &line : QByteArray(data, static_cast<qsizetype>(size)).split('\n')) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (!text.isEmpty())
            sink->exchange->transcript.append({from, text, at});
    }
    return 0;
}

size_t onWrite(char *data, size_t, size_t size, void *user)
{
    auto *sink = static_cast<Sink *>(user);
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    sink->hash.addData(bytes);
    sink->exchange->bytes += bytes.size();
    if (sink->keepBody && sink->exchange->body.size() + bytes.size() <= maxListing)
        sink->exchange->body.append(bytes);
    return size;
}

size_t onRead(char *data, size_t unit, size_t count, void *user)
{
    auto *sink = static_cast<Sink *>(user);
    const qsizetype left = sink->upload.size() - sink->uploaded;
    const qsizetype taken = std::min(left, static_cast<qsizetype>(unit * count));
    std::memcpy(data, sink->upload.constData() + sink->uploaded, static_cast<size_t>(taken));
    sink->uploaded += taken;
    return static_cast<size_t>(taken);
}

int onProgress(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Sink *>(user)->cancelled->load() ? 1 : 0;
}

CertificateDetails certificateOf(CURL *curl)
{
    CertificateDetails details;
    curl_certinfo *info = nullptr;
    if (curl_easy_getinfo(curl, CURLINFO_CERTINFO, &info) != CURLE_OK || !info || info->num_of_certs < 1)
        return details;
    for (const curl_slist *field = info->certinfo[0]; field; field = field->next) {
        const QString text = QString::fromUtf8(field->data);
        const QString value = text.section(u':', 1);
        if (text.startsWith("Subject:"_L1))
            details.subject = value.trimmed();
        else if (text.startsWith("Issuer:"_L1))
            details.issuer = value.trimmed();
        else if (text.startsWith("Expire date:"_L1))
            details.validUntil = value.trimmed();
    }
    return details;
}

QByteArray urlFor(const ProbeRequest &request, const QString &path)
{
    QUrl url;
    url.setScheme(request.tls == TlsMode::Implicit ? u"ftps"_s : u"ftp"_s);
    url.setHost(request.address.toString());
    url.setPort(request.port);
    url.setPath(u"/"_s + path, QUrl::DecodedMode);
    return url.toEncoded(QUrl::FullyEncoded);
}

/// As curl_easy_perform(3), which looks again after a second at the latest: libcurl 7.88 waits for that second between
/// the 229 and the data connection of each transfer on a connection that it uses again.
CURLcode perform(CURLM *multi, CURL *curl)
{
    if (curl_multi_add_handle(multi, curl) != CURLM_OK)
        return CURLE_FAILED_INIT;
    CURLcode result = CURLE_OK;
    int running = 1;
    while (running > 0) {
        if (curl_multi_perform(multi, &running) != CURLM_OK
            || (running > 0 && curl_multi_poll(multi, nullptr, 0, pollMilliseconds, nullptr) != CURLM_OK)) {
            result = CURLE_FAILED_INIT;
            break;
        }
    }
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            result = message->data.result;
    }
    curl_multi_remove_handle(multi, curl);
    return result;
}

} // namespace

bool Exchange::loggedIn() const
{
    return replyCode(transcript.replyTo(u"PASS")) == 230 || replyCode(transcript.replyTo(u"USER")) == 230;
}

struct CurlSession::Private {
    ProbeRequest request;
    CURL *curl = nullptr;
    CURLM *multi = nullptr; ///< keeps the connection from one transfer to the next
    Sink sink;
    const std::atomic_bool &cancelled;

    Exchange run(const QString &path);
    void certificatePolicy();
    milliseconds time(CURLINFO info) const;
};

CurlSession::CurlSession(const ProbeRequest &request, PassiveMode mode, const std::atomic_bool &cancelled)
    : d(new Private{request, nullptr, nullptr, {}, cancelled})
{
    initializeCurlOnce();
    d->sink.cancelled = &cancelled;
    CURL *curl = curl_easy_init();
    d->curl = curl;
    d->multi = curl_multi_init();
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &onDebug);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &d->sink);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &onWrite);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &d->sink);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &onRead);
    curl_easy_setopt(curl, CURLOPT_READDATA, &d->sink);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &d->sink);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connectTimeout.count()));
    curl_easy_setopt(curl, CURLOPT_FTP_RESPONSE_TIMEOUT,
        static_cast<long>(std::chrono::ceil<std::chrono::seconds>(request.replyTimeout).count()));
    // A transfer that crawls is a failure too: less than 1 byte a second for as long as a reply may take.
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME,
        static_cast<long>(std::chrono::ceil<std::chrono::seconds>(request.replyTimeout).count()));
    curl_easy_setopt(curl, CURLOPT_FTP_USE_EPSV, mode == PassiveMode::Epsv ? 1L : 0L);
    // Since 7.74 libcurl hides a wrong address in 227 unless told not to (CURLOPT_FTP_SKIP_PASV_IP(3)).
    curl_easy_setopt(curl, CURLOPT_FTP_SKIP_PASV_IP, 0L);
    curl_easy_setopt(curl, CURLOPT_USERNAME, request.credentials.user.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, request.credentials.password.toUtf8().constData());
    if (request.tls == TlsMode::None)
        return;
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_FTPSSLAUTH, static_cast<long>(CURLFTPAUTH_TLS));
    curl_easy_setopt(curl, CURLOPT_CERTINFO, 1L);
    d->certificatePolicy();
}

CurlSession::~CurlSession()
{
    curl_easy_cleanup(d->curl);
    curl_multi_cleanup(d->multi);
}

void CurlSession::Private::certificatePolicy()
{
    const CertificatePolicy &policy = request.certificate;
    const bool verifies =
        policy.mode == CertificatePolicy::Mode::SystemTrust || policy.mode == CertificatePolicy::Mode::Authority;
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, verifies ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, policy.mode == CertificatePolicy::Mode::SystemTrust ? 2L : 0L);
    if (policy.mode == CertificatePolicy::Mode::Authority)
        curl_easy_setopt(curl, CURLOPT_CAINFO, policy.authorityFile.toUtf8().constData());
    if (policy.mode == CertificatePolicy::Mode::Pin) {
        const QByteArray pin = "sha256//" + policy.pin.toBase64();
        curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, pin.constData());
    }
}

milliseconds CurlSession::Private::time(CURLINFO info) const
{
    curl_off_t microseconds = 0;
    curl_easy_getinfo(curl, info, &microseconds);
    return std::chrono::duration_cast<milliseconds>(std::chrono::microseconds(microseconds));
}

Exchange CurlSession::Private::run(const QString &path)
{
    Exchange exchange;
    sink.exchange = &exchange;
    sink.hash.reset();
    sink.uploaded = 0;
    sink.clock.start();
    char text[CURL_ERROR_SIZE] = {};
    const QByteArray url = urlFor(request, path);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, text);
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());

    const CURLcode code = perform(multi, curl);

    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
    sink.exchange = nullptr;
    exchange.code = code;
    exchange.curlText = QString::fromUtf8(text[0] ? text : curl_easy_strerror(code));
    long systemError = 0;
    curl_easy_getinfo(curl, CURLINFO_OS_ERRNO, &systemError);
    exchange.systemError = static_cast<int>(systemError);
    exchange.connectTime = time(CURLINFO_CONNECT_TIME_T);
    exchange.handshakeTime = time(CURLINFO_APPCONNECT_TIME_T);
    exchange.total = time(CURLINFO_TOTAL_TIME_T);
    long localPort = 0;
    curl_easy_getinfo(curl, CURLINFO_LOCAL_PORT, &localPort);
    const bool hasSpoken = !exchange.transcript.lines().isEmpty();
    exchange.connected = hasSpoken || (code != CURLE_COULDNT_CONNECT && localPort > 0);
    // The certificate is forgotten where a data connection failed later, so the conversation tells: after 234 a client
    // speaks through TLS only.
    exchange.encrypted = request.tls == TlsMode::Implicit ? hasSpoken : exchange.transcript.sent(u"USER");
    exchange.certificate = certificateOf(curl);
    long verification = 0;
    curl_easy_getinfo(curl, CURLINFO_SSL_VERIFYRESULT, &verification);
    // X509_V_ERR_*: x509_verify_cert_error_string(3); only the ones an FTP server's certificate meets have words here.
    if (!exchange.certificate.isEmpty()) {
        QString &trust = exchange.certificate.trust;
        if (verification == 0)
            trust = u"trusted"_s;
        else if (verification == 18 || verification == 19)
            trust = u"self-signed"_s;
        else if (verification == 10)
            trust = u"expired"_s;
        else
            trust = u"signed by an authority this machine does not know"_s;
    }
    exchange.sha256 = sink.hash.result();
    return exchange;
}

Exchange CurlSession::list()
{
    d->sink.keepBody = true;
    Exchange exchange = d->run({});
    d->sink.keepBody = false;
    return exchange;
}

Exchange CurlSession::retrieve(const QString &path)
{
    return d->run(path);
}

Exchange CurlSession::storeAndDelete(const QString &path, const QByteArray &content)
{
    d->sink.upload = content;
    curl_slist *after = curl_slist_append(nullptr, ("*DELE " + path.section(u'/', -1).toUtf8()).constData());
    curl_easy_setopt(d->curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(d->curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(content.size()));
    curl_easy_setopt(d->curl, CURLOPT_POSTQUOTE, after);
    Exchange exchange = d->run(path);
    curl_easy_setopt(d->curl, CURLOPT_POSTQUOTE, nullptr);
    curl_easy_setopt(d->curl, CURLOPT_UPLOAD, 0L);
    curl_slist_free_all(after);
    return exchange;
}

} // namespace ferry::backend
