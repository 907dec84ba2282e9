#include "app/ctl/cli/VerifyArguments.h"

#include <QCoreApplication>
#include <QFile>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::CertificatePolicy;

constexpr qsizetype sha256Bytes = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("VerifyArguments", text);
}

} // namespace

void addVerifyOptions(QCommandLineParser &parser)
{
    parser.addOption({u"user"_s, tr("Logs in as NAME instead of anonymous."), tr("NAME")});
    parser.addOption({u"password-file"_s,
        tr("Reads the password from the first line of PATH. Without it $FERRYGATE_FTP_PASSWORD is used."), tr("PATH")});
    parser.addOption({u"file"_s, tr("Fetches PATH instead of the smallest file of the login directory."), tr("PATH")});
    parser.addOption({u"upload"_s, tr("Also stores a small file in DIRECTORY and deletes it again."), tr("DIRECTORY")});
    parser.addOption({u"ca"_s, tr("Takes only certificates signed by the authority in this PEM file."), tr("PATH")});
    parser.addOption({u"pin"_s, tr("Takes only this key: SHA-256 of the public key in hex."), tr("HASH")});
}

Result<backend::VerifyOptions> verifyOptions(const Call &call)
{
    backend::VerifyOptions options;
    if (call.options.isSet(u"user"_s)) {
        options.credentials.user = call.options.value(u"user"_s);
        options.credentials.password = qEnvironmentVariable("FERRYGATE_FTP_PASSWORD");
    }
    if (call.options.isSet(u"password-file"_s)) {
        QFile file(call.options.value(u"password-file"_s));
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::Io, file.fileName(), tr("Nothing was tested."),
                tr("The password file cannot be read: %1.").arg(file.errorString()),
                tr("Name a file that you may read."));
        }
        options.credentials.password = QString::fromUtf8(file.readLine()).trimmed();
    }
    options.readPath = call.options.value(u"file"_s);
    options.uploadDirectory = call.options.value(u"upload"_s);
    if (call.options.isSet(u"ca"_s)) {
        options.certificate.mode = CertificatePolicy::Mode::Authority;
        options.certificate.authorityFile = call.options.value(u"ca"_s);
    }
    if (call.options.isSet(u"pin"_s)) {
        options.certificate.mode = CertificatePolicy::Mode::Pin;
        options.certificate.pin = QByteArray::fromHex(call.options.value(u"pin"_s).toLatin1());
        if (options.certificate.pin.size() != sha256Bytes) {
            return failure(ErrorCode::InvalidInput, u"--pin"_s, tr("Nothing was tested."),
                tr("A pin is 64 hexadecimal digits."), tr("\"ferryctl test\" shows the certificate that is there."));
        }
    }
    return options;
}

} // namespace ferry::ctl
