#include "app/pki/Authority.h"

#include "app/pki/OpenSsl.h"
#include "models/base/Address.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ferry::pki {
namespace {

using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

constexpr int leastSecurityBits = 112;

QString tr(const char *text)
{
    return QCoreApplication::translate("Pki", text);
}

/// What a certificate says besides its key.
struct Contents {
    QString commonName;
    QString unit;  ///< OU; empty: none
    QByteArray alternativeNames;  ///< as openssl's x509v3_config(5) writes them; empty: none
    QByteArray basicConstraints;
    QByteArray keyUsage;
    QByteArray extendedKeyUsage;  ///< empty: none
    Validity validity;
};

bool addEntry(X509_NAME *name, const char *field, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(utf8.constData()), static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    if (value.isEmpty())
        return true;
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    // RFC 5280 section 4.1.2.2: positive, at most 20 octets; random, so that two authorities' files never meet.
    QByteArray random = randomBytes(16);
    random[0] = static_cast<char>((random[0] & 0x7F) | 0x40);
    BIGNUM *number = BN_bin2bn(reinterpret_cast<const unsigned char *>(random.constData()), 16, nullptr);
    const bool isSet = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return isSet;
}

bool setTime(ASN1_TIME *field, const QDateTime &time)
{
    return ASN1_TIME_set(field, time.toSecsSinceEpoch()) != nullptr;
}

/// Signs `contents` and `key` as `issuer`; with no issuer the certificate signs itself.
Result<QByteArray> sign(const Contents &contents, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    const CertificatePtr certificate(X509_new());
    X509 *made = certificate.get();
    const NamePtr name(X509_NAME_new());
    const bool isWhole = X509_set_version(made, X509_VERSION_3) == 1 && setSerial(made)
        && setTime(X509_getm_notBefore(made), contents.validity.from)
        && setTime(X509_getm_notAfter(made), contents.validity.to)
        && (contents.unit.isEmpty() || addEntry(name.get(), "OU", contents.unit))
        && addEntry(name.get(), "CN", contents.commonName) && X509_set_subject_name(made, name.get()) == 1
        && X509_set_issuer_name(made, issuer ? X509_get_subject_name(issuer) : name.get()) == 1
        && X509_set_pubkey(made, key) == 1 && addExtension(made, made, NID_basic_constraints, contents.basicConstraints)
        && addExtension(made, made, NID_key_usage, contents.keyUsage)
        && addExtension(made, made, NID_ext_key_usage, contents.extendedKeyUsage)
        && addExtension(made, made, NID_subject_alt_name, contents.alternativeNames)
        && addExtension(made, made, NID_subject_key_identifier, "hash")
        && addExtension(made, issuer ? issuer : made, NID_authority_key_identifier, "keyid:always")
        && X509_sign(made, issuerKey, EVP_sha256()) > 0;
    if (!isWhole)
        return failure(openSslError(contents.commonName, tr("The certificate was not issued.")));
    return toPem(*made);
}

Result<QByteArray> signAs(const Identity &authority, const Contents &contents, EVP_PKEY *key)
{
    const Result<CertificatePtr> issuer = readCertificate(authority.certificatePem);
    if (!issuer)
        return failure(issuer.error());
    const Result<KeyPtr> issuerKey = readKey(authority.keyPem);
    if (!issuerKey)
        return failure(issuerKey.error());
    if (X509_check_private_key(issuer->get(), issuerKey->get()) != 1)
        return failure(
            openSslError(contents.commonName, tr("The authority's key does not belong to its certificate.")));
    return sign(contents, key, issuer->get(), issuerKey->get());
}

Result<Identity> issue(const Identity &authority, const Contents &contents)
{
    const Result<KeyPtr> key = makeKey();
    if (!key)
        return failure(key.error());
    const Result<QByteArray> certificate = signAs(authority, contents, key->get());
    if (!certificate)
        return failure(certificate.error());
    return Identity{*certificate, toPem(**key)};
}

/// X.520 gives a common name 64 characters; control characters would let a name forge audit lines.
Result<> checkName(const QString &name)
{
    static const QRegularExpression accepted(
        QStringLiteral("\\A[^\\p{C}]{1,64}\\z"), QRegularExpression::UseUnicodePropertiesOption);
    if (accepted.match(name).hasMatch() && name == name.trimmed())
        return {};
    return failure(ErrorCode::InvalidInput, name.left(64), tr("The certificate was not issued."),
        tr("A name has 1 to 64 characters, no control characters and no blanks at its ends."),
        tr("Choose another name."));
}

// The text goes into OpenSSL's configuration syntax, so nothing but addresses and host names is let in.
Result<QByteArray> alternativeNames(const QStringList &addresses)
{
    static const QRegularExpression hostName(QStringLiteral("\\A[A-Za-z0-9]([A-Za-z0-9-.]{0,251}[A-Za-z0-9])?\\z"));
    QByteArrayList names;
    for (const QString &address : addresses) {
        if (const Result<Address> ip = Address::parse(address)) {
            names << "IP:" + ip->toString().toLatin1();
        } else if (hostName.match(address).hasMatch()) {
            names << "DNS:" + address.toLatin1();
        } else {
            return failure(ErrorCode::InvalidInput, address.left(255), tr("The certificate was not issued."),
                tr("\"%1\" is neither an address nor a host name.").arg(address.left(255)),
                tr("Write an address such as 192.0.2.1, without a port."));
        }
    }
    return names.join(',');
}

Result<Contents> serverContents(const QString &node, const QStringList &addresses, const Validity &validity)
{
    if (const Result<> name = checkName(node); !name)
        return failure(name.error());
    const Result<QByteArray> names = alternativeNames(addresses);
    if (!names)
        return failure(names.error());
    return Contents{node, {}, *names, "critical,CA:FALSE", "critical,digitalSignature", "serverAuth", validity};
}

} // namespace

