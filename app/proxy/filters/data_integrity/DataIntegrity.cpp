#include "app/proxy/filters/data_integrity/DataIntegrity.h"

#include "app/proxy/control/Transfer.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {
namespace {

class DataIntegrity final : public Filter {
public:
    Verdict onReply(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        const bool isSuccess = reply.code >= 200 && reply.code < 300;
        if (!isSuccess || context.dataCut() == DataCut::None)
            return Verdict::pass();
        // Whether the server's end of an upload was clean is nobody's concern but the server's.
        const Transfer transfer = transferOf(command);
        const bool isCut =
            transfer == Transfer::Download || (transfer == Transfer::Upload && context.dataCut() == DataCut::ByClient);
        if (!isCut)
            return Verdict::pass();
        if (!reply.isLast)
            return Verdict::replace({});
        return Verdict::answer("426 The data connection was cut, the transfer is not complete.",
            resultcode::connectionKilled,
            "The server reported \"" + std::string(reply.line) + "\" for a transfer that was cut.",
            LogAction::ConnectionStatus);
    }
};

} // namespace

std::unique_ptr<Filter> makeDataIntegrity(const Rule &rule)
{
    if (rule.filter.authTls.handling != AuthTls::Terminate)
        return nullptr;
    return std::make_unique<DataIntegrity>();
}

} // namespace ferry::proxy
