#include "app/agent/engines/nftables/Nft.h"

#include <QCoreApplication>

#include <memory>

#include <nftables/libnftables.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

/// "/dev/stdin:3:1-9: Error: No such file or directory; ..." without place and quotation of the line.
QString wordsOf(const char *errors)
{
    const QString first = QString::fromUtf8(errors).trimmed().section(u'\n', 0, 0);
    const qsizetype start = first.indexOf("Error: "_L1);
    return start < 0 ? first : first.mid(start + 7);
}

} // namespace

Result<QByteArray> runNft(const QByteArray &script, NftRun how, const QString &subject)
{
    // A context sees the kernel's rules as they were when it was made, and the network namespace as well.
    const std::unique_ptr<nft_ctx, decltype(&nft_ctx_free)> context(nft_ctx_new(NFT_CTX_DEFAULT), &nft_ctx_free);
    if (!context) {
        return failure(ErrorCode::Io, subject, tr("The rules of %1 were not reached.").arg(subject),
            tr("libnftables did not start."), tr("Look at the memory of the host."));
    }
    nft_ctx_buffer_output(context.get());
    nft_ctx_buffer_error(context.get());
    nft_ctx_set_dry_run(context.get(), how == NftRun::Check);
    unsigned int output = NFT_CTX_OUTPUT_NUMERIC_PROTO;
    if (how == NftRun::ListText || how == NftRun::ListFrame)
        output |= NFT_CTX_OUTPUT_STATELESS;
    if (how == NftRun::ListFrame)
        output |= NFT_CTX_OUTPUT_TERSE;
    if (how == NftRun::ListJson)
        output |= NFT_CTX_OUTPUT_JSON;
    nft_ctx_output_set_flags(context.get(), output);
    if (nft_run_cmd_from_buffer(context.get(), script.constData()) == 0)
        return QByteArray(nft_ctx_get_output_buffer(context.get()));
    const QString words = wordsOf(nft_ctx_get_error_buffer(context.get()));
    return failure(ErrorCode::Refused, subject,
        how == NftRun::Apply || how == NftRun::Check ? tr("nftables did not take the rules of %1.").arg(subject)
                                                     : tr("The rules of %1 were not read.").arg(subject),
        tr("It said \"%1\".").arg(words),
        tr("The agent needs the capability CAP_NET_ADMIN, and a kernel with nf_tables, nf_nat and nf_conntrack_ftp."));
}

} // namespace ferry::agent
