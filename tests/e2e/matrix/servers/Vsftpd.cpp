#include "tests/e2e/matrix/servers/Server.h"
#include "tests/e2e/matrix/servers/Unpacked.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Without root vsftpd knows only the anonymous user (vsftpd.conf(5), run_as_launching_user).
class Vsftpd final : public Server {
public:
    QString name() const override { return u"vsftpd"_s; }
    QString missing() const override { return missingUnpacked(u"usr/sbin/vsftpd"_s); }
    QString user() const override { return u"anonymous"_s; }

    std::optional<Reason> lacks(Operation operation) const override
    {
        if (operation == Operation::Mlsd)
            return Reason{u"vsftpd does not know MLSD."_s, Reason::Proof::Tried};
        return std::nullopt;
    }

    Result<Launch> prepare(const Place &place) const override
    {
        const QString configuration = uR"(listen=YES
background=NO
listen_address=%1
listen_port=%2
pasv_min_port=%3
pasv_max_port=%4
pasv_address=%5
run_as_launching_user=YES
ftp_username=%6
nopriv_user=%6
secure_chroot_dir=%7
seccomp_sandbox=NO
connect_from_port_20=NO
anonymous_enable=YES
no_anon_password=YES
local_enable=NO
anon_root=%8
write_enable=YES
anon_upload_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
ssl_enable=YES
allow_anon_ssl=YES
force_anon_logins_ssl=NO
force_anon_data_ssl=NO
ssl_ciphers=HIGH
implicit_ssl=%9
)"_s.arg(place.address.toString())
                                          .arg(place.port)
                                          .arg(place.passive.low())
                                          .arg(place.passive.high())
                                          .arg(place.external.toString(), launchingUser(), place.path(u"empty"_s),
                                              place.site(), place.isImplicit ? u"YES"_s : u"NO"_s)
            + u"rsa_cert_file=%1\nrsa_private_key_file=%2\nxferlog_enable=YES\nlog_ftp_protocol=YES\n"
              "vsftpd_log_file=%3\nanon_max_rate=%4\n"_s.arg(place.certificate, place.key, place.path(u"vsftpd.log"_s))
                  .arg(transferRate)
            + (place.wantsReuse ? u"require_ssl_reuse=YES\n"_s : u"require_ssl_reuse=NO\n"_s);
        if (const Result<void> written = writeConfiguration(place.path(u"vsftpd.conf"_s), configuration.toUtf8());
            !written)
            return failure(written.error());
        return Launch{unpacked(u"usr/sbin/vsftpd"_s), {place.path(u"vsftpd.conf"_s)}, unpackedLibraries()};
    }
};

} // namespace

std::unique_ptr<Server> makeVsftpd()
{
    return std::make_unique<Vsftpd>();
}

} // namespace ferry::matrix