Result<Identity> createAuthority(const QString &name, const Validity &validity)
{
    if (const Result<> checked = checkName(name); !checked)
        return failure(checked.error());
    const Result<KeyPtr> key = makeKey();
    if (!key)
        return failure(key.error());
    const Contents contents{name, {}, {}, "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign", {}, validity};
    const Result<QByteArray> certificate = sign(contents, key->get(), nullptr, key->get());
    if (!certificate)
        return failure(certificate.error());
    return Identity{*certificate, toPem(**key)};
}

Result<Identity> issueServer(
    const Identity &authority, const QString &node, const QStringList &addresses, const Validity &validity)
{
    const Result<Contents> contents = serverContents(node, addresses, validity);
    if (!contents)
        return failure(contents.error());
    return issue(authority, *contents);
}

Result<Identity> issueClient(const Identity &authority, const QString &name, Role role, const Validity &validity)
{
    if (const Result<> checked = checkName(name); !checked)
        return failure(checked.error());
    return issue(authority,
        {name, enumName(role), {}, "critical,CA:FALSE", "critical,digitalSignature", "clientAuth", validity});
}

Result<SigningRequest> createCsr(const QString &node)
{
    if (const Result<> checked = checkName(node); !checked)
        return failure(checked.error());
    const Result<KeyPtr> key = makeKey();
    if (!key)
        return failure(key.error());
    const RequestPtr request(X509_REQ_new());
    const NamePtr name(X509_NAME_new());
    if (X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 || !addEntry(name.get(), "CN", node)
        || X509_REQ_set_subject_name(request.get(), name.get()) != 1
        || X509_REQ_set_pubkey(request.get(), key->get()) != 1
        || X509_REQ_sign(request.get(), key->get(), EVP_sha256()) <= 0) {
        return failure(openSslError(node, tr("The signing request was not made.")));
    }
    return SigningRequest{toPem(*request), toPem(**key)};
}

Result<QByteArray> signCsr(const Identity &authority, const QByteArray &requestPem, const QString &node,
    const QStringList &addresses, const Validity &validity)
{
    const Result<RequestPtr> request = readRequest(requestPem);
    if (!request)
        return failure(request.error());
    EVP_PKEY *key = X509_REQ_get0_pubkey(request->get());
    if (!key || X509_REQ_verify(request->get(), key) != 1)
        return failure(openSslError(node, tr("The signing request does not prove that its key is there.")));
    if (EVP_PKEY_get_security_bits(key) < leastSecurityBits) {
        return failure(ErrorCode::InvalidInput, node, tr("The certificate was not issued."),
            tr("The key in the request is too weak."), tr("Use an EC P-256 key."));
    }
    const Result<Contents> contents = serverContents(node, addresses, validity);
    if (!contents)
        return failure(contents.error());
    return signAs(authority, *contents, key);
}

} // namespace ferry::pki
