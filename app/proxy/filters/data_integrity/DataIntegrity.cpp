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
        if (!isSuccess || !isCut(context, command, reply.code))
            return Verdict::pass();
        if (!reply.isLast)
            return Verdict::replace({});
        return Verdict::answer("426 The data connection was cut, the transfer is not complete.",
            resultcode::connectionKilled,
            "The server reported \"" + std::string(reply.line) + "\" for a transfer that was cut.",
            LogAction::ConnectionStatus);
    }

private:
    static bool isCut(const FilterContext &context, const Command &command, std::uint16_t code)
    {
        const DataCut cut = context.dataCut();
        // 226 tells that the server closes the data connection: it has taken something else for the client's end.
        // 250 leaves it open, for the next file of block mode (RFC 959 3.4.2).
        const bool isUnfinished = code == 226 && context.isClientSending();
        if (cut == DataCut::None && !isUnfinished)
            return false;
        switch (transferOf(command)) {
        case Transfer::Upload:
            return isUnfinished || cut == DataCut::Upload || cut == DataCut::Both;
        case Transfer::Download:
            return cut == DataCut::Download || cut == DataCut::Both;
        case Transfer::None:
            break;
        }
        return false;
    }
};

} // namespace

std::unique_ptr<Filter> makeDataIntegrity(const Rule &)
{
    return std::make_unique<DataIntegrity>();
}

} // namespace ferry::proxy
